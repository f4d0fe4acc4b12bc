"""Schemes, their rules and filings; applications to authorities and what they grant."""

from datetime import date, timedelta

import pytest

from mingzheng.office.library import queries
from mingzheng.office.library.actions.adopt_rule import adopt_rule
from mingzheng.office.library.actions.advance_scheme import advance_scheme
from mingzheng.office.library.actions.conclude_petition import conclude_petition
from mingzheng.office.library.actions.continue_petition import continue_petition
from mingzheng.office.library.actions.end_qualification import end_qualification
from mingzheng.office.library.actions.file_rule import file_rule
from mingzheng.office.library.actions.obtain_qualification import obtain_qualification
from mingzheng.office.library.actions.open_petition import open_petition
from mingzheng.office.library.actions.propose_scheme import propose_scheme
from mingzheng.office.library.models import Petition, Scheme
from mingzheng.office.library.queues import petitions_open, rules_to_file
from mingzheng.office.library.selling import objections_to_selling
from mingzheng.rulebook import schemes as rules
from mingzheng.rulebook.schemes import Outcome, QualificationKind, SchemeKind, Stage
from mingzheng.rulebook.standards import Standard
from tests.office.voices.test_cases import refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
RULE = {"version": "1.0", "promise": "公开收费，十日内答复。", "adopted_on": DAY}
FILED = {"filing_number": "BA-2026-1", "filed_on": DAY}
APPROVAL = {"authority": "某委员会", "certificate": "C-1", "scope": "管理体系", "categories": ["A01"]}


def proposed(by, **more) -> str:
    told = {"name_zh": "质量管理体系认证", "category": "A010102", "standard": Standard.QMS, **more}
    return propose_scheme(told.pop("kind", SchemeKind.SYSTEM), **told, on=DAY, by=by).number


def filed(by, **more) -> str:
    """A scheme at trial, its rule filed."""
    number = proposed(by, **more)
    for stage in (Stage.DRAFT, Stage.TRIAL):
        advance_scheme(number, to=stage, on=DAY, by=by)
    adopt_rule(number, **RULE, on=DAY, by=by)
    file_rule(number, **FILED, on=DAY, by=by)
    return number


def approved(by, **more) -> str:
    told = {**APPROVAL, "valid_from": DAY, **more}
    return obtain_qualification(QualificationKind.APPROVAL, **told, on=DAY, by=by).number


def live(by, **more) -> str:
    number = filed(by, **more)
    approved(by, categories=[more.get("category", "A01")])
    for stage in (Stage.FILED, Stage.LIVE):
        advance_scheme(number, to=stage, on=DAY, by=by)
    return number


def test_a_draft_cannot_be_sold_and_a_live_scheme_can(cast):
    by = cast["technical"]
    assert objections_to_selling([Standard.QMS], DAY) == []  # no scheme is kept for it
    number = proposed(by)
    found = objections_to_selling([Standard.QMS], DAY)
    assert found == [rules.NOT_LIVE, rules.NO_RULE, rules.NOT_APPROVED]
    refused(lambda: advance_scheme(number, to=Stage.LIVE, on=DAY, by=by), rules.NOT_NEXT)
    refused(lambda: proposed(by, name_zh=" "), rules.NAME_MISSING)
    advance_scheme(number, to=Stage.ENDED, on=DAY, by=by)
    live(by)
    assert objections_to_selling([Standard.QMS, Standard.EMS], DAY) == []
    assert queries.rules_in_force(DAY).get().filing_number == "BA-2026-1"


def test_a_rule_revised_and_not_filed_again_cannot_be_used(cast):
    by = cast["technical"]
    number = live(by)
    refused(lambda: adopt_rule(number, **RULE, on=DAY, by=by), rules.RULE_KNOWN)
    adopt_rule(number, **{**RULE, "version": "1.1"}, on=DAY, by=by)
    assert objections_to_selling([Standard.QMS], DAY) == [rules.RULE_NOT_FILED]
    assert rules_to_file(by, DAY).get().version == "1.1" and queries.schemes().get().waits
    refused(
        lambda: file_rule(number, filing_number="", filed_on=DAY, on=DAY, by=by), rules.FILING_NUMBER_MISSING
    )
    file_rule(number, **FILED, on=DAY, by=by)
    assert objections_to_selling([Standard.QMS], DAY) == [] and not rules_to_file(by, DAY).exists()
    assert queries.rules_filed(DAY, DAY).count() == 2 and queries.rules_in_force(DAY).get().version == "1.1"


def test_a_category_is_used_from_the_day_it_is_approved(cast):
    by, later = cast["technical"], DAY + timedelta(days=30)
    number = filed(by)
    advance_scheme(number, to=Stage.FILED, on=DAY, by=by)
    until = date(2027, 1, 1)
    certificate = approved(by, valid_from=later, valid_until=until)
    refused(lambda: advance_scheme(number, to=Stage.LIVE, on=DAY, by=by), rules.NOT_APPROVED)
    advance_scheme(number, to=Stage.LIVE, on=later, by=by)
    assert Scheme.objects.get().stage_since == later
    assert not queries.qualifications_on(until + timedelta(days=1)).exists()
    end_qualification(certificate, ended_on=date(2026, 6, 1), on=later, by=by)
    assert objections_to_selling([Standard.QMS], date(2026, 6, 1)) == [rules.NOT_APPROVED]
    ends = {"ended_on": until, "on": later, "by": by}
    refused(lambda: end_qualification(certificate, **ends), rules.QUALIFICATION_ENDED)
    refused(lambda: approved(by, certificate=""), rules.CERTIFICATE_MISSING)


def test_two_submissions_and_a_reply_are_one_thread(cast):
    by = cast["director"]
    told = {"title": "家具绿色产品认证", "authority": "某委员会", "text": "首次上报", "sent_on": DAY}
    number = open_petition(QualificationKind.APPROVAL, **told, next_due=DAY, on=DAY, by=by).number
    assert petitions_open(cast["technical"], DAY).get().next_due == DAY
    reply = {"submitted": False, "day": DAY, "text": "请补充检查员材料", "on": DAY, "by": by}
    continue_petition(number, **reply, next_due=DAY + timedelta(days=20))
    refused(lambda: continue_petition(number, **{**reply, "text": ""}), rules.TEXT_MISSING)
    again = DAY + timedelta(days=10)
    continue_petition(number, submitted=True, day=again, text="再次上报", on=again, by=by)
    row = Petition.objects.get()
    assert list(row.exchanges.values_list("submitted", flat=True)) == [True, False, True]
    end = {"outcome": Outcome.GRANTED, "day": again, "text": "准予", "on": again, "by": by}
    conclude_petition(number, **end)
    refused(lambda: conclude_petition(number, **end), rules.PETITION_CLOSED)
    approved(by, petition=number)
    assert row.qualifications.get().certificate == "C-1" and not petitions_open(by, again).exists()
    blank = {**told, "title": ""}
    refused(lambda: open_petition(QualificationKind.APPROVAL, **blank, on=DAY, by=by), rules.SUBJECT_MISSING)
