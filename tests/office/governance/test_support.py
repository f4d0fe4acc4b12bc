"""Support of clients: what was done for whom, shown by the record where the record has it, and counted as listed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.office.fees.actions.decide_relief import decide_relief
from mingzheng.office.fees.actions.request_relief import request_relief
from mingzheng.office.footprint.actions.record_remote_audit import record_remote_audit
from mingzheng.office.footprint.models import RemoteAudit
from mingzheng.office.governance.actions.tag_support import tag_support
from mingzheng.office.governance.actions.take_support_back import take_support_back
from mingzheng.office.governance.models import Support
from mingzheng.office.governance.queries import supports_seen_by
from mingzheng.rulebook.footprint import Mode
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.support import SupportKind
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.certified import certificate
from tests.office.certificates import test_putting_off as putting_off
from tests.office.fees import stage
from tests.office.footprint.test_footprint import figure, visit_of
from tests.rows import DAY

pytestmark = pytest.mark.django_db
WORK = {"occasion": "复工复产", "what": "停产期间减免费用"}


def supported(cast, uscc="", kind=SupportKind.TRAINING, **more) -> str:
    told = {**WORK, "done_on": DAY, "on": DAY, "by": cast["market"], **more}
    return tag_support(uscc or rows.client().uscc, kind=kind, **told).number


def relieved(cast, *, granted=True) -> tuple[str, str]:
    """Code of a client, and number of the relief it was granted, or not."""
    contract = stage.contract(cast)
    told = {"amount": Decimal(200), "reason": "停产"}
    number = request_relief(contract.number, **told, on=DAY, by=cast["market"]).number
    decide_relief(number, granted=granted, remark="属实", on=DAY, by=cast["director"])
    return contract.client.uscc, number


def test_relief_is_support_once_granted_and_to_the_client_it_was_granted(cast):
    uscc, number = relieved(cast)
    relief = {"kind": SupportKind.FEE_RELIEF, "proof": number, "on": DAY + timedelta(days=9)}
    with pytest.raises(Refused, match="support.not-done"):
        supported(cast, **relief)  # of another client
    supported(cast, uscc, **relief)
    row = Support.objects.get()
    assert (row.proof, row.done_on) == (f"relief:{number}", DAY), "its day is the record's"
    with pytest.raises(Refused, match="support.tagged-already"):
        supported(cast, uscc, **relief)
    other, refused = relieved(cast, granted=False)
    with pytest.raises(Refused, match="support.not-done"):
        supported(cast, other, kind=SupportKind.FEE_RELIEF, proof=refused)


def test_a_surveillance_put_off_and_an_audit_from_afar_are_found_in_the_record(cast):
    held = certificate(on=putting_off.DAY)
    putting_off.put_off(held, date(2020, 9, 4))
    client = held.certification.client.uscc
    supported(cast, client, kind=SupportKind.POSTPONEMENT, proof=held.number)
    assert Support.objects.get().done_on == putting_off.ON
    with pytest.raises(Refused, match="support.not-done"):
        supported(cast, client, kind=SupportKind.TRANSFER, proof=held.number)
    visit = visit_of(cast["auditor"])
    told = {
        "share": 30,
        "means": "视频会议",
        "risk": "网络稳定",
        "saved_km": Decimal(900),
        "saved_mode": Mode.TRAIN,
    }
    record_remote_audit(visit.number, **told, on=DAY, by=cast["auditor"])
    remote = RemoteAudit.objects.get().number
    supported(cast, visit.client.uscc, kind=SupportKind.REMOTE_AUDIT, proof=remote)
    assert Support.objects.filter(proof=f"remote-audit:{remote}", done_on=DAY).exists()


def test_each_time_a_certificate_was_put_off_is_support_of_its_own(cast):
    held = certificate(on=putting_off.DAY)
    again = putting_off.ON + timedelta(days=30)
    putting_off.put_off(held, date(2020, 5, 4))
    putting_off.put_off(held, date(2020, 9, 4), on=again)
    told = {"kind": SupportKind.POSTPONEMENT, "proof": held.number, "on": again}
    for day in (again, putting_off.ON):
        supported(cast, held.certification.client.uscc, **told)
        assert Support.objects.latest("pk").done_on == day
    with pytest.raises(Refused, match="support.tagged-already"):
        supported(cast, held.certification.client.uscc, **told)


def test_what_the_record_does_not_have_says_its_day_and_needs_no_number(cast):
    for wrong, why in (
        ({"done_on": None}, "day-missing"),
        ({"done_on": DAY + timedelta(days=1)}, "in-future"),
        ({"proof": "JM2026-0001"}, "no-proof-taken"),
        ({"occasion": " ", "what": ""}, "occasion-missing, support.what-missing"),
    ):
        with pytest.raises(Refused, match=f"support.{why}"):
            supported(cast, **wrong)
    supported(cast)
    with pytest.raises(Refused, match="not-yours"):
        supported(cast, by=cast["auditor"])
    assert not supports_seen_by(cast["auditor"]) and supports_seen_by(cast["finance"]).count() == 1


def test_the_count_of_the_report_is_the_length_of_the_filtered_list(cast):
    uscc, number = relieved(cast)
    supported(cast, uscc, kind=SupportKind.FEE_RELIEF, proof=number)
    supported(cast, uscc)
    wrong = supported(cast)
    take_support_back(wrong, reason="登记错误", on=DAY, by=cast["market"])
    with pytest.raises(Refused, match="support.taken-back"):
        take_support_back(wrong, reason="再次", on=DAY, by=cast["market"])
    supported(cast, on=date(2027, 1, 8), done_on=date(2027, 1, 8))
    listed = supports_seen_by(cast["market"]).filter(taken_back_on=None, done_on__range=Period.of(2026).days)
    told = figure("support-given")
    assert told["value"] == listed.count() == 2 and told["parts"] == {"fee_relief": 1, "training": 1}
    assert figure("clients-supported")["value"] == 1, "a client supported twice is one client"
