"""Applications taken in together with a laboratory."""

WORDS = {
    "passing-direction.to_laboratory": ("转给检测机构", "To the laboratory"),
    "passing-direction.from_laboratory": ("来自检测机构", "From the laboratory"),
    "passing-content.application": ("申请资料", "What was applied for"),
    "passing-content.schedule": ("现场日期", "Days on site"),
    "passing-content.test_report": ("检测报告", "Test report"),
    "passing-content.progress": ("办理进度", "Progress"),
    "queue.governance.shared-intakes": (
        "一站式受理待检测委托单",
        "Shared intakes without the laboratory's order",
    ),
    # refusals
    "shared-intake.application-not-open": (
        "申请须已提交，且未被拒绝或撤回",
        "The application is not handed in, or was refused or withdrawn",
    ),
    "shared-intake.taken-already": ("这份申请已办理一站式受理", "This application is shared already"),
    "shared-intake.laboratory-missing": ("请填写检测机构名称", "Name the laboratory"),
    "shared-intake.consent-missing": (
        "没有委托方的书面同意，不得与检测机构互通信息",
        "Without the client's written consent nothing is exchanged with a laboratory",
    ),
    "shared-intake.consent-in-future": ("同意书日期不能晚于今天", "The day of the consent is not over yet"),
    "shared-intake.consent-ended": ("委托方已收回同意", "The client has taken its consent back"),
    "shared-intake.safeguard-missing": (
        "检测机构是关联机构，请写明如何保证公正性",
        "The laboratory is a related body: say how impartiality is kept",
    ),
    "shared-intake.order-missing": ("请填写检测委托单号", "Enter the number of the laboratory's order"),
    "shared-intake.order-known": ("检测委托单已登记", "The laboratory's order is entered already"),
    "shared-intake.tell-what": ("请写明内容和接收人", "Say what it is, and to whom it went"),
    "shared-intake.outside-consent": (
        "传递日期须在委托方同意之后，且不晚于今天",
        "It is passed on after the client consented, and not later than today",
    ),
    # events
    "event.shared-intake.taken": (
        "申请 {application} 与{laboratory}一站式受理，{consent_by} 于 {consented_on} 书面同意",
        "Application {application} taken in with {laboratory}; {consent_by} consented in writing on {consented_on}",
    ),
    "event.shared-intake.order-entered": ("检测委托单 {order}", "The laboratory's order {order}"),
    "event.shared-intake.passed-on": (
        "{direction:passing-direction}：{content:passing-content}（{what}），接收人 {recipient}，{passed_on}",
        "{direction:passing-direction}: {content:passing-content} ({what}), received by {recipient} on {passed_on}",
    ),
    "event.shared-intake.consent-ended": (
        "委托方收回同意：{reason}",
        "The client took its consent back: {reason}",
    ),
}
