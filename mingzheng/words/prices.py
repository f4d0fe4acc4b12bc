"""The floor of prices and its exceptions, services beside certification."""

WORDS = {
    "income.certification": ("认证", "Certification"),
    "income.training": ("培训", "Training"),
    "income.technical_service": ("技术服务", "Technical services"),
    "service-class.open": ("公开通用", "Open and generic"),
    "service-class.guarded": ("单位定制，须回避", "For one organisation, kept apart"),
    "service-class.forbidden": ("禁止提供", "Not offered"),
    "exception-state.asked": ("待批准", "To decide"),
    "exception-state.granted": ("已批准", "Approved"),
    "exception-state.refused": ("未批准", "Refused"),
    "queue.prices.exceptions": ("低于底价的报价申请", "Quotations below the floor"),
    "queue.prices.unclassified": ("待定公正性类别的服务", "Services without an impartiality class"),
    # refusals
    "price.floor-not-positive": ("底价必须大于零", "The floor is more than nothing"),
    "price.floor-in-the-past": ("底价不能早于今天生效", "The floor takes effect from today at the earliest"),
    "price.floor-set-already": ("该日已设定底价", "A floor is set from that day already"),
    "price.below-floor": (
        "每人日 {price:money} 元低于底价 {floor:money} 元，须先经管理层批准",
        "CNY {price:money} an auditor-day is below the floor of CNY {floor:money}; top management approves it first",
    ),
    "price.no-floor": ("尚未设定底价", "No floor is set"),
    "price.not-below-floor": (
        "申请的单价应大于零且低于底价 {floor:money} 元",
        "What is asked for lies above nothing and below the floor of CNY {floor:money}",
    ),
    "price.exception-asked": ("该报价已有待批准的申请", "An exception for this quotation waits already"),
    "price.exception-decided": ("已作决定", "It is decided already"),
    "price.own-exception": ("不能批准自己提出的申请", "Nobody decides what he asked for himself"),
    "price.reason-missing": ("请写明理由", "Give the reason"),
    "service.name-missing": ("请填写中英文名称", "Name it in both languages"),
    "service.no-service": (
        "认证本身不登记为其他服务",
        "Certification itself is no service beside certification",
    ),
    "service.analysis-missing": ("请写明公正性分析", "Write the analysis of impartiality"),
    "service.unclassified": (
        "该服务未定公正性类别，不得报价",
        "Without an impartiality class it is not quoted",
    ),
    "service.forbidden": (
        "该服务属于咨询或内审，认证机构不得提供",
        "This is consultancy or an internal audit, which a certification body does not offer",
    ),
    # events
    "event.fee-floor.set": (
        "底价定为每人日 {per_day:money} 元，自 {valid_from} 起",
        "Floor set to CNY {per_day:money} an auditor-day from {valid_from}",
    ),
    "event.exception.asked": (
        "申请 {application} 以每人日 {per_day:money} 元报价",
        "Asked to quote {application} at CNY {per_day:money} an auditor-day",
    ),
    "event.exception.decided": ("{outcome:exception-state}", "{outcome:exception-state}"),
    "event.service.entered": ("登记服务：{name_zh}", "Service entered: {name_zh}"),
    "event.service.classified": (
        "公正性类别：{impartiality:service-class}",
        "Impartiality class: {impartiality:service-class}",
    ),
}
