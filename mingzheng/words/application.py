"""Why an application cannot be handed in, or cannot be accepted."""

WORDS = {
    "application.missing.name": ("请填写组织名称", "Enter the organisation's name"),
    "application.missing.credit_code_valid": (
        "请填写正确的统一社会信用代码",
        "Enter a correct unified social credit code",
    ),
    "application.missing.address": ("请填写地址", "Enter the address"),
    "application.missing.contact": ("请填写联系人", "Name a contact person"),
    "application.missing.phone": ("请填写联系电话", "Enter a telephone number"),
    "application.missing.standards": (
        "请选择申请认证的管理体系",
        "Choose at least one management system standard",
    ),
    "application.missing.scope": ("请填写申请的认证范围", "Describe the scope to be certified"),
    "application.missing.sites": ("请至少填写一个场所", "Enter at least one site"),
    "application.missing.personnel": ("请填写体系覆盖人数", "Enter the personnel the system covers"),
    "application.missing.certificates_declared": (
        "请说明是否持有或曾持有认证证书",
        "Say whether you hold or held certificates",
    ),
    "application.missing.consultancy_declared": (
        "请说明是否接受过管理体系咨询",
        "Say whether you used management system consultancy",
    ),
    "application.missing.incidents_declared": (
        "请说明是否发生过重大事故或监督抽查不合格；有的，请填写日期",
        "Say whether there was a grave accident or a failed sampling, and if so when",
    ),
    "application.missing.stop_declared": (
        "请说明是否被责令停产停业整顿",
        "Say whether an authority has ordered you to stop",
    ),
    "application.missing.legal_status_attached": (
        "请上传法律地位证明文件（营业执照等）",
        "Attach proof of legal status, such as the business licence",
    ),
    "application.no-standard": ("申请未选择任何管理体系", "The application names no standard"),
    "application.no-personnel": ("体系覆盖人数应大于零", "The system must cover at least one person"),
    "application.no-legal-status": (
        "缺少有效的法律地位证明文件",
        "No valid proof of legal status has been shown",
    ),
    "application.not-run-long-enough": (
        "管理体系运行未满 {months} 个月",
        "The management system has not run for {months} months",
    ),
    "application.no-internal-audit": ("尚未完成内部审核", "No internal audit has been completed"),
    "application.no-management-review": ("尚未完成管理评审", "No management review has been completed"),
    "application.permit-missing": (
        "缺少有效的行政许可或资质：{permit}",
        "A permit or qualification is missing or not valid: {permit}",
    ),
    "application.untrustworthy": (
        "申请组织被列入严重违法失信名单",
        "The applicant is on a public list of serious violations of trust",
    ),
    "application.ordered-to-stop": (
        "申请组织被责令停产停业，尚未恢复",
        "An authority has ordered the applicant to stop and has not let it go on yet",
    ),
    "application.accident-too-recent": (
        "发生重大事故未满 {months} 个月，{free_on} 起方可申请",
        "A grave accident less than {months} months ago; an application is possible from {free_on}",
    ),
    "application.sampling-too-recent": (
        "国抽不合格未满 {months} 个月且未完成整改，{free_on} 起方可申请",
        "A failed national sampling less than {months} months ago, not corrected; an application is possible from {free_on}",
    ),
    "application.banned": (
        "{standard} 证书曾被暂停或撤销，{free_on} 起方可再次申请",
        "The {standard} certificate was suspended or withdrawn; a new application is possible from {free_on}",
    ),
    "application.no-code": (
        "{standard} 尚未确定专业代码",
        "No technical code has been determined for {standard}",
    ),
    "application.outside-scope": (
        "{standard} 专业代码 {area} 不在本机构认可业务范围内",
        "Technical code {area} for {standard} is outside the body's accredited scope",
    ),
    "application.too-few-auditors": (
        "{standard} 专业代码 {area} 现有专业审核员 {held} 名，至少应有 {needed} 名",
        "Technical code {area} for {standard} has {held} competent auditors; at least {needed} are required",
    ),
}
