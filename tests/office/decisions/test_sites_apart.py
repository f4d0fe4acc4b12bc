"""A visit whose site is audited apart is reviewed and decided once the file of the site is in (ISO/IEC 17021-1 9.5.2)."""

import pytest

from mingzheng.office.audits.models import Audit, Finding
from mingzheng.office.decisions.actions.decide_audit import objections as objections_to_deciding
from mingzheng.office.decisions.cases import files
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.models import Event
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows

from .stage import DAY, IN_FORCE, codes, decide, handed_in, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def audit(cast):
    return handed_in(standards=("QMS", "EMS"))


@pytest.fixture
def apart(audit) -> Visit:
    """QMS alone is audited at the site."""
    qms = audit.visit.parts.get(certification__standard="QMS").certification
    visit = rows.visit("special", [qms], days="0.5", apart_from=audit.visit)
    rows.team(visit, rows.auditor("qian"))
    return visit


def test_the_file_is_read_once_that_of_the_site_is_in(cast, audit, apart):
    with pytest.raises(Refused) as refused:
        read(audit, cast["reviewer"])
    assert codes(refused) == {"decision.site-outstanding"}
    reported = rows.audit(apart, handed_in=False, reported_on=DAY)
    with pytest.raises(Refused, match="decision.site-outstanding"):
        read(audit, cast["reviewer"])
    Audit.objects.filter(pk=reported.pk).update(handed_in_on=DAY)
    read(audit, cast["reviewer"])
    assert Event.objects.count() == 1


def test_another_standard_and_a_site_no_longer_visited_are_not_waited_for(cast, audit, apart):
    read(audit, cast["reviewer"], "EMS")
    Visit.objects.filter(pk=apart.pk).update(dropped_on=DAY)
    read(audit, cast["reviewer"])


def test_a_favourable_decision_waits_and_one_against_the_client_does_not(cast, audit, apart):
    file = files(Standard.QMS).get(pk=audit.pk)
    assert file.waits_for == apart.number
    rows_of = {"certificate": IN_FORCE, "on": DAY, "by": cast["decision_maker"]}
    asked = {
        act: {one.code for one in objections_to_deciding(file, Standard.QMS, act, **rows_of)}
        for act in (DecisionAct.MAINTAIN, DecisionAct.SUSPEND)
    }
    assert "decision.site-outstanding" in asked[DecisionAct.MAINTAIN]
    assert "decision.site-outstanding" not in asked[DecisionAct.SUSPEND]


def test_a_major_finding_at_the_site_stands_in_the_way_of_the_decision(cast, audit, apart):
    at_site = rows.audit(apart)
    read(audit, cast["reviewer"])
    major = Finding.objects.create(
        audit=at_site, number=1, standard="QMS", clause="8.5", grade="major", statement="x", raised_on=DAY
    )
    with pytest.raises(Refused, match="finding."):
        decide(audit, cast["decision_maker"])
    Finding.objects.filter(pk=major.pk).update(withdrawn_on=DAY)
    decide(audit, cast["decision_maker"])
