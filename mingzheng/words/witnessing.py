"""Witnessed audits and the review of competence."""

WORDS = {
    "witnessing.passed": ("合格", "Passed"),
    "witnessing.to_improve": ("需改进", "To improve"),
    "witnessing.failed": ("不合格", "Failed"),
    "witnessing.planned": ("已安排", "Planned"),
    "witnessing.cancelled": ("已取消", "Called off"),
    "witnessing.own-audit": ("不能见证本人", "Nobody witnesses himself"),
    "witnessing.not-a-witness": (
        "见证人当日没有见证评价授权",
        "The witness is not authorised to witness on that day",
    ),
    "witnessing.not-registered": (
        "被见证人当日没有该体系的注册",
        "The auditor is not registered for the standard on that day",
    ),
    "witnessing.planned-already": (
        "该体系已安排一次见证",
        "A witnessed audit for this standard is planned already",
    ),
    "witnessing.not-planned": ("没有已安排的见证", "No witnessed audit is planned"),
    "witnessing.not-the-witness": ("由见证人本人记录", "The witness himself records it"),
    "witnessing.not-yet": ("{day} 还没到", "{day} has not come yet"),
    "witnessing.nothing-seen": ("请写明见证所见", "Say what was seen"),
    "competence.nothing-to-review": ("没有可评审的专业能力", "There is no competence to review"),
    "event.person.competence-reviewed": (
        "评审 {login} 的 {standard} 专业能力 {codes}，继续有效：{basis}",
        "The competence of {login} for {standard} {codes} was reviewed and holds: {basis}",
    ),
    "event.person.authorisation-confirmed": (
        "确认 {login} 的资格授权“{authorisation:authorisation}”继续有效：{basis}",
        "The authorisation of {login} as {authorisation:authorisation} was confirmed: {basis}",
    ),
    "event.person.witnessing-planned": (
        "安排 {witness} 于 {planned_for} 见证 {login} 的 {standard} 审核 {visit}",
        "{witness} is to see {login} at work for {standard} on {planned_for} {visit}",
    ),
    "event.person.witnessing-recorded": (
        "{witness} 于 {held} 见证 {login} 的 {standard} 审核：{outcome:witnessing}",
        "{witness} saw {login} at work for {standard} on {held}: {outcome:witnessing}",
    ),
    "event.person.witnessing-cancelled": (
        "取消 {planned_for} 对 {login} {standard} 审核的见证：{reason}",
        "The witnessed audit of {login} for {standard} planned for {planned_for} was called off: {reason}",
    ),
    "queue.competence.expiring": ("人员到期事项", "Ending for persons"),
    "queue.registration.short-of-hours": ("继续教育学时不足", "Short of hours before registering again"),
    "queue.registration.trainees": ("实习天数已满，可申报注册", "Trainees to register"),
    "queue.registration.candidacies": ("在办注册申报", "Candidacies under way"),
    "queue.registration.training": ("待审核的继续教育", "Education to accept"),
    "queue.competence.to-witness": ("我的见证任务", "Auditors to witness"),
    "expiring.registration": ("注册到期", "Registration ends"),
    "expiring.confirmation": ("注册年度确认", "Yearly confirmation"),
    "expiring.witnessing": ("见证评价", "To be witnessed"),
    "expiring.review": ("专业能力评审", "Competence review"),
    "expiring.authorisation": ("资格授权确认", "Authorisation to confirm"),
    "expiring.contract": ("合同到期", "Contract ends"),
    "expiring.insurance": ("保险到期", "Insurance ends"),
    "expiring.confidentiality": ("保密承诺", "Confidentiality to sign"),
    "expiring.impartiality": ("公正性声明", "Impartiality to sign"),
    "expiring.integrity": ("廉洁承诺", "Integrity pledge to sign"),
    "expiring.conduct": ("行为规范声明", "Code of conduct to sign"),
}
