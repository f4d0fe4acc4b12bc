"""The figures of certificates, visits, applications and contracts: what each is called, and what it counts."""

WORDS = {
    "figure.valid-certificates": ("有效证书", "Valid certificates"),
    "figure-means.valid-certificates": (
        "期末有效的证书张数，暂停的不计；结合审核的各体系分别计",
        "Certificates in force at the end, without those suspended; each system of a combined audit by itself",
    ),
    "figure.suspended-at-end": ("暂停中的证书", "Certificates under suspension"),
    "figure-means.suspended-at-end": ("期末处于暂停状态的证书", "Certificates suspended at the end"),
    "figure.certified-clients": ("获证组织", "Certified clients"),
    "figure-means.certified-clients": (
        "期末至少持有一张有效证书的组织，同一组织只计一次",
        "Organisations that hold at least one certificate in force at the end, each counted once",
    ),
    "figure.premium-clients": ("优质客户", "Premium clients"),
    "figure-means.premium-clients": (
        "期末等级为优质的客户，按最后一次分级；清单不列名称，等级不让评定和决定人员看到",
        "Clients whose last tier at the end is premium; the list names none, since tiers are kept from those who decide",
    ),
    "figure.sector-clients": ("行业标签客户", "Clients tagged by sector"),
    "figure-means.sector-clients": (
        "期末带有行业标签的客户，按行业分；属于两个行业的在两个行业各计一次",
        "Clients that carry a sector's tag at the end, by sector; one of two sectors counts in each",
    ),
    "figure.initial-certificates": ("初次发证", "Initial certificates"),
    "figure-means.initial-certificates": (
        "期内初次颁发的证书，再认证、换证和自其他机构转入的不计",
        "First certificates issued; neither recertified, nor new versions, nor taken over from another body",
    ),
    "figure.taken-over-certificates": ("转入证书", "Taken over"),
    "figure-means.taken-over-certificates": (
        "期内自其他机构转入、沿用原周期颁发的证书（IAF MD 2），不计入初次发证",
        "Certificates issued in the cycle another body began (IAF MD 2); not among the initial ones",
    ),
    "figure.surveilled-certificates": ("监督审核", "Certificates surveilled"),
    "figure-means.surveilled-certificates": (
        "期内监督审核后决定保持的证书，结合审核按体系分别计；到场次数见“审核次数”",
        "Certificates maintained after a surveillance audit, each system by itself; for trips see visits",
    ),
    "figure.suspensions": ("暂停证书", "Suspensions"),
    "figure-means.suspensions": ("期内作出的暂停，之后恢复的也计", "Suspensions, also those lifted later"),
    "figure.withdrawn-for-the-regulator": ("撤销证书", "Withdrawn, as the regulator counts"),
    "figure-means.withdrawn-for-the-regulator": (
        "期内撤销的证书与换发新证的旧证书（主管部门口径）",
        "Withdrawn certificates and those replaced by another",
    ),
    "figure.withdrawn-certificates": ("实际撤销", "Withdrawn"),
    "figure-means.withdrawn-certificates": (
        "期内决定撤销的证书，换发新证的不计",
        "Certificates withdrawn by decision, without those replaced",
    ),
    "figure.cancelled-certificates": ("注销证书", "Cancelled"),
    "figure-means.cancelled-certificates": (
        "期内应组织申请注销的证书",
        "Certificates cancelled at the client's request",
    ),
    "figure.replaced-certificates": ("换发新证", "Replaced"),
    "figure-means.replaced-certificates": (
        "期内由新证替代的旧证书，含再认证与变更换证",
        "Certificates replaced by a new number, at recertification or for a change",
    ),
    "figure.renewed-certificates": ("再认证发证", "Renewed"),
    "figure-means.renewed-certificates": (
        "期内再认证后颁发、替代仍有效旧证的证书",
        "Certificates issued after recertification in place of a living one",
    ),
    "figure.restored-certificates": ("恢复证书", "Restored"),
    "figure-means.restored-certificates": (
        "期内从暂停恢复，或过期后六个月内恢复的证书",
        "Certificates restored from suspension, or within six months after expiry",
    ),
    "figure.expired-certificates": ("过期失效", "Expired"),
    "figure-means.expired-certificates": (
        "期内到期未再认证的证书",
        "Certificates that ran out without recertification",
    ),
    "figure.visits": ("审核次数", "Visits"),
    "figure-means.visits": (
        "期内开始（首次会议）的现场审核次数，结合审核计一次",
        "Visits begun (opening meeting), a combined one counted once",
    ),
    "figure.combined-visits": ("结合审核次数", "Combined visits"),
    "figure-means.combined-visits": (
        "其中同时审核两个及以上体系的次数",
        "Of the visits, those for two or more systems",
    ),
    "figure.visit-days": ("审核人日", "Auditor-days"),
    "figure-means.visit-days": (
        "期内开始的审核按体系确定的审核人日之和",
        "Auditor-days determined for the visits begun, all systems together",
    ),
    "figure.decisions": ("认证决定", "Decisions"),
    "figure-means.decisions": ("期内作出的认证决定，接转的不计", "Certification decisions made here"),
    "figure.applications": ("认证申请", "Applications"),
    "figure-means.applications": ("期内提交的认证申请", "Applications submitted"),
    "figure.applications-accepted": ("受理申请", "Applications accepted"),
    "figure-means.applications-accepted": ("期内评审通过并受理的申请", "Applications accepted after review"),
    "figure.applications-refused": ("不予受理", "Applications refused"),
    "figure-means.applications-refused": (
        "期内不予受理的申请，每一份都写明理由",
        "Applications refused, each with its reason",
    ),
    "figure.contracts-signed": ("签订合同", "Contracts signed"),
    "figure-means.contracts-signed": ("期内双方签订的认证合同", "Certification contracts signed by both"),
}
