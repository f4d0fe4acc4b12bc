"""The registers of laws, of standards, and of the body's own documents."""

from collections.abc import Iterable
from typing import Any, TypeVar

from mingzheng.rulebook.laws import Branch, LawEntry, LawKind, Level, NormEntry
from mingzheng.rulebook.own_documents import CarriedDocument, DocumentEntry, DocumentKind
from mingzheng.rulebook.standards import Standard
from mingzheng.words import WORDS

from .cells import codes, day, one_of, whole
from .register import Column, Draft, Register

Value = TypeVar("Value", bound=str)


def worded(values: Iterable[Value], family: str) -> dict[str, Value]:
    """The values by their Chinese words, as people write them in a sheet."""
    return {WORDS[f"{family}.{value}"][0]: value for value in values}


LAW_KINDS = worded(LawKind, "law-kind")
LEVELS = worded(Level, "level")
BRANCHES = worded(Branch, "branch")
DOCUMENT_KINDS = worded(DocumentKind, "document-kind")
STANDARDS = {one.value: one for one in Standard}
IN_FORCE = ("施行日期", "实施日期", "生效日期")

LAW_COLUMNS = (
    Column("name", ("法律法规名称", "名称", "文件名称"), required=True, longest=200, fields=("name",)),
    Column("document", ("文号", "发文字号"), longest=100),
    Column("kind", ("类别", "效力级别"), one_of(LAW_KINDS), required=True, choices=tuple(LAW_KINDS)),
    Column("issuer", ("发布机关", "发布部门", "制定机关"), longest=100),
    Column("issued_on", ("发布日期", "公布日期"), day),
    Column("in_force_from", IN_FORCE, day, required=True, fields=("in_force_from",)),
    Column(
        "applies_to", ("适用范围", "适用条款", "适用工作"), required=True, longest=300, fields=("applies_to",)
    ),
    Column("repealed_on", ("废止日期", "失效日期"), day, fields=("repealed_on",)),
    Column("department", ("跟踪部门", "责任部门"), longest=40),
)
NORM_COLUMNS = (
    Column("code", ("标准号", "标准编号"), required=True, longest=60, fields=("code",)),
    Column("title_zh", ("标准名称", "名称"), required=True, longest=200),
    Column("title_en", ("英文名称",), longest=300),
    Column("level", ("级别", "标准级别"), one_of(LEVELS), required=True, choices=tuple(LEVELS)),
    Column("branch", ("体系位置", "标准体系"), one_of(BRANCHES), required=True, choices=tuple(BRANCHES)),
    Column("in_force_from", IN_FORCE, day, required=True),
    Column("withdrawn_on", ("作废日期", "废止日期"), day, fields=("withdrawn_on",)),
    Column("replaced_by", ("代替标准", "被代替标准号"), longest=60),
)
DOCUMENT_COLUMNS = (
    Column("code", ("文件编号", "标准号", "编号"), required=True, longest=60, fields=("code",)),
    Column("title_zh", ("文件名称", "名称"), required=True, longest=200, fields=("title_zh",)),
    Column("title_en", ("英文名称",), longest=300),
    Column(
        "kind", ("类别", "文件类别"), one_of(DOCUMENT_KINDS), required=True, choices=tuple(DOCUMENT_KINDS)
    ),
    Column("version", ("版本", "版次"), whole, required=True, fields=("version",)),
    Column("in_force_from", IN_FORCE, day, required=True, fields=("in_force_from",)),
    Column("department", ("归口部门", "责任部门"), longest=40),
    Column("branch", ("体系位置", "标准体系"), one_of(BRANCHES), fields=("branch",), choices=tuple(BRANCHES)),
    Column("standard", ("认证标准",), one_of(STANDARDS), choices=tuple(STANDARDS)),
    Column("areas", ("专业代码",), codes, fields=("areas",)),
    Column("every", ("评审间隔", "评审间隔月"), whole, fields=("every",)),
)


def law(draft: Draft) -> LawEntry:
    """The law a row tells of."""
    days: dict[str, Any] = {name: draft[name] for name in ("issued_on", "in_force_from", "repealed_on")}
    words: dict[str, Any] = {
        name: draft.text(name) for name in ("name", "document", "issuer", "applies_to", "department")
    }
    return LawEntry(kind=draft["kind"], **days, **words)


def norm(draft: Draft) -> NormEntry:
    """The standard a row tells of."""
    told: dict[str, Any] = {
        name: draft[name] for name in ("level", "branch", "in_force_from", "withdrawn_on")
    }
    words: dict[str, Any] = {
        name: draft.text(name) for name in ("code", "title_zh", "title_en", "replaced_by")
    }
    return NormEntry(**told, **words)


def document(draft: Draft) -> CarriedDocument:
    """The document a row tells of, with its version in force."""
    told: dict[str, Any] = {name: draft[name] for name in ("kind", "branch", "standard", "every")}
    words: dict[str, Any] = {
        name: draft.text(name) for name in ("code", "title_zh", "title_en", "department")
    }
    entry = DocumentEntry(**told, **words, areas=draft["areas"] or ())
    return CarriedDocument(entry, draft["version"], draft["in_force_from"])


LAWS = Register("laws", LAW_COLUMNS, ("name", "document"), law)
NORMS = Register("norms", NORM_COLUMNS, ("code",), norm)
DOCUMENTS = Register("documents", DOCUMENT_COLUMNS, ("code",), document)
