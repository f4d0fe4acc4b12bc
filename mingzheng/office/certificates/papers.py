"""The papers about certificates, as PDF: the certificate itself, and the letters that go with what happens to it."""

from datetime import date
from typing import Any

from django.db.models import Min

from mingzheng.office.clients.papers import organisation
from mingzheng.office.decisions.models import Decision
from mingzheng.office.evaluations.models import Evaluation
from mingzheng.office.files.content import kept
from mingzheng.office.library.papers import as_signed, letterhead
from mingzheng.office.library.queries import body_on, marks_on
from mingzheng.office.record.models import Event
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.standards import Standard
from mingzheng.seal import facts
from mingzheng.seal.facts import Attached, CertificateRow, Form, Organisation, Reason, Site, Two
from mingzheng.seal.mark import as_svg
from mingzheng.seal.papers import render
from mingzheng.words import WORDS

from .models import Certificate

VERSION = "A/0"
SIGNATORY = Two("授权签发人", "Authorised signatory")
LETTERS = {
    "certificate.suspended": "suspend",
    "certificate.restored": "restore",
    "certificate.withdrawn": "withdraw",
    "certificate.cancelled": "cancel",
    "certificate.surveillance-recorded": "maintain",
}
"""The events a letter to the client goes with, and what the letter tells."""
CLAUSES = {"suspend": "ISO/IEC 17021-1:2015 9.6.5.2", "withdraw": "ISO/IEC 17021-1:2015 9.6.5.5"}


def certificate_paper(
    certificate: Certificate,
    *,
    verify_url: str,
    sub: str = "",
    attached: tuple[Attached, ...] = (),
    specimen: bool = False,
) -> bytes:
    """认证证书, in both languages; its QR code leads to `verify_url`, and a program reads what is `attached`.

    Of the sub-certificate of this number, where one is named: a paper of its own for one site, that leads to the main one.
    """
    own = body_on(certificate.issued_on)
    of = next((_site(site) for site in certificate.sites if sub and site.get("sub") == sub), None)
    lapsed_on, recertified_on = _lapse(certificate)
    paper = facts.Certificate(
        body=as_signed(own),
        form=Form("ZS-01", VERSION),
        number=sub or certificate.number,
        dated=certificate.issued_on,
        client=_holder(certificate),
        standard=certificate.certified_to,
        scope=Two(certificate.scope_zh, certificate.scope_en),
        business_address=of.address if of else _business_address(certificate),
        first_issued=certificate.first_issued_on,
        valid_until=certificate.expires_on,
        verify_url=verify_url,
        signatory=SIGNATORY,
        sites=() if of else tuple(_site(site) for site in certificate.sites),
        main=certificate.number if of else "",
        site=of,
        accredited=certificate.certification.accredited,
        accreditation=own.accreditation_number,
        mark=_mark(certificate),
        replaces=certificate.replaces.number if certificate.replaces and not of else "",
        lapsed_on=lapsed_on,
        recertified_on=recertified_on,
        attached=attached,
        specimen=specimen,
    )
    return render("certificate", paper, "zh-hans")


def letter(certificate: Certificate, event: Event, language: str) -> bytes:
    """The letter that goes with what happened, told from the event itself. Raises KeyError where none goes with it."""
    write = {"maintain": _maintained}.get(LETTERS[event.kind], _status_notice)
    return write(certificate, event, language)


def _status_notice(certificate: Certificate, event: Event, language: str) -> bytes:
    act = LETTERS[event.kind]
    against_the_client = act in ("suspend", "withdraw")
    until = event.facts.get("until")
    notice = facts.StatusNotice(
        **_letter_head(certificate, event, "ZS-02"),
        act=act,
        reasons=_reasons(event, act),
        effective_on=event.on,
        until=date.fromisoformat(until) if until else None,
        appeal_until=last_day("appeal", event.on) if against_the_client else None,
    )
    return render("status_notice", notice, language)


