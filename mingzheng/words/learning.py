"""Training, seminars and the good-case contest."""

WORDS = {
    "course-kind.training": ("培训", "Training"),
    "course-kind.seminar": ("季度专题研讨", "Quarterly seminar"),
    "course-kind.responsibility": ("社会责任培训", "Training in social responsibility"),
    "course-kind.induction": ("入职培训", "Induction"),
    "course-state.planned": ("计划中", "Planned"),
    "course-state.late": ("过期未办", "Not held in time"),
    "course-state.unfinished": ("未完成", "Unfinished"),
    "course-state.done": ("已举办", "Held"),
    "course-state.dropped": ("已取消", "Cancelled"),
    "good-case-state.submitted": ("评选中", "To vote on"),
    "good-case-state.published": ("已发布", "Published"),
    "queue.learning.courses": ("培训待登记", "Courses to enter as held"),
    "queue.learning.good-cases": ("良好案例待发布", "Good cases to publish"),
    # refusals
    "learning.title-missing": ("请填写题目", "Give it a title"),
    "learning.no-hours": ("请填写学时", "Say how many hours"),
    "learning.course-held": ("已登记举办", "It is entered as held already"),
    "learning.course-cancelled": ("已取消", "It is cancelled"),
    "learning.held-in-future": ("举办日期不能晚于今天", "It cannot have been held after today"),
    "learning.nobody-came": ("请填写到场人员", "Say who was there"),
    "learning.reason-missing": ("请写明理由", "Give the reason"),
    "learning.quarter-missing": (
        "{year} 年第 {quarter} 季度没有专题研讨",
        "No seminar in quarter {quarter} of {year}",
    ),
    "learning.case-empty": ("请填写题目和内容", "Give it a title and a text"),
    "learning.own-case": ("不能投自己的案例", "Nobody votes for his own case"),
    "learning.voted": ("已投过票", "You have voted for it already"),
    "learning.case-published": ("已发布", "It is published already"),
    "learning.client-named": ("发布稿中出现了客户信息：{name}", "The client can be known from it: {name}"),
    # events
    "event.course.planned": ("计划于 {planned_on} 举办：{title}", "Planned for {planned_on}: {title}"),
    "event.course.held": (
        "{held_on} 举办，{people} 人，{hours} 学时",
        "Held on {held_on}: {people} people, {hours} hours",
    ),
    "event.course.cancelled": ("取消：{reason}", "Cancelled: {reason}"),
    "event.good-case.submitted": ("提交良好案例：{title}", "Handed in: {title}"),
    "event.good-case.voted": ("投票", "A vote for it"),
    "event.good-case.published": ("发布，{votes} 票", "Published with {votes} votes"),
}
