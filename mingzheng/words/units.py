"""Units of the numbers of the rules."""

WORDS = {
    "unit.years": ("年", "years"),
    "unit.months": ("个月", "months"),
    "unit.days": ("天", "days"),
    "unit.working days": ("个工作日", "working days"),
    "unit.degrees": ("℃", "°C"),
    "unit.hours": ("学时", "hours"),
    "unit.percent": ("%", "%"),
    "unit.persons": ("人", "persons"),
    "unit.certificates": ("张证书", "certificates"),
    "unit.cycles": ("个周期", "cycles"),
    "unit.audits": ("次审核", "audits"),
    "unit.points": ("分", "points"),
    "unit.surveys": ("份问卷", "surveys"),
    "unit.attachments": ("个附件", "attachments"),
    "unit.a calendar year": ("次/日历年", "a calendar year"),
    "unit.day of the next month": ("日（次月）", "th of the next month"),
}
