"""The figures of training, seminars and good cases: what each is called, and what it counts."""

WORDS = {
    "shown.author__name_zh": ("作者", "Author"),
    "shown.planned_on": ("计划日期", "Planned"),
    "shown.course__held_on": ("举办日期", "Held"),
    "shown.course__number": ("培训编号", "Course"),
    "shown.course__title": ("题目", "Title"),
    "shown.published_title": ("发布标题", "Published as"),
    "figure.courses-planned": ("培训计划", "Courses planned"),
    "figure-means.courses-planned": (
        "计划日期在期内的培训和研讨，含未办和取消的",
        "Courses and seminars planned for the period, whether held or not",
    ),
    "figure.courses-held": ("举办培训", "Courses held"),
    "figure-means.courses-held": ("期内举办的培训和研讨，按类别分列", "Courses and seminars held, by kind"),
    "figure.courses-unfinished": ("培训计划未完成项", "Courses unfinished"),
    "figure-means.courses-unfinished": (
        "期内计划的培训和研讨中，既未举办也未取消的",
        "Of the courses planned for the time, those neither held nor cancelled",
    ),
    "figure.course-hours": ("培训学时", "Hours of training"),
    "figure-means.course-hours": (
        "期内到场人员的学时之和，缺席的没有学时，按类别分列",
        "Sum of the hours of who was there; who did not come has none; by kind",
    ),
    "figure.seminars": ("季度专题研讨", "Quarterly seminars"),
    "figure-means.seminars": ("期内举办的专题研讨，每季度至少一次", "Seminars held; one a quarter at least"),
    "figure.responsibility-attended": ("社会责任培训人次", "Attendance of training in responsibility"),
    "figure-means.responsibility-attended": (
        "期内社会责任培训的到场人次",
        "Who was at the training in social responsibility",
    ),
    "figure.good-cases": ("良好案例提交", "Good cases handed in"),
    "figure-means.good-cases": ("期内提交的认证审核良好案例", "Good cases of audits handed in"),
    "figure.good-cases-published": ("良好案例发布", "Good cases published"),
    "figure-means.good-cases-published": (
        "期内评选发布的良好案例，发布稿不含客户名称",
        "Good cases published, without the client's name",
    ),
}
