"""Evaluations of products, services and social responsibility."""

WORDS = {
    "evaluation-activity.type_test": ("型式试验", "Type test"),
    "evaluation-activity.factory": ("工厂检查", "Factory inspection"),
    "evaluation-activity.service": ("服务特性测评", "Measuring the service"),
    "evaluation-activity.management": ("服务管理审核", "Audit of the service's management"),
    "evaluation-activity.system": ("体系审核", "System audit"),
    "evaluation-purpose.initial": ("初次评价", "Initial evaluation"),
    "evaluation-purpose.surveillance": ("监督评价", "Surveillance"),
    "evaluation-purpose.renewal": ("再认证评价", "Evaluation for renewal"),
    "evaluation-state.ordered": ("待开始", "Ordered"),
    "evaluation-state.begun": ("评价中", "Under way"),
    "evaluation-state.decided": ("已决定", "Decided"),
    "evaluation-state.dropped": ("已终止", "Given up"),
    "price.evaluation": ("产品、服务、社会责任评价", "Evaluation"),
    "queue.evaluations.to-begin": ("评价待开始", "Evaluations to begin"),
    "queue.evaluations.to-carry-out": ("评价待实施", "Evaluations to carry out"),
    "queue.evaluations.to-decide": ("评价待决定", "Evaluations to decide"),
    # refusals
    "evaluation.another-way": (
        "管理体系按审核方案认证，不在此评价",
        "A management system is certified by its audit programme, not here",
    ),
    "evaluation.open-already": ("该认证已有评价在进行", "An evaluation of this certification is under way"),
    "evaluation.begun-already": ("评价已经开始", "It has begun already"),
    "evaluation.not-begun": ("评价尚未开始", "It has not begun yet"),
    "evaluation.certified-already": ("该组织已有此类认证", "The client holds a certification of this kind"),
    "evaluation.not-certified": ("尚未获证", "It is not certified yet"),
    "evaluation.scope-missing": ("请填写认证范围", "Say what is to be certified"),
    "evaluation.amount-missing": ("请填写合同金额", "Give the amount of the contract"),
    "evaluation.signatory-missing": ("请填写双方签约人", "Name who signs for either side"),
    "evaluation.closed": ("评价已经结束", "The evaluation is over"),
    "evaluation.not-asked": (
        "该方案不要求{kind:evaluation-activity}",
        "The scheme does not ask for this: {kind:evaluation-activity}",
    ),
    "evaluation.done-already": (
        "{kind:evaluation-activity}已登记",
        "Recorded already: {kind:evaluation-activity}",
    ),
    "evaluation.ends-before-it-begins": ("结束日期早于开始日期", "It ends before it begins"),
    "evaluation.in-future": ("日期不能晚于今天", "The day is not over yet"),
    "evaluation.before-it-began": (
        "早于评价开始日期 {begun_on}",
        "Before the evaluation began on {begun_on}",
    ),
    "evaluation.nobody-named": ("请选择评价人员", "Say who evaluated"),
    "evaluation.laboratory-missing": ("请填写实验室", "Name the laboratory"),
    "evaluation.not-registered": ("{person} 没有相应的注册资格", "{person} is not registered for it"),
    "evaluation.report-missing": ("请填写评价结果", "Write what was found"),
    "evaluation.not-complete": (
        "尚未完成{kind:evaluation-activity}",
        "Not done yet: {kind:evaluation-activity}",
    ),
    "evaluation.does-not-conform": (
        "{kind:evaluation-activity}不合格",
        "Does not conform: {kind:evaluation-activity}",
    ),
    "evaluation.evaluated-it": (
        "{person} 参加了评价，不能作决定",
        "{person} evaluated it, and does not decide",
    ),
    "evaluation.act-not-open": ("此次评价不能作该决定", "This is not decided on such an evaluation"),
    "evaluation.reason-missing": ("请填写原因", "Give the reason"),
    # events
    "event.evaluation.ordered": ("受理评价，合同 {contract}", "Ordered, contract {contract}"),
    "event.evaluation.begun": ("{purpose:evaluation-purpose}开始", "Begun: {purpose:evaluation-purpose}"),
    "event.evaluation.activity-recorded": (
        "登记{activity:evaluation-activity}（{last_day}）",
        "Recorded: {activity:evaluation-activity}, {last_day}",
    ),
    "event.evaluation.dropped": ("终止评价：{reason}", "Given up: {reason}"),
}
