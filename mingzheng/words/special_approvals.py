"""Special approvals: how much of an audit is held from afar, how long somebody is out."""

WORDS = {
    "approval.share-out-of-range": ("远程比例应为 0 至 100", "The remote share lies between 0 and 100"),
    "approval.remote-above-limit": (
        "远程比例 {share} % 超过上限 {most} %，须先申请特批并获批准",
        "{share} % from afar is above the limit of {most} %: a special approval is needed first",
    ),
    "approval.too-long-in-a-row": (
        "{person} 将连续外出 {days} 天，上限 {most} 天；须特批",
        "{person} would be out {days} days in a row, above the limit of {most}: it needs a special approval",
    ),
    "approval.too-many-a-month": (
        "{person} {month} 将外出 {days} 天，上限 {most} 天；须特批",
        "{person} would be out {days} days in {month}, above the limit of {most}: it needs a special approval",
    ),
    "approval.no-rest-day": (
        "{person} 在 {week} 开始的一周没有休息日（每周外出最多 {most} 天，不能特批）",
        "{person} would have no free day in the week of {week} ({most} days out at most); no approval gives that day away",
    ),
    "approval.no-reason": ("请写明理由", "Give the reason"),
    "approval.no-person": ("请选择超出外出限度的人员", "Say whose days out are too many"),
    "approval.no-days": ("请写明外出的首日和末日", "Give the first and the last day out"),
    "approval.not-above-limit": (
        "远程比例须超过 {most} % 才需特批，最多 100 %",
        "Only more than {most} % from afar needs approval, 100 % at most",
    ),
    "approval.asked-already": ("该审核已有同类特批申请待批准", "The same is asked for this visit already"),
    "approval.decided-already": ("已作决定", "It is decided already"),
    "approval.too-late": (
        "审核已开始或已取消，不能再申请或批准",
        "The visit has begun or is dropped: it is too late to ask or approve",
    ),
    "approval.own-request": (
        "不能批准自己提出的或涉及自己的申请",
        "Nobody decides what he asked for himself, or what is about himself",
    ),
    "special-approval.remote": ("远程比例超限", "More from afar than the limit"),
    "special-approval.days-out": ("外出天数超限", "Too many days out"),
    "queue.schedule.special-approvals": ("待批准的审核特批", "Special approvals for visits"),
    "event.special-approval.asked": (
        "申请特批（{visit}）：{limit:special-approval}。{reason}",
        "A special approval was asked for {visit}: {limit:special-approval}. {reason}",
    ),
    "event.special-approval.decided": (
        "特批（{visit}）：{outcome:exception-state} {remark}",
        "Special approval for {visit}: {outcome:exception-state} {remark}",
    ),
}
