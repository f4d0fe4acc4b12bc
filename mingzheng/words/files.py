"""Papers: their kinds, and why one cannot be filed."""

WORDS = {
    "paper-kind.licence": ("法律地位证明（营业执照）", "Proof of legal status (business licence)"),
    "paper-kind.permit": ("行政许可、资质证明", "Permits and qualifications"),
    "paper-kind.organisation": (
        "组织机构图、流程图、场所清单",
        "Organisation chart, process flow, list of sites",
    ),
    "paper-kind.manual": ("管理体系文件", "Management system documents"),
    "paper-kind.compliance": (
        "环评、安评、职评、监测等合规材料",
        "Environmental, safety and occupational health evidence",
    ),
    "paper-kind.earlier_certificate": ("既往认证证书", "Earlier certificates"),
    "paper-kind.platform_check": (
        "认证认可信息公共服务平台查询记录",
        "Record of the check on the national certification platform",
    ),
    "paper-kind.signed_application": ("签章的认证申请书", "Signed application"),
    "paper-kind.signed_contract": ("双方签章的认证合同", "Contract signed by both"),
    "paper-kind.evidence": ("证据材料", "Evidence"),
    "paper-kind.other": ("其他材料", "Other papers"),
    "paper-filed.empty": ("文件是空的", "The file is empty"),
    "paper-filed.too-large": (
        "文件超过 {megabytes} MB，请压缩后再上传",
        "The file is larger than {megabytes} MB; make it smaller and try again",
    ),
    "paper-filed.unknown-type": (
        "只接收 PDF、JPG、PNG 以及不含宏的 Word（.docx）和 Excel（.xlsx）文件",
        "Only PDF, JPG, PNG and Word (.docx) or Excel (.xlsx) files without macros are taken",
    ),
    "paper-filed.unknown-kind": ("没有“{kind}”这类材料", "There is no kind of paper called {kind}"),
    "paper-filed.already": ("这份文件已经在此归档", "This file has already been filed here"),
    "paper-filed.too-many": ("本申请上传的文件已达上限", "No more files can be added to this application"),
    "event.paper.filed": ("归档材料：{name}", "Filed a paper: {name}"),
}
