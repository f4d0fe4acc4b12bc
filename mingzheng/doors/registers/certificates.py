"""The register of certificates, in the columns of the regulator's certificate sheet 证书信息表 (platform of 2018).

Heads are the field names (CERT_NUMBER) or the Chinese titles, with or without their number. Columns not listed here
concern other schemes or one report only; they are not read.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from mingzheng.rulebook.audit_cycle import lapses_on
from mingzheng.rulebook.audit_time import Complexity
from mingzheng.rulebook.carried_in import CarriedCertificate
from mingzheng.rulebook.certificate_life import ENDED, STATUS_CODES, Status
from mingzheng.rulebook.certificate_numbers import CertificateNumber, parse_certificate_number
from mingzheng.rulebook.mending import tidied
from mingzheng.rulebook.reason_codes import SuspendReason, WithdrawReason
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.technical_areas import technical_areas
from mingzheng.rulebook.verdict import Refused

from .cells import Faulty, Read, code, codes, day, number, one_of, plain, several, text, whole
from .clients import is_foreign, organisation_code
from .register import Column, Draft, Register

SCHEMES = {"A0101": Standard.QMS, "A0201": Standard.EMS, "A0301": Standard.OHSMS}
STANDARD_WORDS = {
    Standard.QMS: ("QMS", "质量管理体系", "ISO9001"),
    Standard.EMS: ("EMS", "环境管理体系", "ISO14001"),
    Standard.OHSMS: ("OHSMS", "职业健康安全管理体系", "ISO45001"),
}
OLDER_STANDARDS = {"A010101": "GB/T 19001-2008", "A020101": "GB/T 24001-2004", "A030102": "GB/T 28001-2011"}
STATUSES = {code: status for status, code in STATUS_CODES.items() if status is not Status.REPLACED}
STATUS_WORDS = {
    "01": ("有效", "正常"),
    "02": ("暂停",),
    "03": ("撤销",),
    "04": ("注销",),
    "05": ("过期失效", "过期", "失效", "到期失效"),
}
YES_NO = {"1": True, "0": False}
YES_NO_WORDS = {"1": ("是", "01"), "0": ("否", "00")}
RISKS = {"01": Complexity.HIGH, "02": Complexity.MEDIUM, "03": Complexity.LOW}
RISK_WORDS = {"01": ("高", "一级"), "02": ("中", "二级"), "03": ("低", "三级")}
ACTIVITIES = {key: key for key in ("01", "02", "03", "04", "05", "06")}
ACTIVITY_WORDS = {
    "01": ("初审", "初次认证"),
    "02": ("再认证",),
    "03": ("监督",),
    "04": ("特殊审核",),
    "05": ("变更",),
}
CERTIFYING = ("", "01", "02")  # activities whose decision is the one the certificate rests on
UNACCREDITED = {"99", ""}
SCOPE_TOO_LONG = 2000  # characters, as the regulator's sheet allows
SITE_TOO_LONG = 300  # characters of one name and address


def scheme(cell: Any) -> Read:
    """认证项目分类代码: which of the three standards, and whether the code is one of an older edition."""
    tidy = code(cell).value
    for named, words in STANDARD_WORDS.items():
        if tidy in words:
            return Read((named, ""), "mend.coded", {"found": plain(cell), "taken": named.value})
    if standard := SCHEMES.get(tidy[:5]):
        return Read((standard, tidy), "mend.code" if tidy != plain(cell) else "")
    raise Faulty("fault.other-scheme", found=plain(cell))


def area_codes(cell: Any) -> Read:
    """认证业务范围代码: several in a cell; a spreadsheet that took 17.10 for a number dropped its last nought."""
    if isinstance(cell, float) and not cell.is_integer():
        return Read((f"{cell:05.2f}",), "mend.number-for-code", {"found": cell, "taken": f"{cell:05.2f}"})
    if isinstance(cell, int | float):
        return Read((f"{int(cell):02d}",))
    return codes(cell)


def unknown_areas(codes: Iterable[str]) -> list[str]:
    """Those that are neither in the list of technical areas nor stand above one that is: 17 and 17.10 over 17.10.02."""
    return [code for code in codes if code not in _areas_and_above()]


@cache
def _areas_and_above() -> frozenset[str]:
    return frozenset(code[:length] for code in technical_areas() for length in (2, 5, 8))


def reason_codes(cell: Any) -> Read:
    """Reason codes, the main one first; the noughts a spreadsheet dropped are put back."""
    written = codes(cell).value
    whole_codes = tuple(part.zfill(4) for part in written)
    return Read(whole_codes, "mend.code" if whole_codes != written else "")


def standard_code(cell: Any) -> Read:
    tidy = tidied(plain(cell))
    return Read(tidy.text, tidy.notes[0] if tidy.notes else "")


def _column(key: str, *names: str, **more: Any) -> Column:
    return Column(key, names, **more)


COLUMNS = (
    _column("RZJG_ID", "认证机构批准号", read=standard_code, fields=("approval",)),
    _column("ORG_NAME", "获证组织名称（主要名称）", "获证组织名称", "组织名称", required=True, longest=200, fields=("name_zh",)),
    _column("ORG_NAME_EN", "获证组织名称（其他名称）", "获证组织英文名称", longest=300, fields=("name_en",)),
    _column("ORG_O_NAME", "获证组织原名", read=several, fields=("former_names",)),
    _column(
        "ORG_CODE", "获证组织的组织机构代码", "组织机构代码", "统一社会信用代码", "获证组织统一社会信用代码",
         fields=("client_code",),
    ),
    _column("BEL_INDUSTRY", "获证组织所属国民经济行业", read=codes, fields=("industry",)),
    _column("ORG_COUNTRY", "获证组织注册地址所在国家地区代码", "国家地区代码", read=code),
    _column("ORG_DISTRICT", "获证组织注册地址所在行政区划代码", "行政区划代码", read=code, longest=6, fields=("district",)),
    _column("ORG_ADDRESS", "获证组织注册地址", "组织地址", required=True, longest=300, fields=("address_zh",)),
    _column("LEGAL_PEOPLE", "获证组织法定代表人", "法定代表人", longest=60, fields=("legal_representative",)),
    _column("ORG_PEOP_NUM", "获证组织员工数", "员工数", read=whole, fields=("employees",)),
    _column("RELA_PEOP_NUM", "获证组织体系覆盖的员工数", "体系覆盖人数", read=whole, fields=("personnel",)),
    _column("FIRST_CERT_DATE", "初次获证日期", read=day, fields=("first_issued_on",)),
    _column("CERT_NUMBER", "认证证书号", "证书编号", "证书号", required=True, read=standard_code, longest=50, fields=("number",)),
    _column("AUTH_PROJ_CODE", "认证项目分类代码", "认证项目代码", required=True, read=scheme, fields=("standard",)),
    _column("BUSI_SCOP_CODE", "认证业务范围所属CNAS分类代码", "专业代码", "业务范围代码", read=area_codes, fields=("technical_codes",)),
    _column("PLACE_NAME_ADD", "认证覆盖的场所名称及地址", read=several, fields=("sites",)),
    _column("BUSI_COVER_SCOP", "认证覆盖的业务活动范围", "认证范围", required=True, longest=SCOPE_TOO_LONG, fields=("scope_zh",)),
    _column("APPR_AC_CODE", "认证审核活动代码", read=one_of(ACTIVITIES, ACTIVITY_WORDS), fields=("activity",), choices=tuple(ACTIVITIES)),
    _column("A_AUTH_TIMES", "再认证次数", read=whole, fields=("cycle_number",)),
    _column("SUSE_TIMES", "监督次数", read=whole, fields=("surveillances",)),
    _column("APPR_S_DATE", "审核开始日期", read=day, fields=("audit_began",)),
    _column("APPR_E_DATE", "审核截止日期", read=day, fields=("audit_ended",)),
    _column("CHK_PD_NUM", "审核人日数", read=number, fields=("audit_days",)),
    _column("CHK_P_LIST", "认证决定人员名单", read=several, fields=("decided_by",)),
    _column("APP_ASS_DATE", "认证决定日期", read=day, fields=("decided_on",)),
    _column("AWARD_DATE", "颁证日期", "发证日期", required=True, read=day, fields=("issued_on",)),
    _column("CERTI_E_DATE", "证书截止日期", "有效期至", required=True, read=day, fields=("expires_on",)),
    _column("CERTI_STATUS", "证书状态", required=True, read=one_of(STATUSES, STATUS_WORDS), fields=("status",), choices=tuple(STATUSES)),
    _column("PAUSE_CAUSE", "暂停原因", read=reason_codes),
    _column("PAUSE_S_DATE", "暂停开始时间", read=day, fields=("suspended_on",)),
    _column("PAUSE_E_DATE", "暂停截止时间", read=day, fields=("suspended_until",)),
    _column("CANCEL_CAUSE", "撤销原因", read=reason_codes, fields=("reason_code",)),
    _column("CANCEL_DATE", "撤销时间", read=day, fields=("ended_on",)),
    _column("IS_C_CERTI", "是否是子证书", read=one_of(YES_NO, YES_NO_WORDS), choices=tuple(YES_NO)),
    _column("M_CERTI_NUM", "主认证证书号", read=standard_code, fields=("main",)),
    _column("ACC_SYMBOL", "证书使用的认可标志代码", read=codes, fields=("accredited",)),
    _column("RISK_PARAM", "风险系数", read=one_of(RISKS, RISK_WORDS), fields=("complexity",), choices=tuple(RISKS)),
    _column("INVOICE_NUM", "合同号码", "合同编号", longest=100, read=text, fields=("contract",)),
    _column("BASE_PD_NUM", "基础人日数", read=number, fields=("base_days",)),
)  # fmt: skip


def certificate(draft: Draft, on: date) -> CarriedCertificate | None:
    """The certificate a row tells of."""
    try:
        parsed = parse_certificate_number(draft["CERT_NUMBER"])
    except Refused as refused:
        draft.fault("CERT_NUMBER", refused.objections[0].code, **refused.objections[0].details)
        return None
    for note in parsed.notes:
        draft.mend("CERT_NUMBER", note)
    foreign = is_foreign(draft, "ORG_COUNTRY")
    client_code = organisation_code(draft, "ORG_CODE", foreign=foreign)
    standard = _standard(draft)
    told = _about_client(draft) | _about_audits(draft, parsed) | _about_status(draft, on)
    if draft.faults:
        return None
    return CarriedCertificate(
        number=parsed.text,
        client_code=client_code,
        standard=standard,
        foreign=foreign,
        approval=draft.text("RZJG_ID"),
        first_issued_on=draft["FIRST_CERT_DATE"],
        issued_on=draft["AWARD_DATE"],
        expires_on=draft["CERTI_E_DATE"],
        main=_main(draft, parsed),
        **told,
    )


def _standard(draft: Draft) -> Standard:
    standard, item = draft["AUTH_PROJ_CODE"]
    if older := OLDER_STANDARDS.get(item):
        draft.mend("AUTH_PROJ_CODE", "mend.older-standard", taken=item, edition=older)
    return standard


def _main(draft: Draft, parsed: CertificateNumber) -> str:
    """The main certificate of a sub-certificate: the one named, else the one whose number its own goes on from."""
    if not (draft["IS_C_CERTI"] or parsed.child):
        return ""
    goes_on_from = parsed.text.rpartition("-")[0] if parsed.child else ""
    if named := draft.text("M_CERTI_NUM"):
        return named
    if goes_on_from:
        draft.mend("M_CERTI_NUM", "mend.main-by-number", taken=goes_on_from)
    else:
        draft.fault("M_CERTI_NUM", "fault.missing")
    return goes_on_from


def _about_client(draft: Draft) -> dict[str, Any]:
    """Name, address, people and contract."""
    other_name = draft.text("ORG_NAME_EN")
    chinese = re.search("[一-鿿]", other_name)
    former = draft["ORG_O_NAME"] or ()
    sites = draft["PLACE_NAME_ADD"] or ()
    if (longest := max(map(len, sites), default=0)) > SITE_TOO_LONG:
        draft.fault("PLACE_NAME_ADD", "fault.too-long", longest=SITE_TOO_LONG, length=longest)
    marks = draft["ACC_SYMBOL"] or ()
    return {
        "name_zh": draft.text("ORG_NAME"),
        "name_en": "" if chinese else other_name,
        "former_names": (*former, other_name) if chinese else former,
        "address_zh": draft.text("ORG_ADDRESS"),
        "district": draft.text("ORG_DISTRICT"),
        "industry": "；".join(draft["BEL_INDUSTRY"] or ())[:100],
        "legal_representative": draft.text("LEGAL_PEOPLE"),
        "employees": draft["ORG_PEOP_NUM"],
        "contract": draft.text("INVOICE_NUM"),
        "accredited": not set(marks) <= UNACCREDITED,
        "scope_zh": draft.text("BUSI_COVER_SCOP"),
        "sites": sites,
    }


def _about_audits(draft: Draft, parsed: CertificateNumber) -> dict[str, Any]:
    """Codes, people, cycle, the last audit and the decision."""
    areas = draft["BUSI_SCOP_CODE"] or ()
    if unknown := unknown_areas(areas):
        draft.mend("BUSI_SCOP_CODE", "mend.unknown-areas", codes="、".join(unknown))
    personnel, employees = draft["RELA_PEOP_NUM"], draft["ORG_PEOP_NUM"]
    if not personnel and employees:
        draft.mend("RELA_PEOP_NUM", "mend.personnel", employees=employees)
    times = draft["A_AUTH_TIMES"]
    if times is not None and times != parsed.recertification:
        draft.mend("A_AUTH_TIMES", "mend.cycle-number", found=times, printed=parsed.recertification)
    return {
        "technical_codes": areas,
        "personnel": personnel or employees or 0,
        "complexity": draft["RISK_PARAM"],
        "cycle_number": parsed.recertification,
        "surveillances": draft["SUSE_TIMES"] or 0,
        "activity": draft.text("APPR_AC_CODE"),
        "audit_began": draft["APPR_S_DATE"],
        "audit_ended": draft["APPR_E_DATE"],
        "audit_days": draft["CHK_PD_NUM"] or None,
        "base_days": draft["BASE_PD_NUM"] or None,
        "decided_on": _decided_on(draft),
        "decided_by": "；".join(draft["CHK_P_LIST"] or ())[:100],
    }


def _decided_on(draft: Draft) -> date | None:
    """When it was decided to certify. A report of a surveillance or a change tells of another, later decision."""
    decided, issued = draft["APP_ASS_DATE"], draft["AWARD_DATE"]
    if decided is None:
        draft.mend("APP_ASS_DATE", "mend.decided-when-issued", issued=issued)
    elif decided > issued and draft.text("APPR_AC_CODE") not in CERTIFYING:
        draft.mend("APP_ASS_DATE", "mend.later-decision", decided=decided, issued=issued)
        return None
    return decided


def _about_status(draft: Draft, on: date) -> dict[str, Any]:
    """Where it stands, since when and why. What is left over from an earlier suspension or end is not taken."""
    status, ended_on = draft["CERTI_STATUS"], draft["CANCEL_DATE"]
    withdrawn_for, expires = draft["CANCEL_CAUSE"] or (), draft["CERTI_E_DATE"]
    if status is Status.WITHDRAWN and withdrawn_for:
        status = _not_really_withdrawn(draft, withdrawn_for[0]) or status
    if status not in ENDED and expires < on:
        draft.mend("CERTI_STATUS", "mend.past-expiry", expires=expires)
        status = Status.EXPIRED
    if status is Status.EXPIRED:
        ended_on = lapses_on(expires)
    told: dict[str, Any] = {"status": status, "ended_on": ended_on if status in ENDED else None}
    if status is Status.SUSPENDED:
        told |= {"suspended_on": draft["PAUSE_S_DATE"], "suspended_until": draft["PAUSE_E_DATE"]}
        told |= {"reason_code": _main_reason(draft, "PAUSE_CAUSE", set(SuspendReason))}
    elif status is Status.WITHDRAWN:
        told |= {"reason_code": _main_reason(draft, "CANCEL_CAUSE", set(WithdrawReason))}
    _leave_out(draft, status)
    return told


def _not_really_withdrawn(draft: Draft, reason: str) -> Status | None:
    """The platform of 2018 booked a replaced certificate, and one the client gave up, as withdrawn."""
    real = {WithdrawReason.REPLACED.value: Status.REPLACED, WithdrawReason.GIVEN_UP.value: Status.CANCELLED}
    if status := real.get(reason):
        draft.mend("CERTI_STATUS", f"mend.withdrawn-as-{status}", reason=reason)
    return status


def _main_reason(draft: Draft, key: str, known: set[str]) -> str:
    """The first of the reasons given. Whether it is one, the rulebook says."""
    given: tuple[str, ...] = draft[key] or ()
    if not given:
        draft.fault(key, "fault.reason-missing")
        return ""
    if len(given) > 1:
        draft.mend(key, "mend.first-reason", kept=given[0], others="、".join(given[1:]))
    if given[0] not in known:
        draft.fault(key, "fault.unknown-code", found=given[0], known="、".join(sorted(known)))
    return given[0]


def _leave_out(draft: Draft, status: Status) -> None:
    kept = {
        Status.SUSPENDED: "PAUSE",
        Status.WITHDRAWN: "CANCEL",
        Status.CANCELLED: "CANCEL",
        Status.REPLACED: "CANCEL",
    }
    for key in ("PAUSE_S_DATE", "PAUSE_E_DATE", "CANCEL_DATE"):
        if draft[key] and kept.get(status) != key.partition("_")[0]:
            draft.mend(key, "mend.left-over", found=draft[key])


def register(on: date) -> Register:
    """The register of certificates as it is read on this day."""
    return Register("certificates", COLUMNS, ("CERT_NUMBER",), lambda draft: certificate(draft, on))