def _maintained(certificate: Certificate, event: Event, language: str) -> bytes:
    decision = Decision.objects.select_related("audit__visit").get(number=event.facts["decision"])
    due = event.facts["surveillance_due_on"]
    project, kind, first, last = _surveillance(decision)
    notice = facts.Maintained(
        **_letter_head(certificate, event, "ZS-03"),
        project=project,
        kind=Two(*WORDS[kind]),
        audited_from=first,
        audited_to=last,
        next_due=date.fromisoformat(due) if due else certificate.expires_on,
    )
    return render("maintained", notice, language)


def _surveillance(decision: Decision) -> tuple[str, str, date, date]:
    """Number, words of its kind, first and last day of the audit or evaluation a decision rests on."""
    audit = decision.audit
    if audit and audit.closed_on:
        return audit.visit.number, f"visit-kind.{audit.visit.kind}", audit.opened_on, audit.closed_on
    made = Evaluation.objects.filter(decision=decision).annotate(first=Min("activities__first_day")).first()
    if made is None or made.ended_on is None:
        raise KeyError(f"{decision.number} rests on no finished audit")
    return made.number, f"evaluation-purpose.{made.purpose}", made.first or made.ended_on, made.ended_on


def _letter_head(certificate: Certificate, event: Event, form: str) -> dict[str, Any]:
    standard = Standard(certificate.certification.standard)
    return {
        "body": letterhead(event.on),
        "form": Form(form, VERSION),
        "number": f"{certificate.number}-{event.sequence:02d}",
        "dated": event.on,
        "client": organisation(certificate.certification.client),
        "certificates": (CertificateRow(certificate.number, standard, certificate.expires_on),),
    }


def _reasons(event: Event, act: str) -> tuple[Reason, ...]:
    """The regulator's reason in words, and what the decision says of this case."""
    code, decision = event.facts.get("reason"), event.facts.get("decision")
    reasons = [Reason(Two(*WORDS[f"{act}-reason.{code}"]), CLAUSES[act])] if code else []
    said = Decision.objects.filter(number=decision).values_list("reasons", flat=True).first() if code else ""
    return (*reasons, Reason(Two(said))) if said else tuple(reasons)


def _mark(certificate: Certificate) -> str:
    """The accreditation mark of its standard on the day of issue; empty without accreditation or mark."""
    held = certificate.certification
    mark = marks_on(held.standard, certificate.issued_on).first() if held.accredited else None
    return as_svg(kept(mark.sha256)) if mark else ""


def _holder(certificate: Certificate) -> Organisation:
    """The client as this certificate names it, whatever it is called by now."""
    return Organisation(
        name=Two(certificate.name_zh, certificate.name_en),
        uscc=certificate.certification.client.uscc,
        address=Two(certificate.address_zh, certificate.address_en),
    )


def _business_address(certificate: Certificate) -> Two:
    """Of its one site; of several the annex tells."""
    if len(certificate.sites) == 1:
        return _site(certificate.sites[0]).address
    return Two(certificate.address_zh, certificate.address_en)


def _site(site: dict[str, str]) -> Site:
    return Site(
        name=Two(site.get("name_zh", "")),
        address=Two(site.get("address_zh", ""), site.get("address_en", "")),
        activity=Two(site.get("activity_zh", "")),
        sub=site.get("sub", ""),
    )


def _lapse(certificate: Certificate) -> tuple[date | None, date | None]:
    """When the last cycle had run out before this one was decided, and the day of the audit (8.2.2 b note)."""
    if certificate.cycle_number == 0 or certificate.replaces_id:
        return None, None
    before = Certificate.objects.filter(certification=certificate.certification_id, status="expired")
    last = before.filter(cycle_number=certificate.cycle_number - 1).order_by("pk").last()
    audit = certificate.decision.audit
    return (last.expires_on, audit.closed_on) if last and audit else (None, None)
