"""What the body works under and by: laws, standards, its own documents, its schemes and approvals."""

from collections.abc import Iterator
from datetime import date, timedelta

from mingzheng.office.documents.actions.approve_version import approve_version
from mingzheng.office.documents.actions.govern_step import govern_step
from mingzheng.office.documents.actions.open_document import open_document
from mingzheng.office.documents.actions.read_version import read_version
from mingzheng.office.documents.actions.review_documents import review_documents
from mingzheng.office.documents.actions.revise_document import revise_document
from mingzheng.office.documents.models import Document
from mingzheng.office.documents.queries import documents_in_force
from mingzheng.office.library.actions.adopt_rule import adopt_rule
from mingzheng.office.library.actions.advance_scheme import advance_scheme
from mingzheng.office.library.actions.conclude_petition import conclude_petition
from mingzheng.office.library.actions.continue_petition import continue_petition
from mingzheng.office.library.actions.evaluate_laws import evaluate_laws
from mingzheng.office.library.actions.file_rule import file_rule
from mingzheng.office.library.actions.obtain_qualification import obtain_qualification
from mingzheng.office.library.actions.open_petition import open_petition
from mingzheng.office.library.actions.propose_scheme import propose_scheme
from mingzheng.office.library.actions.repeal_law import repeal_law
from mingzheng.office.library.actions.withdraw_norm import withdraw_norm
from mingzheng.office.library.models import Law, Norm
from mingzheng.office.library.queries import laws_in_force
from mingzheng.office.people.models import Person
from mingzheng.rulebook.laws import Compliance
from mingzheng.rulebook.own_documents import Conclusion, DocumentEntry, DocumentKind, PublicItem
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import Outcome, QualificationKind, SchemeKind, Stage
from mingzheng.rulebook.standards import Standard

from .cast import GROUPS
from .shelves import stock
from .world import Story, World

SOUND = {"adequate": True, "suitable": True, "effective": True, "conclusion": Conclusion.KEEP}
STAFF = (Role.MARKET, Role.PROGRAMME_MANAGER, Role.AUDITOR, Role.REVIEWER, Role.DECISION_MAKER)
PUBLIC = {
    PublicItem.CERTIFICATION_PROCESS: (
        "认证流程",
        "How certification works",
        "申请、受理、审核、评定与决定、颁证、监督、再认证。",
    ),
    PublicItem.COMPLAINTS: (
        "申诉投诉处理程序",
        "Complaints and appeals",
        "由未参与的人处理，期限内书面答复。",
    ),
    PublicItem.FEES: ("收费标准", "Fees", "申请费、审核费（按人日）、证书注册费。"),
    PublicItem.RIGHTS: (
        "客户的权利和义务",
        "Rights and duties of clients",
        "获证组织可使用证书和标志，须接受监督。",
    ),
    PublicItem.MARKS: ("标志使用规定", "Use of the mark", "标志不得用于产品或其包装。"),
    PublicItem.IMPARTIALITY: ("公正性方针", "Policy on impartiality", "认证决定只依据客观证据。"),
}
STEPS = {
    "QP-08": ("contracts.accept_application", "contracts.refuse_application", "contracts.offer_contract"),
    "QP-15": ("voices.receive_case", "voices.assign_case", "voices.decide_case"),
    "QP-19": (
        "certificates.suspend_certificate",
        "certificates.withdraw_certificate",
        "certificates.restore_certificate",
    ),
}
PROCEDURES = {"QP-08": "申请评审程序", "QP-15": "申诉投诉处理程序", "QP-19": "证书暂停、恢复与撤销程序"}


