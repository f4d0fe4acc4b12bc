"""What a proofreading finds in a report."""

WORDS = {
    "proofread-weight.error": ("矛盾", "contradiction"),
    "proofread-weight.gap": ("缺项", "gap"),
    "proofread-weight.doubt": ("存疑", "doubt"),
    "proofread.heading-differs": (
        "目录写作“{contents}”，正文写作“{body}”",
        "The contents say “{contents}”, the body says “{body}”",
    ),
    "proofread.heading-missing": (
        "目录中的“{contents}”在正文中没有",
        "“{contents}” of the contents is not in the body",
    ),
    "proofread.not-in-contents": (
        "正文标题“{body}”不在目录中",
        "The heading “{body}” is not in the contents",
    ),
    "proofread.numbering-jumps": (
        "编号不连续：“{before}”之后是“{heading}”，缺 {missing}",
        "The numbering jumps: “{heading}” follows “{before}”, missing {missing}",
    ),
    "proofread.empty-chapter": ("“{heading}”下没有内容", "There is nothing under “{heading}”"),
    "proofread.total-is-not-the-sum": (
        "“{name}”的合计写作 {said}，各项之和为 {sum}",
        "The total of “{name}” is given as {said}; its items add up to {sum}",
    ),
    "proofread.parts-and-whole": (
        "“{name}”各行的部分之和为 {sum}，总数写作 {wholes}",
        "The parts of “{name}” add up to {sum}; the whole is given as {wholes}",
    ),
    "proofread.count-is-not-the-sum": (
        "{parts} = {sum}，文中写作 {said} {unit}；如有重复计算，应当写明",
        "{parts} = {sum}, the text says {said} {unit}; if some are counted twice, say so",
    ),
    "proofread.share-is-wrong": (
        "{part} 占 {whole} 的 {right}%，文中写作 {said}%",
        "{part} of {whole} is {right} %, the text says {said} %",
    ),
    "proofread.months-against-table": (
        "“{name}”按月叙述 {parts} = {sum}，表中为 {said}",
        "“{name}” told by months is {parts} = {sum}, the table says {said}",
    ),
    "proofread.growth-against-flow": (
        "文中称证书增加，而表中新发 {issued}、撤销和注销 {ended}，相差 {flow}；若含换证，应当分开列示",
        "The text says the certificates grew; in the table {issued} were issued and {ended} ended, {flow} in all. "
        "If replaced ones are among them, list them apart",
    ),
    "proofread.issues-not-covered": (
        "ISO 26000 的 {all} 项议题列出 {covered} 项；未列出也未说明理由的：{missing}",
        "{covered} of the {all} issues of ISO 26000 are listed; neither listed nor left out with a reason: {missing}",
    ),
    "proofread.issue-not-listed": (
        "正文有“{issue}”一节，议题表中没有",
        "The body has a section on “{issue}”, the table of issues does not list it",
    ),
    "proofread.owners-differ": (
        "“{issue}”正文由{text}负责，议题表中责任部门为{table}",
        "“{issue}”: in the text {text} is in charge, in the table of issues it is {table}",
    ),
    "proofread.satisfaction-without-numbers": (
        "称全部满意，但没有发放数、回收数和评价分布",
        "Says that all are satisfied without how many were asked, how many answered and how the answers spread",
    ),
    "proofread.growth-without-numbers": (
        "“{said}”没有写明数字",
        "“{said}” stands without its numbers",
    ),
    "proofread.not-in-evidence": (
        "“{said}”在依据里没有出现",
        "“{said}” does not stand in the evidence",
    ),
    "proofread.about-so-many": (
        "“{said}”不是确数；有台账即可数出",
        "“{said}” is not a figure; whoever keeps a record can count",
    ),
    "proofread.reads-as-consultancy": (
        "“{said}”读来像咨询，管理体系认证机构不得提供管理体系咨询（{clause}）",
        "“{said}” reads as consultancy, which a body certifying management systems may not offer ({clause})",
    ),
    "proofread.advertises-an-easier-audit": (
        "“{said}”以审核更短、更易通过招揽客户，审核时间由规则决定（{clause}）",
        "“{said}” advertises a shorter or easier audit; its time is set by the rules ({clause})",
    ),
    "proofread.nothing": ("未发现问题", "Nothing found"),
    "proofread.in-all": (
        "共 {n} 处：矛盾 {error}，缺项 {gap}，存疑 {doubt}",
        "{n} in all: {error} contradictions, {gap} gaps, {doubt} doubts",
    ),
}
