"""The letters to people who complained or appealed, and the invitation to the survey, as PDF."""

from datetime import date

from mingzheng.office.clients.papers import organisation
from mingzheng.office.library.papers import letterhead
from mingzheng.seal import facts
from mingzheng.seal.facts import Form, Organisation, Two
from mingzheng.seal.papers import render
from mingzheng.words import WORDS

from .models import Case, Survey

UNNAMED = Two("来访人", "Whom it may concern")
RECEIPT, ANSWER, INVITATION = Form("ZL-01", "A/0"), Form("ZL-02", "A/0"), Form("ZL-03", "A/0")


def receipt(case: Case, *, follow_url: str, language: str) -> bytes:
    """受理回执; it carries the code, so it goes to whoever complained and to nobody else."""
    paper = facts.CaseReceipt(
        body=letterhead(case.acknowledged_on or case.received_on),
        form=RECEIPT,
        number=case.number,
        dated=case.acknowledged_on or case.received_on,
        client=_whoever(case),
        kind=_kind(case),
        received_on=case.received_on,
        answer_by=case.answer_by,
        code=case.code,
        verify_url=follow_url,
    )
    return render("case_receipt", paper, language)


def answer(case: Case, *, dated: date, language: str) -> bytes:
    """处理结果通知书. Raises KeyError before the case was decided."""
    if case.decided_on is None:
        raise KeyError(f"{case.number} is not decided")
    paper = facts.CaseAnswer(
        body=letterhead(case.answered_on or dated),
        form=ANSWER,
        number=case.number,
        dated=case.answered_on or dated,
        client=_whoever(case),
        kind=_kind(case),
        received_on=case.received_on,
        decided_on=case.decided_on,
        outcome=Two(*WORDS[f"case-outcome.{case.outcome}"]),
        reasons=case.reasons,
        corrective_action=case.corrective_action,
    )
    return render("case_answer", paper, language)


def invitation(survey: Survey, *, survey_url: str, language: str) -> bytes:
    """The client's link to its survey, as a letter with a QR code."""
    visit = survey.visit
    paper = facts.SurveyInvitation(
        body=letterhead(survey.sent_on),
        form=INVITATION,
        number=f"{visit.number}-MY",
        dated=survey.sent_on,
        client=organisation(visit.client),
        project=visit.number,
        kind=Two(*WORDS[visit.name]),
        held_on=visit.held_on or survey.sent_on,
        verify_url=survey_url,
    )
    return render("survey_invitation", paper, language)


def _whoever(case: Case) -> Organisation:
    return Organisation(name=Two(case.name) if case.name else UNNAMED, uscc="", address=Two(""))


def _kind(case: Case) -> Two:
    zh, en = WORDS[f"case-kind.{case.kind}"]
    return Two(zh, en.lower())
