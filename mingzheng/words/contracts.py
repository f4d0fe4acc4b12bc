"""Applications, their review by three people, prices and contracts."""

WORDS = {
    "application-status.draft": ("草稿", "Draft"),
    "application-status.submitted": ("评审中", "Under review"),
    "application-status.questions": ("待补充", "Questions to answer"),
    "application-status.accepted": ("已受理", "Accepted"),
    "application-status.refused": ("不予受理", "Refused"),
    "application-status.withdrawn": ("已撤回", "Withdrawn"),
    "adviser.body_internal_audit": ("本机构实施过内部审核", "This body: internal audits"),
    "adviser.body_consultancy": ("本机构提供过咨询", "This body: consultancy"),
    "adviser.related_body": ("关联机构提供过咨询", "A related body: consultancy"),
    "earlier-status.in_force": ("有效", "In force"),
    "earlier-status.suspended": ("暂停", "Suspended"),
    "earlier-status.withdrawn": ("撤销", "Withdrawn"),
    "earlier-status.cancelled": ("注销", "Cancelled"),
    "earlier-status.expired": ("过期失效", "Expired"),
    "contract-status.offered": ("待签订", "To be signed"),
    "contract-status.signed": ("已签订", "Signed"),
    "contract-status.carried": ("接转", "Carried over"),
    "contract-status.ended": ("已终止", "Ended"),
    # the review
    "review-part.market": ("市场评审", "Market review"),
    "review-part.technical": ("专业评审", "Technical review"),
    "review-part.programme": ("方案评审", "Programme review"),
    "review-point.identity": (
        "法律地位证明真实有效，与国家企业信用信息公示系统一致",
        "Proof of legal status is genuine and agrees with the national register of enterprises",
    ),
    "review-point.permits": (
        "申请范围所需的行政许可、资质齐全有效",
        "All permits and qualifications the scope requires are there and valid",
    ),
    "review-point.complete": (
        "申请信息充分，双方理解上的分歧已解决",
        "The information is sufficient and differences in understanding are resolved",
    ),
    "review-point.no_ban": (
        "已查询国家认证认可信息平台，无禁止受理情形",
        "The national certification platform was checked and no ban applies",
    ),
    "review-point.impartial": (
        "咨询机构与本机构无关联，公正性无威胁",
        "The consultancy used is unrelated to the body; impartiality is not threatened",
    ),
    "review-point.scope": (
        "认证范围中英文表述准确，与经营和许可范围相符",
        "The scope is worded correctly in both languages and lies within what the organisation may do",
    ),
    "review-point.codes": (
        "专业代码和复杂程度（风险）判定正确",
        "Technical codes and complexity (risk) are determined correctly",
    ),
    "review-point.law": (
        "适用的法律法规及标准要求已识别",
        "The laws and standards that apply have been identified",
    ),
    "review-point.competence": (
        "本机构具备审核和认证决定所需的专业能力",
        "The body has the competence for the audits and for the decision",
    ),
    "review-point.personnel": (
        "有效人数已按班次、兼职和重复性工作核实",
        "The effective number of personnel was verified by shifts, part-time and repetitive work",
    ),
    "review-point.sites": (
        "场所、语言、安全条件等影响审核的因素已考虑",
        "Sites, language, safety and other conditions of the audit were taken into account",
    ),
    "review-point.time": (
        "审核人日及增减理由充分",
        "The audit time and the reasons for its factors are sound",
    ),
    "review-point.capacity": (
        "在期望时间内可派出有能力的审核组",
        "A competent team can be sent within the time wished for",
    ),
    # why a step of the review is not open
    "review.handed-in-already": (
        "申请已提交，不能再改动草稿",
        "The application has been handed in; it is no draft",
    ),
    "review.not-under-review": ("申请不在评审中", "The application is not under review"),
    "review.waits-for-answers": ("正等待申请方答复问题", "The applicant has not yet answered the questions"),
    "review.nothing-asked": ("没有待答复的问题", "There are no questions to answer"),
    "review.question-empty": (
        "请写明需要申请方补充的问题",
        "Write what the applicant is to explain or supply",
    ),
    "review.answer-missing": ("请逐项填写答复", "Every question needs an answer"),
    "review.concluded": ("申请已经了结", "The application has been concluded"),
    "review.not-refused": ("申请并未被拒绝", "The application was not refused"),
    "review.answered-already": ("意见已提交并随案保存", "An answer has been given and is kept with the file"),
    "review.no-reason": ("不予受理须写明理由", "A refusal needs its reason"),
    "review.points-open": ("还有 {left} 项未确认", "{left} points are not confirmed yet"),
    "review.confirmed-already": ("这部分评审已经确认", "This part of the review has been confirmed"),
    "review.same-person": (
        "三方评审须由三个人分别确认，您已确认其中一方",
        "Three different people confirm the three parts; you have confirmed one",
    ),
    "review.not-checked": (
        "尚未登记对申请方的核查结果（信用、许可、既往证书）",
        "What the registers say of the applicant (trust, permits, earlier certificates) is not recorded yet",
    ),
    "review.not-classified": (
        "{standard} 尚未确定专业代码和复杂程度",
        "Technical codes and complexity of {standard} are not determined yet",
    ),
    "review.code-unfit": (
        "专业代码“{code}”格式有误，应如 17.10.02",
        "{code} is no technical code; it looks like 17.10.02",
    ),
    "review.time-not-determined": (
        "{standard} 尚未确定审核人日",
        "The audit time of {standard} is not determined yet",
    ),
    "review.part-open.market": ("市场评审尚未确认", "The market review is not confirmed yet"),
    "review.part-open.technical": ("专业评审尚未确认", "The technical review is not confirmed yet"),
    "review.part-open.programme": ("方案评审尚未确认", "The programme review is not confirmed yet"),
    "review.integration-without-reason": (
        "因一体化减少人日须写明依据",
        "A reduction for integration needs its reason",
    ),
    "contract.not-accepted": ("申请尚未受理", "The application has not been accepted"),
    "contract.signed-already": ("合同已经签订", "The contract has been signed"),
    "contract.not-offered": ("合同尚未报价", "The contract has not been offered"),
    "contract.ended": ("合同已经终止", "The contract has ended"),
    "contract.discount-out-of-range": (
        "优惠金额不能为负，也不能超过合同金额",
        "A discount is neither negative nor more than the price",
    ),
    "contract.discount-without-reason": ("优惠须写明理由", "A discount needs its reason"),
    "contract.discount-by-director": ("优惠须由管理层批准", "A discount is granted by top management"),
    "contract.signed-copy-missing": (
        "请先归档双方签章的合同",
        "First file the contract signed by both",
    ),
    "contract.signatory-missing": ("请填写双方签字人", "Name who signed for each side"),
    # prices
    "price.application": ("申请费", "Application fee"),
    "price.initial": ("初次认证审核费（第一、二阶段）", "Initial audit, stages 1 and 2"),
    "price.certificate": ("审定与注册费（含证书费）", "Review, registration and certificate"),
    "price.surveillance-1": ("第一次监督审核费", "First surveillance audit"),
    "price.surveillance-2": ("第二次监督审核费", "Second surveillance audit"),
    "price.discount": ("优惠", "Discount"),
    "audit-time-part.personnel": ("有效人数", "Effective number of personnel"),
    "audit-time-part.integrated": ("结合审核（一体化）", "Integrated audit"),
    "visit-days.stage1": ("第一阶段", "Stage 1"),
    "visit-days.stage2": ("第二阶段", "Stage 2"),
    "visit-days.surveillance": ("每次监督", "Each surveillance"),
    "visit-days.recertification": ("再认证", "Recertification"),
    # queues
    "queue.contracts.market-review": ("待市场评审", "Market review"),
    "queue.contracts.technical-review": ("待专业评审", "Technical review"),
    "queue.contracts.audit-time": ("待确定审核人日", "Audit time to determine"),
    "queue.contracts.programme-review": ("待方案评审", "Programme review"),
    "queue.contracts.answered": ("申请方已答复", "Questions answered"),
    "queue.contracts.conclude": ("待受理", "To accept or refuse"),
    "queue.contracts.offer": ("待报价和拟定合同", "Contracts to offer"),
    "queue.contracts.sign": ("待签订合同", "Contracts to sign"),
    # what happened
    "event.application.begun": ("开始填写申请：{name_zh}", "Application begun: {name_zh}"),
    "event.application.saved": ("保存申请草稿", "Draft saved"),
    "event.application.submitted": ("提交认证申请：{name_zh}", "Application handed in: {name_zh}"),
    "event.application.amended": ("补正申请内容", "Application amended"),
    "event.application.answered": ("答复评审问题 {answers} 项", "{answers} questions answered"),
    "event.application.withdrawn": ("撤回申请：{name_zh}", "Application withdrawn: {name_zh}"),
    "event.application.refusal-answered": (
        "对不予受理提出意见：{name_zh}",
        "Answered the refusal: {name_zh}",
    ),
    "event.application.asked": (
        "退回补充 {questions} 个问题：{name_zh}",
        "{questions} questions sent back: {name_zh}",
    ),
    "event.application.checked": (
        "登记申请方核查结果：{name_zh}，既往证书 {earlier} 张",
        "Applicant checked: {name_zh}, {earlier} earlier certificates",
    ),
    "event.application.classified": (
        "确定专业代码和复杂程度：{name_zh}",
        "Technical codes and complexity determined: {name_zh}",
    ),
    "event.application.audit-time-determined": (
        "确定审核人日：{name_zh}，有效人数 {personnel}",
        "Audit time determined: {name_zh}, {personnel} effective personnel",
    ),
    "event.application.market-confirmed": ("市场评审通过：{name_zh}", "Market review confirmed: {name_zh}"),
    "event.application.technical-confirmed": (
        "专业评审通过：{name_zh}",
        "Technical review confirmed: {name_zh}",
    ),
    "event.application.programme-confirmed": (
        "方案评审通过：{name_zh}",
        "Programme review confirmed: {name_zh}",
    ),
    "event.application.accepted": ("受理申请：{name_zh}", "Application accepted: {name_zh}"),
    "event.application.refused": (
        "不予受理：{name_zh}。{reason}",
        "Application refused: {name_zh}. {reason}",
    ),
    "event.contract.offered": (
        "报价并拟定合同，金额 {total:money} 元",
        "Contract offered at CNY {total:money}",
    ),
    "event.contract.signed": ("签订合同", "Contract signed"),
}
