"""The terms persons work on: contracts, available days, insurance, declarations."""

WORDS = {
    "declaration.confidentiality": ("保密承诺", "Confidentiality"),
    "declaration.impartiality": ("公正性声明", "Impartiality"),
    "declaration.integrity": ("廉洁承诺", "Integrity pledge"),
    "declaration.conduct": ("行为规范声明", "Code of conduct"),
    "queue.competence.to-sign": ("声明待签署", "Declarations to sign"),
    "declaration-text.confidentiality": (
        "本人承诺：对在认证活动中知悉的客户信息以及本机构的未公开信息保密；未经书面许可不向任何第三方披露，"
        "法律要求披露的除外；离职后继续履行本承诺；不将客户资料用于认证以外的目的。",
        "I keep confidential what I learn about clients in certification, and what this body has not made public. I disclose it to "
        "nobody without written leave unless the law demands it, use it for nothing but certification, and hold to this after I leave.",
    ),
    "declaration-text.impartiality": (
        "本人声明：已向本机构申报与客户之间现有的和近两年内的任职、咨询、内审、股权及亲属关系；新出现的关系随时申报；"
        "不从客户收取报酬、礼品和招待；商业、财务或其他压力不影响我的判断。",
        "I have declared to this body every tie I have, or had within two years, to its clients: office, consultancy, internal audits, "
        "shares, kin; I declare new ones at once. I take no pay, gifts or entertainment from clients, and no pressure, commercial, "
        "financial or other, sways my judgement.",
    ),
    "declaration-text.integrity": (
        "本人承诺廉洁从业：遵守中央八项规定精神和本机构的廉洁规定；不索要、不收受客户及相关方的礼品、礼金、有价证券、宴请和旅游，"
        "推辞不掉的当日登记上交；不报销应由个人支付的费用，不借审核、评定和发证谋取私利；发现违反的及时报告，接受廉洁监督。",
        "I pledge integrity: I keep the rules against extravagance and this body's own; I ask for and take no gifts, money, vouchers, "
        "banquets or travel from clients or others concerned, and enter and hand in the same day what could not be refused; I charge "
        "nobody for what is mine to pay, draw no gain from audits, decisions or certificates, report breaches and accept being watched.",
    ),
    "declaration-text.conduct": (
        "本人遵守审核员和工作人员的行为规范：诚实守信，依据客观证据得出结论，不夸大、不隐瞒、不作虚假记录；守时、着装得体，"
        "尊重受审核方及其习惯，耐心听取不同意见；不超出审核范围提要求，不推销产品、咨询或培训；不以权谋私，"
        "遇到无法胜任或影响公正的情况及时报告；接受客户对工作作风的评价和本机构的检查。",
        "I keep the code of conduct: I am honest and conclude from objective evidence, exaggerate nothing, hide nothing and record nothing "
        "false. I am punctual and properly dressed, respect the client and its ways, and hear other views out. I ask for nothing beyond "
        "the scope, sell no goods, consultancy or courses, draw no advantage from my office, report at once what I am not fit for or what "
        "would sway me, and accept that clients rate my conduct and that this body checks it.",
    ),
    "insurance.accident": ("意外伤害险", "Accident"),
    "insurance.medical": ("医疗险", "Medical"),
    "language.en": ("英语", "English"),
    "language.ja": ("日语", "Japanese"),
    "language.ko": ("韩语", "Korean"),
    "language.de": ("德语", "German"),
    "language.fr": ("法语", "French"),
    "language.ru": ("俄语", "Russian"),
    "language.es": ("西班牙语", "Spanish"),
    "weekday.0": ("周一", "Monday"),
    "weekday.1": ("周二", "Tuesday"),
    "weekday.2": ("周三", "Wednesday"),
    "weekday.3": ("周四", "Thursday"),
    "weekday.4": ("周五", "Friday"),
    "weekday.5": ("周六", "Saturday"),
    "weekday.6": ("周日", "Sunday"),
    "engagement.contracts-overlap": (
        "与另一份合同的期限重叠，请先终止原合同",
        "It overlaps another contract: end that one first",
    ),
    "engagement.ends-before-it-begins": ("最后一天早于第一天", "The last day is before the first"),
    "engagement.no-contract": ("没有这份合同", "There is no such contract"),
    "engagement.no-main-employer": (
        "兼职人员须写明主聘单位",
        "The main employer of a part-timer has to be named",
    ),
    "engagement.ends-later": ("终止日不能晚于合同原定最后一天", "It cannot end later than it would anyway"),
    "engagement.signed-already": (
        "已签署，有效至 {until}，到期前再签",
        "Signed already and valid until {until}; sign again when that is near",
    ),
    "engagement.no-such-weekday": ("没有这样的星期", "There is no such day of the week"),
    "engagement.too-many-days": ("一年没有这么多天", "A year has fewer days"),
    "engagement.policy-held": ("这份保单已登记", "The policy is entered already"),
    "event.person.contract-signed": (
        "登记 {login} 的合同 {number}，{first_day} 起至 {last_day}",
        "The contract {number} of {login} was entered, from {first_day} to {last_day}",
    ),
    "event.person.contract-ended": (
        "{login} 的合同 {number} 于 {last_day} 终止：{reason}",
        "The contract {number} of {login} ended on {last_day}: {reason}",
    ),
    "event.person.declaration-signed": (
        "{login} 签署{declaration:declaration}，有效至 {valid_until}",
        "{login} signed the declaration “{declaration:declaration}”, valid until {valid_until}",
    ),
    "event.person.insured": (
        "登记 {login} 的{insurance:insurance}保单 {number}，{first_day} 至 {last_day}",
        "The policy {number} ({insurance:insurance}) of {login} was entered, {first_day} to {last_day}",
    ),
    "event.person.availability-agreed": (
        "约定 {login} 的可用日（每年上限 {days_a_year}）",
        "The days {login} works were agreed (at most {days_a_year} a year)",
    ),
    "union.member": ("已是会员", "He is a member already"),
    "union.left": ("已退会", "He has left already"),
    "union.in-future": ("日期不能晚于今天", "The day is not over yet"),
    "event.union-member.joined": ("{joined_on} 入会", "Joined the union on {joined_on}"),
    "event.union-member.left": ("{left_on} 退会", "Left the union on {left_on}"),
    "engagement.unsigned": (
        "签署本年度保密承诺之后才能查看客户资料",
        "Sign this year's declaration of confidentiality before you see anything of a client",
    ),
}
