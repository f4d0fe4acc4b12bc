"""The three-year audit programme as PDF."""

from collections.abc import Sequence
from datetime import date

from mingzheng.office.clients.papers import organisation, sites
from mingzheng.office.contracts.models import Contract
from mingzheng.office.library.papers import letterhead
from mingzheng.rulebook.standards import Standard
from mingzheng.seal import facts
from mingzheng.seal.facts import Form, Two
from mingzheng.seal.papers import render
from mingzheng.words import WORDS

from .models import Certification, Visit

FORM = Form("FA-01", "A/0")


def programme(
    contract: Contract,
    visits: Sequence[Visit],
    certifications: Sequence[Certification],
    *,
    dated: date,
    language: str,
) -> bytes:
    """审核方案 of a contract as it stands on a day: every visit that was not dropped, with window and clause."""
    paper = facts.Programme(
        body=letterhead(dated),
        form=FORM,
        number=f"{contract.number}-FA",
        dated=dated,
        client=organisation(contract.client),
        standards=tuple(Standard(c.standard) for c in certifications),
        scope=scope(certifications),
        personnel=max((c.personnel for c in certifications), default=0),
        visits=tuple(_planned(visit) for visit in visits if visit.dropped_on is None),
        sites=sites(contract.client),
    )
    return render("programme", paper, language)


def scope(certifications: Sequence[Certification]) -> Two:
    """The scope of several certifications, each wording once."""
    zh = dict.fromkeys(c.scope_zh for c in certifications)
    en = dict.fromkeys(c.scope_en for c in certifications if c.scope_en)
    return Two("；".join(zh), "; ".join(en))


def _planned(visit: Visit) -> facts.PlannedVisit:
    return facts.PlannedVisit(
        kind=Two(*WORDS[visit.name]),
        standards=tuple(Standard(standard) for standard in visit.standards),
        earliest=visit.earliest,
        latest=visit.latest,
        clause=visit.window_clause,
        days=visit.days,
        focus=Two(visit.reason),
    )
