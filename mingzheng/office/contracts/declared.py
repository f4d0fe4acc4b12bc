"""What an application declares, and what the reviewers found out, as the facts the rulebook asks for."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from mingzheng.office.clients.names import spelled
from mingzheng.rulebook.application import EarlierCertificate, SubmissionFacts
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.effective_personnel import PersonnelGroup, PersonnelKind
from mingzheng.rulebook.identifiers import objections_to_social_credit_code
from mingzheng.rulebook.impartiality import Advice, Adviser
from mingzheng.rulebook.standards import Standard

from .models import Application

FIELDS = (
    "uscc",
    "name_zh",
    "name_en",
    "address_zh",
    "address_en",
    "legal_representative",
    "contact_name",
    "contact_phone",
    "contact_email",
    "standards",
    "scope_zh",
    "scope_en",
    "sites",
    "personnel",
    "has_certificates",
    "existing_certificates",
    "used_consultancy",
    "consultancy",
    "had_incident",
    "accident_on",
    "sampling_failed_on",
    "ordered_to_stop",
    "outsourced",
    "operating_since",
    "internal_audit_on",
    "management_review_on",
    "wished_from",
)  # what the applicant fills in, and nothing else of the row

Row = Mapping[str, Any]


def declare(application: Application, facts: Row) -> list[str]:
    """Write the applicant's `facts` into the (unsaved) application; return the names of those that changed."""
    if unknown := facts.keys() - set(FIELDS):
        raise TypeError(f"an applicant does not fill in {sorted(unknown)}")
    changed = [name for name, value in facts.items() if getattr(application, name) != value]
    for name in changed:
        setattr(application, name, facts[name])
    application.pinyin = spelled([application.name_zh])
    return changed


def submission(application: Application, *, legal_status_attached: bool) -> SubmissionFacts:
    """Is everything there that an application must say?"""
    return SubmissionFacts(
        name=application.name_zh,
        credit_code_valid=not objections_to_social_credit_code(application.uscc),
        address=application.address_zh,
        contact=application.contact_name,
        phone=application.contact_phone,
        standards=len(application.standards),
        scope=application.scope_zh,
        sites=len(application.sites),
        personnel=sum(int(row["count"]) for row in application.personnel),
        certificates_declared=_declared(application.has_certificates, application.existing_certificates),
        consultancy_declared=_declared(application.used_consultancy, application.consultancy),
        incidents_declared=_declared(application.had_incident, _incidents(application)),
        stop_declared=application.ordered_to_stop is not None,
        legal_status_attached=legal_status_attached,
    )


def _declared(has: bool | None, told: Sequence[object]) -> bool:
    return has is False or (has is True and bool(told))


def _incidents(application: Application) -> list[date]:
    return [day for day in (application.accident_on, application.sampling_failed_on) if day]


def personnel_groups(
    application: Application, shares: Mapping[str, Row] | None = None
) -> list[PersonnelGroup]:
    """The declared rows as groups; `shares` lets a row count in part: {"0": {"percent", "reason"}}."""
    shares = application.personnel_shares if shares is None else shares
    return [_group(row, shares.get(str(place), {})) for place, row in enumerate(application.personnel)]


def _group(row: Row, share: Row) -> PersonnelGroup:
    return PersonnelGroup(
        count=int(row["count"]),
        hours=Decimal(str(row.get("hours") or 8)),
        kind=PersonnelKind(row["kind"]),
        shift=row.get("shift", ""),
        share_percent=Decimal(str(share.get("percent", 100))),
        reason=share.get("reason", ""),
    )


def earlier_certificates(application: Application) -> tuple[EarlierCertificate, ...]:
    """What the applicant declared, what market found on the national platform, and what this body's register says."""
    found = application.check_result
    rows = [*application.existing_certificates, *found.get("earlier", []), *found.get("own_register", [])]
    return tuple(_earlier(row) for row in rows if row.get("status"))


def certificates_of(application: Application, standard: str) -> dict[str, Row]:
    """The other bodies' certificates to a standard that are declared or found, by number; what was found counts."""
    rows = [*application.existing_certificates, *application.check_result.get("earlier", [])]
    of = [row for row in rows if row.get("standard") == standard and row.get("body") and row.get("number")]
    return {row["number"]: row for row in of}


def _earlier(row: Row) -> EarlierCertificate:
    return EarlierCertificate(
        standard=Standard(row["standard"]),
        status=Status(row["status"]),
        suspended=_day(row.get("suspended_on")),
        ended=_day(row.get("ended_on")),
        own_fault=row.get("own_fault", True),
        body_lost_approval=row.get("body_lost_approval", False),
    )


def advice(application: Application) -> tuple[Advice, ...]:
    """Help the applicant had from this body or one related to it, as market found out."""
    rows = application.check_result.get("advice_given", [])
    return tuple(Advice(Adviser(row["by"]), _day(row.get("ended_on"))) for row in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
