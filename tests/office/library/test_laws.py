"""Laws and standards the body works under: entered, evaluated, in force at a date, withdrawn."""

from datetime import date, timedelta

import pytest

from mingzheng.office.library import queries
from mingzheng.office.library.actions.enter_laws import enter_laws
from mingzheng.office.library.actions.enter_norms import enter_norms
from mingzheng.office.library.actions.evaluate_laws import evaluate_laws
from mingzheng.office.library.actions.repeal_law import repeal_law
from mingzheng.office.library.actions.withdraw_norm import withdraw_norm
from mingzheng.office.library.models import Law, LawEvaluation, Norm
from mingzheng.office.library.queues import laws_to_evaluate
from mingzheng.office.record.figure import FIGURES, counted
from mingzheng.office.record.models import Event
from mingzheng.rulebook import laws as rules
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.laws import Branch, Compliance, LawEntry, LawKind, Level, NormEntry
from mingzheng.rulebook.verdict import NOT_YOURS
from tests.office.voices.test_cases import refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
SINCE, YEAR_LATER = date(2020, 1, 1), date(2027, 3, 3)


def law(name="某条例", **more) -> LawEntry:
    told = {"document": "第 1 号", "kind": LawKind.REGULATION, "issuer": "某部门", "applies_to": "受理"}
    return LawEntry(name, **{**told, "in_force_from": SINCE, **more})


def norm(code="GB/T 19001-2016", **more) -> NormEntry:
    told = {"level": Level.NATIONAL, "branch": Branch.GENERAL_GUIDES, "title_zh": "某标准"}
    return NormEntry(code, **{**told, "in_force_from": SINCE, **more})


def test_a_list_of_laws_is_entered_whole_or_not_at_all(cast):
    by = cast["technical"]
    events = enter_laws([law(f"第 {n} 号条例") for n in range(3)], on=DAY, by=by)
    assert [one.number for one in events] == ["FL2026-0001", "FL2026-0002", "FL2026-0003"]
    assert Event.objects.filter(kind="law.entered").count() == 3 == queries.laws_in_force(DAY).count()
    refused(lambda: enter_laws([law("新法"), law("第 1 号条例")], on=DAY, by=by), rules.KNOWN_ALREADY)
    refused(lambda: enter_laws([law("新法"), law("新法")], on=DAY, by=by), rules.KNOWN_ALREADY)
    refused(lambda: enter_laws([law()], on=DAY, by=cast["market"]), NOT_YOURS)


def test_laws_are_in_force_from_their_day_until_they_are_repealed(cast):
    by = cast["technical"]
    enter_laws([law(), law("未施行", in_force_from=DAY + timedelta(days=9))], on=DAY, by=by)
    number = Law.objects.get(name="某条例").number
    refused(lambda: repeal_law(number, repealed_on=SINCE, on=DAY, by=by), rules.REPEALED_EARLY)
    repeal_law(number, repealed_on=DAY + timedelta(days=5), replaced_by="新条例", on=DAY, by=by)
    assert [queries.laws_in_force(DAY + timedelta(days=n)).count() for n in (-1, 0, 4, 5, 9)] == [
        0,
        1,
        1,
        0,
        1,
    ]
    refused(lambda: repeal_law(number, repealed_on=DAY, on=DAY, by=by), rules.REPEALED_ALREADY)


def test_compliance_is_evaluated_every_year_and_what_is_not_met_is_said(cast):
    by = cast["technical"]
    enter_laws([law(), law("另一条例")], on=DAY, by=by)
    first, second = [one.number for one in Law.objects.order_by("number")]
    assert not laws_to_evaluate(by, DAY).exists() and laws_to_evaluate(by, YEAR_LATER).count() == 2
    met = Compliance.MET
    refused(lambda: evaluate_laws([first, "FL0"], compliance=met, on=DAY, by=by), rules.NOT_IN_FORCE)
    unmet = {"compliance": Compliance.NOT_MET, "on": YEAR_LATER, "by": by}
    refused(lambda: evaluate_laws([first], **unmet), rules.FINDINGS_MISSING)
    evaluate_laws([first], **unmet, findings="上报超期")
    evaluate_laws([second], compliance=met, on=YEAR_LATER, by=by)
    assert not laws_to_evaluate(by, YEAR_LATER).exists() and LawEvaluation.objects.count() == 2
    assert Law.objects.get(number=first).compliance == "not_met"
    assert queries.laws_evaluated(YEAR_LATER, YEAR_LATER).count() == 2
    assert not queries.laws_evaluated(DAY, DAY).exists()


def test_a_withdrawn_standard_drops_out_and_is_called_out_as_a_criterion(cast):
    by = cast["technical"]
    enter_norms([norm(), norm("DB31/T 1-2020", level=Level.LOCAL)], on=DAY, by=by)
    refused(lambda: enter_norms([norm()], on=DAY, by=by), rules.CODE_KNOWN)
    number = Norm.objects.get(code="GB/T 19001-2016").number
    same = {"withdrawn_on": DAY, "replaced_by": "GB/T 19001-2016", "on": DAY, "by": by}
    refused(lambda: withdraw_norm(number, **same), rules.REPLACES_ITSELF)
    assert queries.norms_in_force(DAY).count() == 2
    withdraw_norm(number, withdrawn_on=DAY, replaced_by="GB/T 19001-2026", on=DAY, by=by)
    assert queries.norms_in_force(DAY).get().level == Level.LOCAL
    (warned,) = queries.criteria_withdrawn(["GB/T 19001-2016", "ISO 9001:2015"], DAY)
    assert warned.details["by"] == "GB/T 19001-2026"
    assert queries.criteria_withdrawn(["GB/T 19001-2016"], DAY - timedelta(days=1)) == []


def test_a_year_counts_laws_and_standards_in_force_at_its_end(cast):
    by = cast["technical"]
    enter_laws([law(), law("另一条例")], on=DAY, by=by)
    enter_norms([norm(), norm("ISO 1", level=Level.INTERNATIONAL)], on=DAY, by=by)
    first = Law.objects.order_by("number")[0].number
    evaluate_laws([first], compliance=Compliance.MET, on=DAY, by=by)
    evaluate_laws([first], compliance=Compliance.MET, on=DAY + timedelta(days=1), by=by)
    repeal_law(first, repealed_on=YEAR_LATER, on=YEAR_LATER, by=by)
    names = ("laws", "laws-evaluated", "standards")
    told = [
        counted({name: (FIGURES[name], Period.of(year)) for name in names}) for year in (2025, 2026, 2027)
    ]
    assert [[one["value"] for one in year.values()] for year in told] == [[0, 0, 0], [2, 1, 1], [1, 0, 1]]
