"""The register of clients."""

import re
from typing import Any

from mingzheng.rulebook.carried_clients import CarriedClient
from mingzheng.rulebook.identifiers import (
    ORGANISATION_CODE_LENGTH,
    normalise_organisation_code,
    normalise_social_credit_code,
)

from .cells import Faulty, Read, code, codes, plain, several, text, whole
from .register import Column, Draft, Register

CHINA, CHINA_WORDS = "156", ("156", "中国", "CN", "CHN")
FOREIGN_CODE = re.compile(r"[0-9A-Z][0-9A-Z.-]{1,29}")  # no slash: it parts code and standard in the record
EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


def organisation_code(draft: Draft, key: str, *, foreign: bool) -> str:
    """The code a client is known by, with what was mended in it; an organisation code of the older edition is kept."""
    written = code(draft.text(key)).value
    if not written:
        draft.fault(key, "fault.foreign-code-missing" if foreign else "fault.missing")
        return ""
    if foreign:
        if not FOREIGN_CODE.fullmatch(written):
            draft.fault(key, "fault.foreign-code-form", found=written)
        return str(written)
    older = len(written.replace("-", "")) <= ORGANISATION_CODE_LENGTH
    mended = (normalise_organisation_code if older else normalise_social_credit_code)(draft.text(key))
    for note in mended.notes:
        draft.mend(key, note)
    if len(mended.text) == ORGANISATION_CODE_LENGTH:
        draft.mend(key, "mend.older-code")
    return mended.text


def is_foreign(draft: Draft, key: str) -> bool:
    return (draft[key] or CHINA) not in CHINA_WORDS


def email(cell: Any) -> Read:
    written = plain(cell)
    if not EMAIL.fullmatch(written) or len(written) > 254:
        raise Faulty("fault.not-an-address", found=written)
    return text(cell)


COLUMNS = (
    Column(
        "uscc", ("统一社会信用代码", "组织机构代码", "客户代码", "ORG_CODE"), required=True, fields=("uscc",)
    ),
    Column("name_zh", ("客户名称", "组织名称", "获证组织名称", "ORG_NAME"), required=True, longest=200),
    Column("name_en", ("英文名称", "客户英文名称"), longest=300),
    Column("former_names", ("曾用名", "原名", "获证组织原名"), several),
    Column("country", ("国家地区代码", "国家或地区"), code),
    Column("address_zh", ("注册地址", "地址", "中文地址"), longest=300),
    Column("address_en", ("英文地址",), longest=400),
    Column("district", ("行政区划代码",), code, longest=6),
    Column("industry", ("国民经济行业", "行业代码"), codes),
    Column("legal_representative", ("法定代表人",), longest=60),
    Column("employees", ("员工数", "职工人数"), whole),
    Column("contact", ("联系人",), longest=60, fields=("contact",)),
    Column("phone", ("联系电话", "电话"), longest=40),
    Column("email", ("电子邮箱", "邮箱"), email),
)


def client(draft: Draft) -> CarriedClient:
    """The client a row tells of."""
    foreign = is_foreign(draft, "country")
    return CarriedClient(
        uscc=organisation_code(draft, "uscc", foreign=foreign),
        foreign=foreign,
        former_names=draft["former_names"] or (),
        industry="；".join(draft["industry"] or ())[:100],
        employees=draft["employees"],
        name_zh=draft.text("name_zh"),
        name_en=draft.text("name_en"),
        address_zh=draft.text("address_zh"),
        address_en=draft.text("address_en"),
        district=draft.text("district"),
        legal_representative=draft.text("legal_representative"),
        contact=draft.text("contact"),
        phone=draft.text("phone"),
        email=draft.text("email"),
    )


REGISTER = Register("clients", COLUMNS, ("uscc",), client)
