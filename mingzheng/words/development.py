"""Plans of development, and what auditors ask for."""

WORDS = {
    "plan-state.planned": ("计划中", "Planned"),
    "plan-state.late": ("已到期", "Due"),
    "plan-state.unfinished": ("未完成", "Unfinished"),
    "plan-state.done": ("已完成", "Achieved"),
    "plan-state.dropped": ("已放弃", "Given up"),
    "queue.competence.development": ("发展计划到期", "Development due"),
    "development.measure-missing": ("请写明措施", "Say how"),
    "development.due-in-past": ("完成期限已过", "The day is over already"),
    "development.covered-already": ("已具备该专业能力", "He is competent for it already"),
    "development.planned-already": ("该年计划中已有", "It is in the plan of that year already"),
    "development.unknown-code": ("没有这个专业代码", "There is no such technical area"),
    "development.concluded": ("已登记结果", "It has its result already"),
    "development.not-recognised": (
        "该专业能力尚未评定，不能登记为完成",
        "It is achieved once the competence is recognised",
    ),
    "development.result-missing": ("放弃须写明原因", "Say why it is given up"),
    "event.development.planned": (
        "列入发展计划：{standard} {code}，{due_on} 前",
        "Planned: {standard} {code} by {due_on}",
    ),
    "event.development.concluded": ("登记发展计划结果", "Result entered"),
}
