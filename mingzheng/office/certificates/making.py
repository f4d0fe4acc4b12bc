"""How a certificate comes to be and how its life ends: its number, what is printed on it, the decision it uses up."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.clients.models import Site
from mingzheng.office.decisions.models import Decision
from mingzheng.office.evaluations.models import Evaluation
from mingzheng.office.programmes.models import Certification
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.certificate_numbers import (
    CertificateNumberPattern,
    compose_certificate_number,
    sub_certificate_number,
)
from mingzheng.rulebook.issuing import CertificateDays, DecisionFacts, objections_to_subs
from mingzheng.rulebook.standard_editions import EDITIONS
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from .models import Certificate, SubCertificate


@dataclass(frozen=True)
class Suspension:
    """Since when, until when and why a certificate is suspended."""

    since: date | None = None
    until: date | None = None
    reason_code: str = ""


@dataclass(frozen=True)
class Version:
    """What a new certificate says beyond the client's own data."""

    decision: Decision
    prefix: str  # of the body's certificate numbers
    cycle_number: int
    first_issued_on: date
    days: CertificateDays
    scope_zh: str
    scope_en: str
    replaces: Certificate | None = None  # the certificate whose life ended with it
    outcome: str = ""  # of a recertification: rulebook.audit_cycle.Outcome
    subs: Collection[int] | None = None  # lines of the annex with a sub-certificate each; None: as before
    suspension: Suspension = Suspension()  # of a suspended certificate whose scope is reduced; it goes on


def decision_facts(decision: Decision, act: str) -> DecisionFacts:
    """What the rulebook needs to know of a decision that is to be turned into a certificate."""
    return DecisionFacts(decision.act == act, decision.decided_on, decision.executed)


def audited_on(decision: Decision) -> date | None:
    """The last day of what a decision rests on, of whatever kind: an audit on site, or an evaluation."""
    if decision.audit:
        return decision.audit.closed_on
    return Evaluation.objects.filter(decision=decision).values_list("ended_on", flat=True).first()


def latest_certificate(certification: Certification, *, lock: bool = False) -> Certificate | None:
    """The last certificate of a certification, living or not."""
    rows = Certificate.objects.select_for_update() if lock else Certificate.objects.all()
    return rows.filter(certification=certification).order_by("issued_on", "pk").last()


def make(version: Version, certification: Certification, *, on: date) -> Certificate:
    """A new certificate, printed with the client's name, address and open sites as they stand today; and its subs."""
    client, number = certification.client, next_number(certification, version, year=on.year)
    before = version.replaces if not version.outcome else None  # of the same cycle
    put_off, prolonged = (before.put_off_from, before.prolonged_from) if before else (None, None)
    sites = _with_subs(sites_of(client.pk), version, number)
    certificate = Certificate.objects.create(
        number=number,
        certification=certification,
        cycle_number=version.cycle_number,
        decision=version.decision,
        edition=_edition(before, on),
        status=Status.SUSPENDED if version.suspension.until else Status.IN_FORCE,
        name_zh=client.name_zh,
        name_en=client.name_en,
        address_zh=client.address_zh,
        address_en=client.address_en,
        scope_zh=version.scope_zh,
        scope_en=version.scope_en,
        sites=sites,
        first_issued_on=version.first_issued_on,
        issued_on=on,
        expires_on=version.days.expires,
        surveillance_due_on=version.days.surveillance_latest,
        put_off_from=put_off,
        prolonged_from=prolonged,
        suspended_on=version.suspension.since,
        suspended_until=version.suspension.until,
        reason_code=version.suspension.reason_code,
        replaces=version.replaces,
    )
    SubCertificate.objects.bulk_create(_sub(certificate, site) for site in sites if "sub" in site)
    return certificate


def _edition(before: Certificate | None, on: date) -> str:
    """That of the version before, while its transition lasts: a later certificate is to today's."""
    edition = EDITIONS.get(before.edition) if before else None
    return edition.key if edition and on <= edition.until else ""


def _with_subs(sites: list[dict[str, Any]], version: Version, number: str) -> list[dict[str, Any]]:
    """The lines of the annex, those chosen with the number of their sub-certificate. Raises Refused."""
    chosen = version.subs
    if chosen is None:
        before = (
            {site["name_zh"] for site in version.replaces.sites if "sub" in site} if version.replaces else ()
        )
        chosen = [line for line, site in enumerate(sites, 1) if site["name_zh"] in before]
    refuse_if(objections_to_subs(chosen, len(sites)))
    for child, line in enumerate(sorted(set(chosen)), 1):
        sites[line - 1]["sub"] = sub_certificate_number(number, child)
    return sites


def _sub(main: Certificate, site: dict[str, Any]) -> SubCertificate:
    return SubCertificate(
        number=site["sub"],
        main=main,
        name_zh=site["name_zh"],
        address_zh=site["address_zh"],
        scope_zh=site["activity_zh"] or main.scope_zh,
        issued_on=main.issued_on,
        expires_on=main.expires_on,
    )


def subs_in(certificate: Certificate) -> list[str]:
    """The numbers of the sub-certificates issued with it."""
    return [site["sub"] for site in certificate.sites if "sub" in site]


def lines_with_subs(certificate: Certificate) -> set[int]:
    """The lines of its annex that have a sub-certificate."""
    return {line for line, site in enumerate(certificate.sites, 1) if "sub" in site}


def next_number(certification: Certification, version: Version, *, year: int) -> str:
    """The number after the highest serial of this year and standard, by the body's pattern.

    Two who ask at once get the same; the unique constraint lets one of them in.
    """
    standard = Standard(certification.standard)
    start = f"{version.prefix}{year % 100:02}{standard.letter}"
    given = Certificate.objects.filter(number__startswith=start).values_list("number", flat=True)
    serials = (re.match(r"\d+", number[len(start) :]) for number in given)
    return compose_certificate_number(
        CertificateNumberPattern(version.prefix),
        year=year,
        standard=standard,
        serial=max((int(serial[0]) for serial in serials if serial), default=0) + 1,
        recertification=version.cycle_number,
        personnel=certification.personnel,
    )


def sites_of(client: int) -> list[dict[str, Any]]:
    """The open sites of a client as the annex prints them."""
    rows = Site.objects.filter(client=client, closed_on=None).order_by("pk")
    return [dict(row) for row in rows.values("name_zh", "address_zh", "address_en", "activity_zh")]


def end(certificate: Certificate, status: Status, *, reason: str = "", on: date) -> str:
    """End a certificate's life; what it was until then, in force or suspended."""
    was = str(certificate.status)
    certificate.status, certificate.ended_on, certificate.reason_code = status, on, reason
    certificate.suspended_until = None
    certificate.save(update_fields=["status", "ended_on", "reason_code", "suspended_until"])
    return was


def execute(decision: Decision, certificate: Certificate, *, on: date) -> None:
    """Use a decision up. It has room for one execution."""
    decision.executed_on, decision.executed_as = on, certificate.number
    decision.save(update_fields=["executed_on", "executed_as"])
