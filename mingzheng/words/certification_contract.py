"""The certification contract, article by article (what ISO/IEC 17021-1 5.1.2, 8.3, 8.4, 8.5 and 9.6-9.8 ask to be agreed)."""

WORDS = {
    "paper.contract.title": ("管理体系认证合同", "Certification contract"),
    "paper.contract.original.1": ("正本一（甲方存）", "First original (kept by party A)"),
    "paper.contract.original.2": ("正本二（乙方存）", "Second original (kept by party B)"),
    "paper.contract.party-a": ("甲方（委托人）", "Party A (client)"),
    "paper.contract.party-b": ("乙方（认证机构）", "Party B (certification body)"),
    "paper.contract.preamble": (
        "甲方委托乙方对其管理体系实施认证，双方经协商一致，订立本合同。",
        "Party A asks party B to certify its management system. The parties agree as follows.",
    ),
    "paper.contract.subject": ("第一条　认证标准与范围", "Article 1. Standards and scope"),
    "paper.contract.subject.1": (
        "乙方按下列标准和范围对甲方实施审核，并独立作出认证决定。",
        "Party B audits party A to these standards and within this scope, and decides independently.",
    ),
    "paper.contract.price": ("第二条　审核人日与费用", "Article 2. Auditor-days and price"),
    "paper.contract.price.1": (
        "一个认证周期内各次审核的人日和费用如下：",
        "The auditor-days and prices of the audits of one certification cycle are:",
    ),
    "paper.contract.price.2": (
        "甲方应在每次审核实施前付清该次审核的费用；费用与认证结果无关，未通过认证不予退还。",
        "Party A pays for each audit before it begins. The price does not depend on the outcome and is not returned "
        "when certification is refused.",
    ),
    "paper.contract.price.3": (
        "人数、场所或范围变化导致人日变化，或需增加特殊审核的，费用由双方另行书面确认。",
        "Where changes in personnel, sites or scope change the days, or a special audit is needed, the price is agreed "
        "in writing.",
    ),
    "paper.contract.client-duties": ("第三条　甲方的权利和义务", "Article 3. Rights and duties of party A"),
    "paper.contract.client-duties.1": (
        "如实提供与认证有关的信息，持续满足认证要求，遵守适用的法律法规。",
        "Party A gives true information, keeps meeting the requirements for certification, and obeys the law.",
    ),
    "paper.contract.client-duties.2": (
        "为审核提供必要条件：查阅文件和记录，进入全部相关过程、场所、班次，与有关人员面谈，调查投诉。",
        "It gives access to documents and records, to all relevant processes, sites and shifts, to the people concerned, "
        "and for the investigation of complaints.",
    ),
    "paper.contract.client-duties.3": (
        "接受监管部门、认可机构的检查和见证，接受观察员到场。",
        "It accepts inspection and witnessing by the authorities and the accreditation body, and the presence of observers.",
    ),
    "paper.contract.client-duties.4": (
        "法律地位、所有权、组织和管理层、联系地址与场所、认证范围、管理体系和过程发生重大变化时，立即书面告知乙方。",
        "It tells party B in writing and without delay of changes in legal status or ownership, organisation and "
        "management, address and sites, scope, and of major changes in system and processes.",
    ),
    "paper.contract.client-duties.5": (
        "发生重大质量、环境或安全事故，受到行政处罚或被媒体曝光的，立即告知乙方。",
        "It tells party B without delay of serious incidents in quality, environment or safety, of penalties and of "
        "adverse publicity.",
    ),
    "paper.contract.client-duties.6": (
        "记录并处理与管理体系有关的投诉，审核时向乙方提供。",
        "It keeps a record of complaints about what the system covers, deals with them, and shows the record to the auditors.",
    ),
    "paper.contract.client-duties.7": (
        "对不符合在规定期限内查明原因，采取纠正和纠正措施。",
        "It finds the cause of nonconformities and corrects them within the time set.",
    ),
    "paper.contract.client-duties.8": (
        "有权对审核组成员提出异议，有权投诉和申诉，有权随时申请缩小范围或注销证书。",
        "It may object to members of the team, complain and appeal, and ask at any time for a reduced scope or for cancellation.",
    ),
    "paper.contract.body-duties": ("第四条　乙方的权利和义务", "Article 4. Rights and duties of party B"),
    "paper.contract.body-duties.1": (
        "公正、独立地实施认证，不向甲方提供管理体系咨询。",
        "Party B certifies impartially and independently and gives party A no consultancy.",
    ),
    "paper.contract.body-duties.2": (
        "委派具备能力且与甲方无利益关系的人员，按规则确定并用足审核人日。",
        "It sends competent people without any interest in party A, for the full auditor-days the rules require.",
    ),
    "paper.contract.body-duties.3": (
        "提前告知审核日期和审核组组成，审核前提交审核计划，审核后提交审核报告。",
        "It announces the days and the team in advance, gives the plan before and the report after each audit.",
    ),
    "paper.contract.body-duties.4": (
        "根据审核结果及其他信息作出授予、拒绝、保持、更新、扩大、缩小、暂停、恢复或撤销认证的决定，对决定负责。",
        "It decides on granting, refusing, maintaining, renewing, extending, reducing, suspending, restoring or "
        "withdrawing certification, and answers for its decisions.",
    ),
    "paper.contract.body-duties.5": (
        "认证要求发生变化时及时告知甲方，并验证甲方是否满足新的要求。",
        "It tells party A of changes in the requirements for certification in good time and verifies that they are met.",
    ),
    "paper.contract.body-duties.6": (
        "按规定上报认证信息，公布证书及其状态，供公众查询。",
        "It reports to the authorities as required and publishes each certificate and its status.",
    ),
    "paper.contract.body-duties.7": (
        "因投诉、变更或暂停后续跟踪需要，可提前较短时间通知或不通知实施审核。",
        "It may audit at short notice or unannounced to follow up complaints, changes or suspensions.",
    ),
    "paper.contract.certificate": ("第五条　证书和认证标志", "Article 5. Certificate and marks"),
    "paper.contract.certificate.1": (
        "甲方只能在认证范围内正确使用证书和标志，不得误导公众，不得损害认证制度的信誉。",
        "Party A uses certificate and marks only within the scope, does not mislead and does not bring certification "
        "into disrepute.",
    ),
    "paper.contract.certificate.2": (
        "不得将标志用于产品或产品包装，也不得用于检测、校准、检验报告，使人误认为产品获得认证。",
        "Marks are not put on a product or its packaging, nor on test, calibration or inspection reports, as if the "
        "product were certified.",
    ),
    "paper.contract.certificate.3": (
        "部分使用证书或报告不得产生误导；不得暗示认证适用于范围以外的活动和场所。",
        "Parts of a certificate or report are not used to mislead; nothing suggests that activities or sites outside "
        "the scope are certified.",
    ),
    "paper.contract.certificate.4": (
        "证书暂停、撤销、注销或过期的，立即停止使用证书和标志及相关宣传；缩小范围的，相应修改宣传材料。",
        "When the certificate is suspended, withdrawn, cancelled or expired, all use and advertising stop at once; "
        "when the scope is reduced, advertising is changed accordingly.",
    ),
    "paper.contract.certificate.5": (
        "证书所有权归乙方；误用证书或标志的，乙方可要求纠正、暂停、撤销、公布并依法追究。",
        "The certificate remains the property of party B, which may require correction, suspend, withdraw, publish and "
        "take legal action in case of misuse.",
    ),
    "paper.contract.confidentiality": ("第六条　保密", "Article 6. Confidentiality"),
    "paper.contract.confidentiality.1": (
        "乙方及其人员对认证中获得的甲方信息保密，甲方已公开或双方同意公开的除外。",
        "Party B and its people keep confidential what they learn of party A, unless party A has made it public or the "
        "parties agree.",
    ),
    "paper.contract.confidentiality.2": (
        "依法须向监管部门、认可机构提供的，乙方可以提供；除法律禁止外，事先告知甲方。",
        "Where the law or accreditation requires disclosure, party B may disclose, and tells party A beforehand unless "
        "the law forbids it.",
    ),
    "paper.contract.confidentiality.3": (
        "证书编号、组织名称、标准、范围、地点和状态属于公开信息。保密义务在本合同终止后继续有效。",
        "Certificate number, name, standard, scope, place and status are public. Confidentiality outlasts this contract.",
    ),
    "paper.contract.complaints": ("第七条　投诉与申诉", "Article 7. Complaints and appeals"),
    "paper.contract.complaints.1": (
        "甲方可就乙方的服务、人员或决定投诉、申诉：{channel}。",
        "Party A may complain about the service or the people of party B, or appeal against a decision: {channel}.",
    ),
    "paper.contract.complaints.2": (
        "乙方由与事项无关的人员调查处理并书面答复；甲方不因投诉、申诉受到歧视，仍可向监管部门或认可机构反映。",
        "People not involved in the matter investigate and answer in writing. Party A suffers no disadvantage and may "
        "still turn to the authorities or the accreditation body.",
    ),
    "paper.contract.term": ("第八条　期限与终止", "Article 8. Term and end"),
    "paper.contract.term.1": (
        "本合同自双方签字盖章之日起生效，至所涉证书有效期届满、撤销或注销之日止。",
        "This contract takes effect when both have signed and sealed it, and ends when the certificates under it have "
        "expired, been withdrawn or been cancelled.",
    ),
    "paper.contract.term.2": (
        "甲方未通过认证，或任何一方严重违约且在书面催告后仍不改正的，另一方可终止本合同。",
        "It may be ended when certification is refused, or by either party when the other seriously breaches it and "
        "does not mend this after written notice.",
    ),
    "paper.contract.term.3": (
        "甲方提供虚假信息的，乙方可撤销证书并终止本合同，已收费用不予退还。",
        "If party A gave false information, party B may withdraw the certificates and end the contract; fees are not returned.",
    ),
    "paper.contract.disputes": ("第九条　争议与其他", "Article 9. Disputes and final provisions"),
    "paper.contract.disputes.1": (
        "本合同适用中华人民共和国法律；争议由双方协商解决，协商不成的，提交乙方所在地人民法院。",
        "The law of the People's Republic of China applies. Disputes that cannot be settled by agreement go to the "
        "people's court at the seat of party B.",
    ),
    "paper.contract.disputes.2": (
        "本合同一式两份，甲乙双方各执一份，具有同等效力；未尽事宜另行书面约定。以中文文本为准。",
        "There are two originals of equal force, one for each party. What is not settled here is agreed in writing. "
        "The Chinese text prevails.",
    ),
}
