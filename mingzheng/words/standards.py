"""Management systems and the audits of their cycle."""

WORDS = {
    "standard.QMS": ("质量管理体系", "Quality management system"),
    "standard.EMS": ("环境管理体系", "Environmental management system"),
    "standard.OHSMS": ("职业健康安全管理体系", "Occupational health and safety management system"),
    "standard.CSR": ("企业社会责任管理体系", "Social responsibility management system"),
    "standard.product": ("自愿性产品认证", "Voluntary product certification"),
    "standard.service": ("服务认证", "Service certification"),
    "audit-kind.initial": ("初次认证审核", "Initial audit"),
    "audit-kind.surveillance": ("监督审核", "Surveillance audit"),
    "audit-kind.recertification": ("再认证审核", "Recertification audit"),
    "complexity.high": ("高", "High"),
    "complexity.medium": ("中", "Medium"),
    "complexity.low": ("低", "Low"),
    "complexity.limited": ("有限", "Limited"),
}
