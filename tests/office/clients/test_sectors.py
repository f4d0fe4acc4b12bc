"""Sectors: opened for a purpose, developed step by step, and the clients tagged as theirs counted."""

from datetime import date

import pytest

from mingzheng.office.clients.actions.open_sector import open_sector
from mingzheng.office.clients.actions.record_sector_step import record_sector_step
from mingzheng.office.clients.actions.tag_client import tag_client
from mingzheng.office.clients.actions.untag_client import untag_client
from mingzheng.office.clients.models import Client, Sector
from mingzheng.office.clients.queries import in_sector
from mingzheng.office.record.figure import FIGURES, counted
from mingzheng.rulebook.client_sectors import SectorStep
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.verdict import Refused
from tests import rows

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 3, 2), date(2026, 9, 1)


def opened(cast, zh="养老", en="Elderly care") -> str:
    return open_sector(name_zh=zh, name_en=en, purpose="服务养老机构", on=DAY, by=cast["market"]).number


def test_the_clients_of_a_sector_are_exactly_those_tagged_and_as_many_as_the_figure_says(cast):
    care, other = opened(cast), opened(cast, "物业", "Property")
    one, two, three = rows.client(), rows.client(), rows.client()
    for client in (one, two, three):
        tag_client(client.uscc, care, on=DAY, by=cast["market"])
    tag_client(one.uscc, other, on=DAY, by=cast["market"])
    untag_client(three.uscc, care, on=LATER, by=cast["market"])
    assert set(Client.objects.filter(in_sector(care))) == {one, two}
    figure = FIGURES["sector-clients"]
    asked = {month: (figure, Period.of(2026, month)) for month in (2, 8, 9)}
    told = counted(asked)
    assert told[2]["value"] == 0 and told[8]["parts"] == {"养老": 3, "物业": 1}
    assert told[9]["parts"] == {"养老": 2, "物业": 1}


def test_a_sector_is_opened_once_for_a_purpose_and_keeps_what_was_done(cast):
    number = opened(cast)
    with pytest.raises(Refused, match="sector.open-already"):
        opened(cast)
    with pytest.raises(Refused, match="sector.name-missing, sector.purpose-missing"):
        open_sector(name_zh="托育", name_en=" ", purpose=" ", on=DAY, by=cast["market"])
    told = {"step": SectorStep.TRAINING, "on": DAY, "by": cast["market"]}
    with pytest.raises(Refused, match="sector.step-missing, sector.step-in-the-future"):
        record_sector_step(number, done_on=LATER, what=" ", **told)
    record_sector_step(number, done_on=DAY, what="两名专职审核员", **told)
    assert list(Sector.objects.get().records.values_list("step", "what")) == [("training", "两名专职审核员")]


def test_a_client_carries_a_tag_once_and_loses_only_what_it_carries(cast):
    number, client, by = opened(cast), rows.client(), cast["market"]
    with pytest.raises(Refused, match="sector.not-tagged"):
        untag_client(client.uscc, number, on=DAY, by=by)
    tag_client(client.uscc, number, on=DAY, by=by)
    with pytest.raises(Refused, match="sector.tagged-already"):
        tag_client(client.uscc, number, on=DAY, by=by)
    with pytest.raises(Refused, match="not-yours"):
        tag_client(client.uscc, number, on=DAY, by=cast["reviewer"])
