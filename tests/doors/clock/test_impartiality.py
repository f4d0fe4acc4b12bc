"""What follows for impartiality from a technical service for a certified client."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.fees.actions.quote_service import quote_service
from mingzheng.office.fees.actions.withdraw_order import withdraw_order
from mingzheng.office.impartiality.actions.review_risk import review_risk
from mingzheng.office.impartiality.models import Risk
from mingzheng.office.impartiality.queries import risks
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.prices import ImpartialityClass, IncomeKind
from tests import rows
from tests.certified import certificate
from tests.office.impartiality.test_impartiality import risk
from tests.office.prices import test_prices as prices
from tests.rows import DAY

pytestmark = pytest.mark.django_db
CODE = complete_social_credit_code(f"91110000{complete_organisation_code('MAMY0078')}")


def ordered(cast, uscc=CODE, kind=IncomeKind.TECHNICAL_SERVICE, on=DAY) -> str:
    service = prices.service(cast, kind=kind, as_class=ImpartialityClass.GUARDED)
    told = {"uscc": uscc, "customer": "某获证公司", "amount": Decimal(8000)}
    return quote_service(service, **told, on=on, by=cast["market"]).number


def heard() -> None:
    assert catch_up(at=timezone.now()).stumbled == set()


def held() -> None:
    """The organisation of CODE is certified."""
    agreed = rows.contract(client=rows.client(uscc=CODE))
    certificate(contract=agreed)


def test_a_technical_service_for_a_certified_client_opens_a_review_once(cast):
    held()
    earlier = risk(cast["quality"]).number
    number = ordered(cast)
    heard(), heard()
    row = Risk.objects.get(about=f"order:{number}")
    assert (row.kind, row.threat, row.likelihood, row.impact) == ("impartiality", "self_review", 3, 3)
    assert number in row.source and Event.objects.get(subject=f"risk:{row.number}").by == "clock"
    waiting = QUEUES["impartiality.risks"]
    assert [one.number for one in waiting.waiting(cast["quality"], DAY)] == [row.number, earlier]
    assert row.number in {one.number for one in waiting.waiting(cast["director"], DAY)}
    assert waiting.item(risks().get(pk=row.pk), DAY).due == DAY + timedelta(days=10)
    now = {"likelihood": 1, "impact": 3, "treatment": "由不参加审核的人员承担", "accepted": True}
    review_risk(row.number, **now, on=DAY, by=cast["director"])
    assert risks().get(pk=row.pk).review_due == DAY.replace(year=2027), "from then on like any other"


def test_no_review_is_opened_of_training_or_for_who_holds_no_certificate(cast):
    held()
    ordered(cast, kind=IncomeKind.TRAINING)
    ordered(cast, uscc=complete_social_credit_code(f"91110000{complete_organisation_code('MAMY0079')}"))
    heard()
    assert not Risk.objects.exists()


def test_who_is_certified_after_he_ordered_is_looked_at_then_unless_it_was_withdrawn(cast):
    withdraw_order(ordered(cast), reason="取消", on=DAY, by=cast["market"])
    number = ordered(cast)
    heard()
    assert not Risk.objects.exists()
    held()
    heard()
    assert Risk.objects.get().about == f"order:{number}"


def test_a_certificate_heard_of_late_opens_no_review_before_the_order_was_made(cast):
    held()
    ordered(cast, on=DAY + timedelta(days=10))
    heard()
    assert Risk.objects.get().entered_on == DAY + timedelta(days=10)


def test_the_page_of_the_risk_leads_to_the_order_that_opened_it(cast, client):
    held()
    number = ordered(cast)
    heard()
    client.force_login(rows.signed(cast["director"]))
    page = client.get(reverse("staff:risk", args=[Risk.objects.get().number])).text
    assert reverse("staff:order", args=[number]) in page
    client.force_login(rows.signed(cast["market"]))
    assert client.get(reverse("staff:risk", args=[Risk.objects.get().number])).status_code == 403
