"""Marks: what clients ask for, what was found misused, and why not."""

WORDS = {
    "event.mark.requested": (
        "获证组织申请使用{mark:mark}（{place:mark-place}）：{description}",
        "The client asks to use: {mark:mark}, on: {place:mark-place}. {description}",
    ),
    "event.mark.answered": (
        "答复标志使用申请：{agreed:mark-answer}。{reason}",
        "Answered: {agreed:mark-answer}. {reason}",
    ),
    "event.misuse.opened": ("发现误用：{who}。{what}", "Misuse found: {who}. {what}"),
    "event.misuse.closed": ("误用已处理：{action}", "Misuse settled: {action}"),
    "mark.body": ("本机构认证标志", "The body's certification mark"),
    "mark.accredited": ("认证标志与认可标识", "Certification mark with the accreditation mark"),
    "mark.mla": (
        "认证标志与国际互认标识",
        "Certification mark with the mark of the multilateral arrangement",
    ),
    "mark.statement": ("认证文字声明", "A statement in words"),
    "mark-place.stationery": ("名片、信笺、文件", "Cards, letters, documents"),
    "mark-place.website": ("网站、公众号", "Website"),
    "mark-place.advertising": ("广告、展会、宣传册", "Advertising, fairs, brochures"),
    "mark-place.vehicle": ("车辆、建筑", "Vehicles, buildings"),
    "mark-place.packaging": ("可拆除的包装、随附文件", "Packaging that comes off, accompanying papers"),
    "mark-place.product": ("产品本身", "The product itself"),
    "mark-place.report": ("检测、校准、检验报告", "Reports of tests, calibrations, inspections"),
    "mark-answer.agreed": ("同意", "agreed"),
    "mark-answer.refused": ("不同意", "refused"),
    "mark.not-in-force": (
        "证书不在有效状态，不得使用标志",
        "The certificate is not in force, so no mark may be used",
    ),
    "mark.on-a-product": (
        "管理体系认证标志不得用于产品",
        "A management system mark must not stand on a product",
    ),
    "mark.on-a-report": (
        "标志不得用于检测、校准、检验报告和证书",
        "A mark must not stand on reports and certificates of tests, calibrations or inspections",
    ),
    "mark.not-accredited": (
        "证书不带认可，不得使用认可标识",
        "The certificate is not under accreditation, so that mark may not be used",
    ),
    "mark.no-statement": (
        "包装和随附文件上只可使用文字声明，须写明组织名称、体系和认证机构",
        "On packaging and accompanying papers only a statement in words may stand: who, which system, by which body",
    ),
    "mark.answered-already": ("已经答复", "It has been answered already"),
    "mark.no-reason": ("不同意须写明原因", "Say why it is refused"),
    "misuse.closed-already": ("已经结案", "The case is closed already"),
    "misuse.no-action": ("结案须写明采取的措施", "Say what was done before the case is closed"),
    "queue.marks.to-answer": ("待答复标志使用申请", "Mark requests to answer"),
    "queue.marks.to-close": ("误用待处理", "Misuses to settle"),
}