def documenting(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _shelves(world)
    yield _documents(world)
    yield _revised(world)
    yield _schemes(world)
    yield _green(world)


def _before(world: World, days: int) -> date:
    """So many days before the end, or the next working day."""
    return world.office_day(world.today - timedelta(days=days))


def _shelves(world: World) -> Story:
    """Laws and standards from the first day, evaluated every year; a few are due again, one is gone, one was replaced."""
    technical, quality = world.by(Role.TECHNICAL), world.by(Role.QUALITY)
    stock(
        laws_in_force=24, national=9, industry=4, local=3, own=14,
        since=world.on, on=world.on, technical=technical, quality=quality,
    )  # fmt: skip
    for before in (1010, 650, 290):
        yield _before(world, before)
        numbers = list(laws_in_force(world.on).order_by("number").values_list("number", flat=True))
        kept = numbers if before > 300 else numbers[:-3]
        world.try_in_vain(evaluate_laws, numbers[:1], compliance=Compliance.NOT_MET, by=technical)
        evaluate_laws(kept, compliance=Compliance.MET, findings="逐条核对，符合。", on=world.on, by=technical)
    yield _before(world, 200)
    law, norm = Law.objects.order_by("number")[4], Norm.objects.order_by("-number")[0]
    repeal_law(law.number, repealed_on=world.on, replaced_by=f"{law.name}（修订）", on=world.on, by=technical)
    withdraw_norm(
        norm.number,
        withdrawn_on=world.on,
        replaced_by=f"{norm.code[:-4]}{world.on.year}",
        on=world.on,
        by=technical,
    )


def _put_in_force(world: World, entry: DocumentEntry, text: str, author: Person, approver: Person) -> str:
    number = open_document(entry, text=text, on=world.on, by=author).number
    world.try_in_vain(approve_version, number, in_force_from=world.on, by=author)
    approve_version(number, in_force_from=world.on, on=world.on, by=approver)
    return number


def _documents(world: World) -> Story:
    """Policy, procedures, what is public, a template, work instructions; reviewed every year, a few due again."""
    quality, technical, market = (world.by(role) for role in (Role.QUALITY, Role.TECHNICAL, Role.MARKET))
    policy = DocumentEntry(
        "QM-00", DocumentKind.POLICY, "质量方针", "Policy", readers=STAFF, department="管理层"
    )
    number = _put_in_force(world, policy, "科学公正、规范审核、忠于事实。", quality, world.by(Role.DIRECTOR))
    for role in STAFF[1:]:
        read_version(number, on=world.on, by=world.by(role))
    for code, title in PROCEDURES.items():
        entry = DocumentEntry(
            code, DocumentKind.PROCEDURE, title, department="质量部", readers=(Role.QUALITY,)
        )
        number = _put_in_force(world, entry, f"{title}：职责、步骤、期限和记录。", technical, quality)
        read_version(number, on=world.on, by=quality)
        for step in STEPS[code]:
            govern_step(step, document=number, on=world.on, by=quality)
    laid_open(world)
    template = DocumentEntry(
        "HT-01", DocumentKind.TEMPLATE, "认证合同模板", "Contract template", department="市场部"
    )
    bare = open_document(template, text="双方按约定付款。", on=world.on, by=market).number
    world.try_in_vain(approve_version, bare, in_force_from=world.on, by=quality)
    yield world.later(5)
    instructions(world)
    for before in (900, 540, 180):
        yield _before(world, before)
        numbers = list(documents_in_force(world.on).order_by("code").values_list("number", flat=True))
        kept = numbers if before > 300 else numbers[:-4]
        unsound = {**SOUND, "effective": False}
        world.try_in_vain(review_documents, kept[:1], **unsound, by=quality)
        review_documents(kept, **SOUND, on=world.on, by=quality)


def laid_open(world: World) -> None:
    """What the public is told of how it works (ISO/IEC 17021-1:2015 8.1)."""
    for place, (item, (zh, en, text)) in enumerate(PUBLIC.items(), 1):
        entry = DocumentEntry(
            f"GK-{place:02d}", DocumentKind.PUBLIC, zh, en, public_item=item, department="市场部"
        )
        _put_in_force(world, entry, text, world.by(Role.MARKET), world.by(Role.QUALITY))


def instructions(world: World) -> None:
    """One for each group of technical areas but the last, for quality management; written by an auditor."""
    for group in GROUPS[:-1]:
        entry = DocumentEntry(
            f"ZY-Q{group}", DocumentKind.INSTRUCTION, f"大类 {group} 审核作业指导书", f"Work instruction, group {group}",
            department="技术部", standard=Standard.QMS, areas=(group,),
        )  # fmt: skip
        text = "过程特点、关键控制点、适用法规、现场必查项。"
        _put_in_force(world, entry, text, world.by(Role.AUDITOR), world.by(Role.TECHNICAL))


def _revised(world: World) -> Story:
    """The procedure on complaints was revised lately and is being read; a version of another waits."""
    quality, technical = world.by(Role.QUALITY), world.by(Role.TECHNICAL)
    yield _before(world, 12)
    numbers = dict(Document.objects.values_list("code", "number"))
    revise_document(
        numbers["QM-00"],
        summary="增加公开承诺",
        text="科学公正、规范审核、忠于事实、优良服务。",
        on=world.on,
        by=quality,
    )
    yield world.later(2)
    approve_version(numbers["QM-00"], in_force_from=world.on, on=world.on, by=world.by(Role.DIRECTOR))
    read_version(numbers["QM-00"], on=world.on, by=world.by(Role.REVIEWER))
    yield _before(world, 3)
    revise_document(
        numbers["QP-08"], summary="细化远程审核的评审", text="（新版正文）", on=world.on, by=technical
    )
    world.try_in_vain(revise_document, numbers["QP-08"], summary="再改", text="再改", by=quality)


def live(world: World, kind: SchemeKind, zh: str, en: str, category: str, standard: Standard | None) -> str:
    """A scheme from the idea to the market in a day: what a body that moves in has."""
    by, filing = world.by(Role.TECHNICAL), f"BA-{world.on.year}-{category}"
    number = propose_scheme(
        kind, name_zh=zh, name_en=en, category=category, standard=standard, on=world.on, by=by
    ).number
    for stage in (Stage.DRAFT, Stage.TRIAL):
        advance_scheme(number, to=stage, on=world.on, by=by)
    promise = "公开收费标准；十个工作日内答复申请。"
    adopt_rule(number, version="1.0", promise=promise, adopted_on=world.on, on=world.on, by=by)
    world.try_in_vain(advance_scheme, number, to=Stage.FILED, by=by)
    file_rule(number, filing_number=filing, filed_on=world.on, on=world.on, by=by)
    for stage in (Stage.FILED, Stage.LIVE):
        advance_scheme(number, to=stage, on=world.on, by=by)
    return number


def _schemes(world: World) -> Story:
    """Three management systems and a service, approved and live; the rule of the service was revised and waits."""
    director, technical = world.by(Role.DIRECTOR), world.by(Role.TECHNICAL)
    held = {
        "authority": "示例认证认可主管部门",
        "valid_from": world.on,
        "valid_until": world.today + timedelta(days=150),
    }
    approval = {
        "certificate": "CNCA-R-2002-999",
        "scope": "管理体系认证；服务认证",
        "categories": ["A01", "A02", "A03", "C01"],
    }
    obtain_qualification(QualificationKind.APPROVAL, **held, **approval, on=world.on, by=director)
    accreditation = {
        "certificate": "CNAS C999-M",
        "scope": "QMS、EMS、OHSMS",
        "categories": ["A01", "A02", "A03"],
    }
    obtain_qualification(QualificationKind.ACCREDITATION, **held, **accreditation, on=world.on, by=director)
    systems = (
        ("质量管理体系认证", "Quality management systems", "A010102", Standard.QMS),
        ("环境管理体系认证", "Environmental management systems", "A020102", Standard.EMS),
        (
            "职业健康安全管理体系认证",
            "Occupational health and safety management systems",
            "A0301",
            Standard.OHSMS,
        ),
    )
    for zh, en, category, standard in systems:
        live(world, SchemeKind.SYSTEM, zh, en, category, standard)
    service = live(world, SchemeKind.SERVICE, "养老服务认证", "Care for the elderly", "C0101", None)
    yield _before(world, 16)
    promise = "公开收费标准；七个工作日内答复申请。"
    adopt_rule(service, version="1.1", promise=promise, adopted_on=world.on, on=world.on, by=technical)


def _green(world: World) -> Story:
    """A product scheme in trial, its approval applied for, answered, applied for again; an older application was granted."""
    technical, director = world.by(Role.TECHNICAL), world.by(Role.DIRECTOR)
    yield _before(world, 800)
    told = {"authority": "示例认证认可主管部门", "on": world.on, "by": director}
    first = open_petition(
        QualificationKind.APPROVAL,
        title="服务认证：物业服务",
        text="申请书、规则、人员材料",
        sent_on=world.on,
        **told,
    ).number
    yield world.later(60)
    conclude_petition(
        first, outcome=Outcome.GRANTED, day=world.on, text="准予增加。", on=world.on, by=director
    )
    obtain_qualification(
        QualificationKind.APPROVAL, authority="示例认证认可主管部门", certificate="示例批〔2〕号", scope="物业服务认证",
        categories=["C02"], valid_from=world.on, petition=first, on=world.on, by=director,
    )  # fmt: skip
    yield _before(world, 420)
    names = {"name_zh": "家具绿色产品认证", "name_en": "Green furniture", "category": "B0201"}
    scheme = propose_scheme(SchemeKind.PRODUCT, **names, on=world.on, by=technical).number
    world.try_in_vain(advance_scheme, scheme, to=Stage.LIVE, by=technical)
    for stage in (Stage.DRAFT, Stage.TRIAL):
        yield world.later(90)
        advance_scheme(scheme, to=stage, on=world.on, by=technical)
    yield _before(world, 120)
    number = open_petition(
        QualificationKind.APPROVAL, title="家具绿色产品认证", authority="示例认证认可主管部门", text="首次上报：规则、检查员、检验资源",
        sent_on=world.on, on=world.on, by=director,
    ).number  # fmt: skip
    yield world.later(40)
    reply = {"submitted": False, "day": world.on, "text": "请补充检查员注册证明。"}
    continue_petition(number, **reply, next_due=world.later(60), on=world.on, by=director)
    yield world.later(30)
    again = {"submitted": True, "day": world.on, "text": "再次上报，附检查员注册证书。"}
    continue_petition(number, **again, next_due=world.today + timedelta(days=8), on=world.on, by=director)
