"""A survey after every visit, sealed from those who audited."""

from datetime import timedelta

import pytest

from mingzheng.office.people.models import Person
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.figure import FIGURES, counted
from mingzheng.office.voices import analysis, queries
from mingzheng.office.voices.actions.answer_survey import answer_survey
from mingzheng.office.voices.actions.issue_questionnaire import issue_questionnaire
from mingzheng.office.voices.actions.send_survey import send_survey
from mingzheng.office.voices.queues import conduct
from mingzheng.rulebook import questionnaires as rules
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.questionnaires import Form, Question
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from tests import rows
from tests.office.audits.stage import told
from tests.office.voices import stage

from .test_cases import refused

DAY = stage.DAY
pytestmark = pytest.mark.django_db


def test_a_survey_goes_out_once_after_the_closing_meeting():
    survey = stage.survey()
    assert told("survey.sent").facts == {"visit": survey.visit.number, "version": 0}
    refused(lambda: send_survey(survey.visit.number, on=DAY, by=CLOCK), rules.ALREADY_SENT)
    refused(lambda: send_survey(rows.visit().number, on=DAY, by=CLOCK), rules.NOT_CLOSED)


def test_the_record_proves_the_answers_without_telling_them():
    survey = stage.survey()
    answer_survey(
        survey.visit.number, {**stage.ANSWERS, "overall": 2}, comment="迟到", on=DAY, by=stage.ANYBODY
    )
    facts = told("survey.answered").facts
    assert set(facts) == {"visit", "on_paper", "answers_hash"} and facts["on_paper"] is False
    refused(
        lambda: answer_survey(survey.visit.number, stage.ANSWERS, on=DAY, by=stage.ANYBODY),
        rules.ALREADY_ANSWERED,
    )


@pytest.mark.broken_books
def test_answers_changed_behind_the_record_are_found_out():
    survey = stage.survey()
    answer_survey(survey.visit.number, stage.ANSWERS, on=DAY, by=stage.ANYBODY)
    queries.Survey.objects.update(answers={**stage.ANSWERS, "overall": 5})
    assert "the answers of a survey are those that came in" in check_the_books()


def test_a_paper_form_is_typed_in_by_quality_but_never_by_one_of_the_team():
    survey = stage.survey(leader="sun2")
    Person.objects.filter(login="sun2").update(roles=[Role.AUDITOR, Role.QUALITY])
    own = Person.objects.get(login="sun2")
    refused(lambda: answer_survey(survey.visit.number, stage.ANSWERS, on=DAY, by=own), rules.OWN_VISIT)
    answer_survey(survey.visit.number, stage.ANSWERS, on=DAY, by=stage.sun())
    survey.refresh_from_db()
    assert survey.entered_by == "sun" and told("survey.answered").facts["on_paper"] is True
    assert counted_online() == (0, 1)
    other = stage.survey()
    answer_survey(other.visit.number, stage.ANSWERS, on=DAY, by=stage.ANYBODY)
    assert counted_online() == (1, 2), "one of two without paper"


def counted_online() -> tuple[int, int]:
    year = Period.of(DAY.year)
    asked = {name: (FIGURES[name], year) for name in ("surveys-online", "surveys-answered")}
    online, answered = (told["value"] for told in counted(asked).values())
    return online, answered


def test_no_auditor_opens_the_answers_and_nobody_those_about_himself():
    stage.survey()
    liu = Person.objects.get(login="liu")
    with pytest.raises(Refused):
        queries.surveys_seen_by(liu)
    refused(lambda: answer_survey("XM2026-0001", stage.ANSWERS, on=DAY, by=liu), NOT_YOURS)
    Person.objects.filter(login="liu").update(roles=[Role.AUDITOR, Role.QUALITY])
    liu.refresh_from_db()
    assert not queries.surveys_seen_by(liu).exists()
    assert queries.surveys_seen_by(stage.sun()).count() == 1


def test_a_new_version_is_asked_from_its_day_on_and_earlier_surveys_keep_theirs():
    early = stage.survey()
    issue_questionnaire(Form.SURVEY, [Question("all", "总体", "Overall")], on=DAY, by=stage.sun())
    late = stage.survey(on=DAY + timedelta(days=1))
    assert len(early.questions) == 8 and [q.code for q in late.questions] == ["all"] and late.version == 1
    assert told("questionnaire.issued").facts["version"] == 1
    refused(lambda: issue_questionnaire(Form.SURVEY, [], on=DAY, by=stage.sun()), rules.NO_QUESTIONS)


def test_the_year_is_told_with_n_and_N_and_a_leader_only_from_five_answers_on():
    for n in range(6):
        survey = stage.survey(leader="liu" if n < 5 else "chen", on=DAY - timedelta(days=n))
        if n != 5:
            answer_survey(survey.visit.number, stage.ANSWERS, on=DAY, by=stage.ANYBODY)
    found = analysis.sheets(2026)
    whole = analysis.tally_of(found)
    assert (whole.answered, whole.sent, whole.rate, whole.mean) == (5, 6, 83, 4)
    assert queries.surveys_sent(2026).count() == 6 and queries.surveys_answered(2026).count() == 5
    cuts = analysis.by_leader(found)
    assert {name: cut.may_be_shown for name, cut in cuts.items()} == {"审核员liu": True, "审核员chen": False}
    assert analysis.by_standard(2026, found)["QMS"].answered == 5


def test_a_bad_mark_for_how_the_auditors_behaved_waits_for_a_case():
    for n, mark in enumerate((rules.DISSATISFIED, rules.DISSATISFIED + 1)):
        survey = stage.survey(on=DAY - timedelta(days=n))
        answers = {**stage.ANSWERS, "overall": 1, rules.CONDUCT: mark}
        answer_survey(survey.visit.number, answers, on=DAY, by=stage.ANYBODY)
    bad = conduct(stage.sun(), DAY).get()
    assert bad.answers[rules.CONDUCT] == rules.DISSATISFIED

    stage.received(on=DAY - timedelta(days=1), reference=bad.visit.number)  # before the client answered
    assert conduct(stage.sun(), DAY).exists()
    Person.objects.filter(login="liu").update(roles=[Role.AUDITOR, Role.QUALITY])
    assert not conduct(Person.objects.get(login="liu"), DAY).exists()
    stage.received(reference=bad.visit.number)
    assert not conduct(stage.sun(), DAY).exists()
