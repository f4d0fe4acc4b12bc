"""Laws, standards, schemes, approvals; own documents."""

from datetime import date, timedelta

from mingzheng.office.library.models import AccreditationMark, Law, Norm
from mingzheng.rulebook.laws import Compliance
from mingzheng.rulebook.own_documents import Conclusion, DocumentEntry, DocumentKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import Outcome, QualificationKind, SchemeKind, Stage
from tests.office.documents import test_documents as documents
from tests.office.library import test_laws as laws
from tests.office.library import test_schemes as schemes
from tests.rows import DAY
from tests.seal.test_mark import SHAPES

from . import Call, Cast, Q, call, happy, plainly

PETITION = {"title": "绿色产品", "authority": "某委员会", "text": "上报", "sent_on": DAY}
plainly("library.enter_laws", "technical", [laws.law()])
plainly("library.enter_norms", "technical", [laws.norm()])
plainly(
    "library.obtain_qualification", "director", QualificationKind.APPROVAL, **schemes.APPROVAL, valid_from=DAY
)
plainly("library.keep_mark", "quality", Q, name="a.svg", content=SHAPES.encode(), valid_from=DAY)
FORMER = {
    "name_zh": "旧名",
    "name_en": "Old Name",
    "approval_number": "示编1号",
    "valid_from": date(1992, 5, 1),
    "valid_until": date(2002, 12, 31),
}
plainly("library.enter_former_profile", "director", **FORMER)
plainly("library.open_petition", "director", QualificationKind.APPROVAL, **PETITION)
plainly(
    "library.propose_scheme", "technical", SchemeKind.SYSTEM, name_zh="方案", category="A01", standard=Q
)  # fmt: skip
plainly(
    "documents.open_document", "market",
    DocumentEntry("QP-01", DocumentKind.PROCEDURE, "程序", readers=(Role.AUDITOR, Role.MARKET)), text="正文",
)  # fmt: skip
plainly("documents.import_documents", "quality", [documents.carried()])


@happy("library.take_back_former_profile")
def _(cast: Cast) -> Call:
    number = call("library.enter_former_profile", **FORMER, by=cast["director"])().number
    return call("library.take_back_former_profile", number, reason="名称有误", by=cast["director"])


@happy("library.evaluate_laws")
def _(cast: Cast) -> Call:
    call("library.enter_laws", [laws.law()], by=cast["technical"])()
    numbers = [Law.objects.get().number]
    return call("library.evaluate_laws", numbers, compliance=Compliance.MET, by=cast["technical"])


@happy("library.repeal_law")
def _(cast: Cast) -> Call:
    call("library.enter_laws", [laws.law()], by=cast["technical"])()
    return call("library.repeal_law", Law.objects.get().number, repealed_on=DAY, by=cast["technical"])


@happy("library.withdraw_norm")
def _(cast: Cast) -> Call:
    call("library.enter_norms", [laws.norm()], by=cast["technical"])()
    return call("library.withdraw_norm", Norm.objects.get().number, withdrawn_on=DAY, by=cast["technical"])


@happy("library.end_mark")
def _(cast: Cast) -> Call:
    kept = {"name": "a.svg", "content": SHAPES.encode(), "valid_from": DAY}
    call("library.keep_mark", Q, **kept, by=cast["quality"])()
    number = AccreditationMark.objects.get().number
    return call("library.end_mark", number, valid_until=DAY, by=cast["quality"])


@happy("library.end_qualification")
def _(cast: Cast) -> Call:
    return call(
        "library.end_qualification", schemes.approved(cast["director"]), ended_on=DAY, by=cast["director"]
    )


def petition(cast: Cast) -> str:
    return str(
        call("library.open_petition", QualificationKind.APPROVAL, **PETITION, by=cast["director"])().number
    )


@happy("library.continue_petition")
def _(cast: Cast) -> Call:
    told = {"submitted": True, "day": DAY, "text": "再报"}
    return call("library.continue_petition", petition(cast), **told, by=cast["director"])


@happy("library.conclude_petition")
def _(cast: Cast) -> Call:
    told = {"outcome": Outcome.GRANTED, "day": DAY, "text": "准予"}
    return call("library.conclude_petition", petition(cast), **told, by=cast["director"])


@happy("library.advance_scheme")
def _(cast: Cast) -> Call:
    return call(
        "library.advance_scheme", schemes.filed(cast["technical"]), to=Stage.FILED, by=cast["technical"]
    )


@happy("library.adopt_rule")
def _(cast: Cast) -> Call:
    told = {**schemes.RULE, "version": "1.1"}
    return call("library.adopt_rule", schemes.filed(cast["technical"]), **told, by=cast["technical"])


@happy("library.file_rule")
def _(cast: Cast) -> Call:
    number = schemes.filed(cast["technical"])
    call("library.adopt_rule", number, **{**schemes.RULE, "version": "1.1"}, by=cast["technical"])()
    return call("library.file_rule", number, **schemes.FILED, by=cast["technical"])


def in_force(cast: Cast, **more) -> str:
    return documents.in_force(cast["market"], cast["technical"], **more)


def revised(cast: Cast) -> str:
    number = in_force(cast)
    call("documents.revise_document", number, summary="改", text="新", by=cast["market"])()
    return number


@happy("documents.revise_document")
def _(cast: Cast) -> Call:
    return call("documents.revise_document", in_force(cast), summary="改", text="新", by=cast["market"])


@happy("documents.approve_version")
def _(cast: Cast) -> Call:
    from_day = DAY + timedelta(days=5)
    return call("documents.approve_version", revised(cast), in_force_from=from_day, by=cast["quality"])


@happy("documents.return_version")
def _(cast: Cast) -> Call:
    return call("documents.return_version", revised(cast), reason="不清楚", by=cast["quality"])


@happy("documents.withdraw_document")
def _(cast: Cast) -> Call:
    return call("documents.withdraw_document", revised(cast), reason="并入手册", by=cast["quality"])


@happy("documents.review_documents")
def _(cast: Cast) -> Call:
    told = {"adequate": True, "suitable": True, "effective": True, "conclusion": Conclusion.KEEP}
    return call("documents.review_documents", [in_force(cast)], **told, by=cast["quality"])


@happy("documents.read_version")
def _(cast: Cast) -> Call:
    return call("documents.read_version", in_force(cast, readers=(Role.AUDITOR,)), by=cast["auditor"])


@happy("documents.govern_step")
def _(cast: Cast) -> Call:
    return call("documents.govern_step", "library.enter_laws", document=in_force(cast), by=cast["quality"])
