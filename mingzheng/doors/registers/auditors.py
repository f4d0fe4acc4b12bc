"""The register of auditors: one row a person and standard."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain, count
from typing import Any

from mingzheng.office.people.models import Person
from mingzheng.rulebook.carried_auditors import CarriedAuditor
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.engagement import Language
from mingzheng.rulebook.standards import Standard
from mingzheng.words import WORDS

from .cells import Faulty, Read, code, codes, day, one_of, plain
from .certificates import STANDARD_WORDS, area_codes, unknown_areas
from .clients import email
from .register import Column, Draft, Register, Remark, Row

STANDARDS = {standard.value: standard for standard in Standard}
GRADES = {
    "审核员": RegistrationGrade.AUDITOR,
    "高级审核员": RegistrationGrade.SENIOR,
    "主任审核员": RegistrationGrade.PRINCIPAL,
    "实习审核员": RegistrationGrade.TRAINEE,
}
GRADE_WORDS = {
    "审核员": ("02",),
    "高级审核员": ("01", "高级"),
    "主任审核员": ("07",),
    "实习审核员": ("03", "实习"),
}
KINDS_OF_WORK = {"专职": True, "兼职": False}
WORK_WORDS = {"专职": ("全职", "是", "1"), "兼职": ("否", "0")}
LANGUAGE_WORDS = {WORDS[f"language.{one}"][0]: one.value for one in Language}  # 英语: en
LEADS = dict.fromkeys(("是", "有", "1", "YES"), True) | dict.fromkeys(("否", "无", "0", "NO"), False)
NAME, LOGIN = "姓名", "登录名"
BASIS = "接转原系统的专业能力评价记录"


def login(cell: Any) -> Read:
    written = plain(cell)
    tidy = code(cell).value.lower()
    return Read(tidy, "mend.code" if tidy != written else "")


def languages(cell: Any) -> Read:
    """Several languages in one cell, by name or code; one nobody knows is a fault."""
    found = []
    for said in codes(cell).value:
        if (tidy := LANGUAGE_WORDS.get(said, said.lower())) not in list(Language):
            raise Faulty("fault.unknown-code", found=said, known="、".join(LANGUAGE_WORDS))
        found.append(tidy)
    return Read(tuple(dict.fromkeys(found)))


def leading(cell: Any) -> Read:
    """组长资格: since which day he is authorised to lead teams; merely yes where nobody knows the day."""
    said = code(cell).value
    return Read(LEADS[said]) if said in LEADS else day(cell)


COLUMNS = (
    Column("name_zh", ("姓名", "审核员姓名"), required=True, longest=40, fields=("name_zh",)),
    Column("login", ("登录名", "账号"), login, longest=40, fields=("login",)),
    Column("name_en", ("英文姓名", "英文名"), longest=80),
    Column(
        "standard",
        ("认证标准", "体系", "注册领域"),
        one_of(STANDARDS, STANDARD_WORDS),
        required=True,
        choices=tuple(STANDARDS),
    ),
    Column(
        "grade",
        ("注册级别", "注册资格", "级别"),
        one_of(GRADES, GRADE_WORDS),
        required=True,
        choices=tuple(GRADES),
    ),
    Column("number", ("注册号", "注册证书号", "注册编号"), code, required=True, longest=40),
    Column(
        "valid_from", ("注册有效期起", "注册日期", "有效期自"), day, required=True, fields=("valid_from",)
    ),
    Column(
        "valid_until",
        ("注册有效期止", "注册有效期至", "有效期至"),
        day,
        required=True,
        fields=("valid_until",),
    ),
    Column("technical_codes", ("专业代码", "业务范围代码"), area_codes, fields=("technical_codes",)),
    Column("basis", ("能力评价依据",), longest=200),
    Column("evaluated_on", ("能力评价日期",), day, fields=("evaluated_on",)),
    Column(
        "full_time",
        ("专兼职", "专职兼职", "专/兼职"),
        one_of(KINDS_OF_WORK, WORK_WORDS),
        choices=tuple(KINDS_OF_WORK),
    ),
    Column("main_employer", ("主要工作单位", "人事关系单位"), longest=120),
    Column("department", ("部门",), longest=40),
    Column("email", ("电子邮箱", "邮箱"), email),
    Column("phone", ("联系电话", "手机"), longest=30),
    Column("home", ("常驻地", "常驻地行政区划代码", "居住地"), code, longest=6, fields=("home",)),
    Column("languages", ("外语", "可用外语"), languages),
    Column("contract_number", ("合同编号", "聘用合同号"), code, longest=40),
    Column("contract_from", ("合同起", "合同开始日期"), day, fields=("contract_from",)),
    Column("contract_until", ("合同止", "合同终止日期"), day, fields=("contract_until",)),
    Column("leads_since", ("组长资格", "组长授权日期", "可任组长"), leading, fields=("leads_since",)),
)


def auditor(draft: Draft) -> CarriedAuditor:
    """The registration a row tells of."""
    areas = draft["technical_codes"] or ()
    if unknown := unknown_areas(areas):
        draft.mend("technical_codes", "mend.unknown-areas", codes="、".join(unknown))
    full_time = draft["full_time"]
    return CarriedAuditor(
        login=draft.text("login"),
        technical_codes=areas,
        basis=draft.text("basis") or BASIS,
        full_time=full_time is not False,
        **{name: draft[name] for name in ("standard", "grade", "number", "valid_from", "valid_until")},
        evaluated_on=draft["evaluated_on"],
        leads=bool(draft["leads_since"]),
        leads_since=draft["leads_since"] if isinstance(draft["leads_since"], date) else None,
        name_zh=draft.text("name_zh"),
        name_en=draft.text("name_en"),
        main_employer=draft.text("main_employer"),
        department=draft.text("department"),
        email=draft.text("email"),
        phone=draft.text("phone"),
        home=draft.text("home"),
        languages=draft["languages"] or (),
        contract_number=draft.text("contract_number"),
        contract_from=draft["contract_from"],
        contract_until=draft["contract_until"],
    )


def settle(rows: Iterable[Row]) -> None:
    """Give everyone a login: the one written, the one known under his name, or one made of his name in pinyin.

    One name without a login is one person throughout the file. A name that several persons here bear is refused.
    """
    known: dict[str, list[str]] = {}
    taken = set()
    for name, person in Person.objects.values_list("name_zh", "login"):
        known.setdefault(name, []).append(person)
        taken.add(person)
    for row in rows:
        if row.entry and not row.entry.login:
            name = row.entry.name_zh
            if len(known.setdefault(name, [])) > 1:
                found = "、".join(known[name])
                row.refuse(Remark(NAME, "fault.name-of-several", {"name": name, "logins": found}))
                continue
            made = known[name][0] if known[name] else _login(name, taken)
            known[name], taken = [made], taken | {made}
            row.entry = replace(row.entry, login=made)
            row.mended = (*row.mended, Remark(LOGIN, "mend.login", {"login": made}))


def _login(name: str, taken: set[str]) -> str:
    """王芳 is wangfang; the second one of that sound wangfang2."""
    from pypinyin import lazy_pinyin  # weighty: see tests/house

    sound = re.sub(r"[^a-z0-9]", "", "".join(lazy_pinyin(name)).lower())[:36] or "auditor"
    sound = sound if sound[0].isalpha() and len(sound) > 1 else f"a-{sound}"
    return next(
        login for login in chain([sound], (f"{sound}{number}" for number in count(2))) if login not in taken
    )


REGISTER = Register("auditors", COLUMNS, ("login", "name_zh", "standard", "number", "valid_from"), auditor)
