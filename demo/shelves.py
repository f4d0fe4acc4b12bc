"""Laws, standards and own standards to fill a body's shelves with, as many as wanted; `stock` puts them there.

The names are made of the trade's own words; numbers and editions are invented and lie beyond those in use.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, product

from mingzheng.office.documents.actions.import_documents import import_documents
from mingzheng.office.library.actions.enter_laws import enter_laws
from mingzheng.office.library.actions.enter_norms import enter_norms
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.laws import Branch, LawEntry, LawKind, Level, NormEntry
from mingzheng.rulebook.own_documents import CarriedDocument, DocumentEntry, DocumentKind

FIELDS = (
    "认证认可", "产品质量", "标准化", "计量", "检验检测", "环境保护", "大气污染防治", "水污染防治", "固体废物防治", "噪声防治",
    "清洁生产", "节约能源", "循环经济", "安全生产", "职业病防治", "消防", "特种设备", "危险化学品", "劳动", "劳动合同",
    "社会保险", "工会", "妇女权益", "消费者权益", "反不正当竞争", "招标投标", "电子签名", "个人信息保护", "网络安全", "档案",
)  # fmt: skip
SHAPES = (
    ("法", LawKind.LAW, "受理、审核、决定"),
    ("实施条例", LawKind.REGULATION, "审核准则"),
    ("监督管理办法", LawKind.RULE, "审核准则"),
    ("机构管理规定", LawKind.RULE, "机构运行"),
    ("工作指南", LawKind.NOTICE, "审核实施"),
    ("有关事项的通知", LawKind.NOTICE, "机构运行"),
    ("有关要求的公告", LawKind.NOTICE, "信息上报"),
    ("地方条例", LawKind.LOCAL, "审核准则"),
    ("认可准则", LawKind.SCHEME, "机构运行"),
    ("注册准则", LawKind.SCHEME, "人员"),
)
CRITERIA = (
    ("GB/T 19001-2016", "质量管理体系 要求", "Quality management systems: requirements"),
    (
        "GB/T 24001-2016",
        "环境管理体系 要求及使用指南",
        "Environmental management systems: requirements with guidance",
    ),
    (
        "GB/T 45001-2020",
        "职业健康安全管理体系 要求及使用指南",
        "Occupational health and safety management systems",
    ),
)
PREFIXES = {Level.NATIONAL: "GB/T 99", Level.INDUSTRY: "RB/T 99", Level.LOCAL: "DB99/T 99"}
SUBJECTS = ("通则", "术语", "要求", "指南", "评价方法", "管理规范", "作业规范")
WORK = (
    "受理", "合同评审", "审核方案", "人日核算", "派组", "审核准备", "首次会议", "现场审核", "不符合项", "末次会议", "审核报告",
    "认证评定", "认证决定", "证书制作", "证书寄送", "监督审核", "再认证", "特殊审核", "暂停与恢复", "撤销与注销", "标志使用",
    "申诉投诉", "满意度调查", "电话回访", "人员注册", "能力评价", "见证", "继续教育", "文件控制", "记录控制",
)  # fmt: skip


def laws(count: int, since: date) -> list[LawEntry]:
    """So many laws, in force before `since`."""
    return list(islice(_laws(since), count))


def _laws(since: date) -> Iterator[LawEntry]:
    for place, ((shape, kind, applies), field) in enumerate(product(SHAPES, FIELDS), 1):
        issued = since - timedelta(days=200 + 11 * place)
        yield LawEntry(
            f"{field}{shape}",
            f"示例第 {place} 号",
            kind,
            "示例主管部门",
            issued + timedelta(days=60),
            applies,
            issued,
        )


def norms(national: int, industry: int, local: int, since: date) -> list[NormEntry]:
    """So many national, industry and local standards, the three criteria of management systems among the national."""
    known = [
        NormEntry(code, Level.NATIONAL, Branch.GENERAL_GUIDES, zh, min(since, date(int(code[-4:]), 9, 1)), en)
        for code, zh, en in CRITERIA
    ]
    counts = ((Level.NATIONAL, national - len(known)), (Level.INDUSTRY, industry), (Level.LOCAL, local))
    return known[:national] + [
        _norm(level, n, since) for level, count in counts for n in range(max(0, count))
    ]


def _norm(level: Level, place: int, since: date) -> NormEntry:
    begins = since - timedelta(days=100 + 17 * place)
    branches = list(Branch)
    return NormEntry(
        f"{PREFIXES[level]}{place + 1:03d}-{begins.year}",
        level,
        branches[place % len(branches)],
        f"{FIELDS[place % len(FIELDS)]} {SUBJECTS[place % len(SUBJECTS)]}",
        begins,
    )


def own_standards(count: int, since: date, prefix: str = "Q/SQCC") -> list[CarriedDocument]:
    """So many enterprise standards of the body's own, each in force since before `since`."""
    return [_own(place, since, prefix) for place in range(count)]


def _own(place: int, since: date, prefix: str) -> CarriedDocument:
    branches, begins = list(Branch), since - timedelta(days=10 + place)
    title = f"{WORK[place % len(WORK)]}{SUBJECTS[(place // len(WORK) + 5) % len(SUBJECTS)]}"
    entry = DocumentEntry(
        f"{prefix} {101 + place}-{begins.year}",
        DocumentKind.STANDARD,
        title,
        department="技术部",
        branch=branches[place % len(branches)],
    )
    return CarriedDocument(entry, 1 + place % 3, begins)


def stock(
    *,
    laws_in_force: int,
    national: int,
    industry: int,
    local: int,
    own: int,
    since: date,
    on: date,
    technical: Actor,
    quality: Actor,
) -> None:
    """Put them on the shelves: three actions, whatever the counts. `since`: all are in force before it."""
    enter_laws(laws(laws_in_force, since), on=on, by=technical)
    enter_norms(norms(national, industry, local, since), on=on, by=technical)
    import_documents(own_standards(own, since), on=on, by=quality)
