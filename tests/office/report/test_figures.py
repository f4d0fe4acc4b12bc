"""The figures of a year: counted from the record, behind each its rows, and frozen for good."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from mingzheng.office.certificates.actions.cancel_certificate import cancel_certificate
from mingzheng.office.certificates.actions.expire_certificate import expire_certificate
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.actions.restore_certificate import restore_certificate
from mingzheng.office.certificates.actions.transfer_certificate import transfer_certificate
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.figure import FIGURES, MOST_JOINED, counted
from mingzheng.office.record.log import sequence
from mingzheng.office.record.models import Event
from mingzheng.office.report.actions.freeze_year import freeze_year
from mingzheng.office.report.books import known_entries
from mingzheng.office.report.models import Snapshot
from mingzheng.office.report.queries import (
    behind_flow,
    in_force_on,
    ledger,
    records_behind,
    rows_of,
    suspended_on,
)
from mingzheng.office.report.registers import first_certificate_rows
from mingzheng.office.report.tables import issued_months
from mingzheng.office.report.year import Year, adjustments, digest_of, figures_of, tables_of
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.indicators.stocks import Cause, Stock, flow
from mingzheng.rulebook.standards import OTHERS
from mingzheng.rulebook.verdict import Refused
from tests.certified import certificate, clerk, decided, suspended, taken_over

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
YEAR_END, LATER = date(2026, 12, 31), date(2027, 1, 10)


@pytest.fixture
def year():
    """2026 of a small body, in every way a certificate can go."""
    kept = certificate("QMS", on=date(2025, 6, 2))
    decided("extend", kept, date(2026, 5, 4), scope_zh="模具的生产")
    replace_certificate(kept.number, reason="0101", on=date(2026, 5, 4), by=clerk())
    gone = certificate("QMS", on=date(2026, 3, 2))
    cancel_certificate(
        gone.number, asked_on=date(2026, 7, 1), request="来函", on=date(2026, 7, 1), by=clerk()
    )
    taken_over("QMS", on=date(2026, 5, 11))
    waiting = suspended("EMS", issued_on=date(2026, 3, 2), on=date(2026, 8, 3))
    back = suspended("EMS", issued_on=date(2025, 8, 4), on=date(2026, 4, 1))
    decided("restore", back, date(2026, 6, 1))
    restore_certificate(back.number, on=date(2026, 6, 1), by=clerk())
    bad = suspended("OHSMS", issued_on=date(2026, 3, 2), on=date(2026, 4, 1))
    decided("withdraw", bad, date(2026, 9, 1), reason_code="0101")
    withdraw_certificate(bad.number, on=date(2026, 9, 1), by=clerk())
    return {"waiting": waiting, "back": back}


def test_the_regulators_table_counts_the_year(year):
    table = figures_of(2026)["certificates"]
    columns = ("valid", "initial", "surveillance", "suspended", "withdrawn", "cancelled")
    assert {scheme: tuple(row[column] for column in columns) for scheme, row in table.items()} == {
        "QMS": (2, 1, 0, 0, 1, 1),
        "EMS": (1, 1, 0, 2, 0, 0),
        "OHSMS": (0, 1, 0, 1, 1, 0),
        **dict.fromkeys(OTHERS, (0, 0, 0, 0, 0, 0)),
        "total": (3, 3, 0, 3, 2, 1),
    }


def test_initial_certificates_of_each_month_make_those_of_the_year_and_a_difference_is_shown(year):
    told = Year.of(2026)
    march = [0, 0, 1] + [0] * 9  # what was taken over in May is no initial certificate
    assert told.figures["issued_by_month"] == {
        "QMS": march, "EMS": march, "OHSMS": march, "total": [0, 0, 3] + [0] * 9,
    }  # fmt: skip
    assert issued_months(told, "zh").notes == ()
    told.figures["certificates"]["EMS"]["initial"] = 6  # as a printed report had it: 1 + 2 + 2 is not 6
    told.figures["issued_by_month"]["EMS"] = [0] * 6 + [1, 0, 2, 0, 2, 0]
    (note,) = issued_months(told, "zh").notes
    assert "6" in note and "5" in note and "EMS" in note


def test_the_first_certificate_of_a_scheme_is_told_in_its_year_only(year):
    def firsts(of):
        return [(row[0][0], row[2][0]) for row in first_certificate_rows(of)]

    own = Certificate.objects.filter(certification__transfer=None)
    numbers = {
        (one.certification.standard, one.first_issued_on): one.number for one in own.order_by("-number")
    }
    qms, ems, ohsms = date(2025, 6, 2), date(2025, 8, 4), date(2026, 3, 2)
    assert firsts(2025) == [(f"{qms}", numbers["QMS", qms]), (f"{ems}", numbers["EMS", ems])]
    assert firsts(2026) == [(f"{ohsms}", numbers["OHSMS", ohsms])]
    assert [firsts(of) for of in (2023, 2024, 2027)] == [[], [], []]  # taken over: of another body's days


def test_stock_and_flow_close_and_tell_replaced_from_withdrawn(year):
    flows = figures_of(2026)["flow"]
    assert flows["QMS"]["in_force"] == {
        "opening": 1,
        "in": {"granted": 1, "restored": 0, "transferred_in": 1, "carried_in": 0, "replacing": 1},
        "out": {"suspended": 0, "withdrawn": 0, "cancelled": 1, "expired": 0, "replaced": 1},
        "closing": 2,
    }
    assert flows["EMS"]["suspended"]["in"]["suspended"] == 2 and flows["EMS"]["suspended"]["closing"] == 1
    assert flows["OHSMS"]["suspended"]["out"]["withdrawn"] == 1
    for scheme in flows.values():
        for stock in scheme.values():
            assert (
                stock["opening"] + sum(stock["in"].values()) - sum(stock["out"].values()) == stock["closing"]
            )


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2026, 4, 30), date(2026, 8, 31), YEAR_END])
def test_behind_a_stock_stand_as_many_certificates_as_it_says(year, day):
    month, entries = f"{day:%Y-%m}", ledger(day)
    assert in_force_on(day).count() == flow(entries, Stock.IN_FORCE, month, month).closing
    assert suspended_on(day).count() == flow(entries, Stock.SUSPENDED, month, month).closing


def test_behind_every_cell_of_the_flows_stand_as_many_events_as_it_says(year):
    for scheme, stocks in figures_of(2026)["flow"].items():
        for stock, told in stocks.items():
            for cause, count in [*told["in"].items(), *told["out"].items()]:
                rows = behind_flow(Stock(stock), Cause(cause), date(2026, 1, 1), YEAR_END)
                rows = rows if scheme == "total" else rows.filter(scheme=scheme)
                assert rows.count() == count, (scheme, stock, cause)


def test_a_certificate_let_go_to_another_body_stands_behind_the_replaced_ones(year):
    held = certificate("QMS", on=date(2026, 3, 2))
    told = {"taken_over_on": date(2026, 9, 7), "to": "另一家认证机构", "notice": "接收通知"}
    transfer_certificate(held.number, **told, on=date(2026, 9, 7), by=clerk())

    assert figures_of(2026)["flow"]["QMS"]["in_force"]["out"]["replaced"] == 2
    rows = behind_flow(Stock.IN_FORCE, Cause.REPLACED, date(2026, 1, 1), YEAR_END)
    assert sorted(rows.values_list("kind", flat=True)) == ["certificate.reissued", "certificate.transferred"]


def test_a_count_in_plain_sql_agrees(year):
    """Written without the indicators: the last event of each certificate until the day, straight from the table."""
    sql = """
        SELECT count(*) FROM record_event e
        WHERE e.kind IN ('certificate.issued', 'certificate.taken-over', 'certificate.renewed', 'certificate.reissued',
            'certificate.restored')
        AND e."on" <= %s AND NOT EXISTS (
            SELECT 1 FROM record_event later WHERE later.subject = e.subject AND later.sequence > e.sequence
            AND later."on" <= %s AND later.kind <> 'certificate.surveillance-recorded')
        AND NOT EXISTS (
            SELECT 1 FROM record_event next WHERE next."on" <= %s AND next.kind IN ('certificate.renewed', 'certificate.reissued')
            AND 'certificate:' || (next.facts ->> 'previous') = e.subject)
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [YEAR_END] * 3)
        assert cursor.fetchone()[0] == figures_of(2026)["certificates"]["total"]["valid"] == 3


def test_an_expired_certificate_leaves_the_stock_on_the_day_it_expires():
    held = certificate("QMS", on=date(2026, 3, 2))
    day = held.expires_on + timedelta(days=1)
    expire_certificate(held.number, on=day, by=CLOCK)
    assert figures_of(day.year)["flow"]["QMS"]["in_force"]["out"]["expired"] == 1
    assert not in_force_on(day).exists() and in_force_on(held.expires_on).exists()


def freeze(cast, **more):
    sequence(at=timezone.now())
    return freeze_year(2026, **{"on": LATER, "by": cast["quality"], **more})


def test_a_year_is_frozen_under_the_hash_of_its_figures_and_the_root_of_the_log(year, cast):
    told = freeze(cast)
    kept = Snapshot.objects.get()
    assert kept.figures == figures_of(2026) and kept.digest == told.digest == digest_of(figures_of(2026))
    assert (kept.log_size, kept.log_root) == (told.log_size, told.log_root) and len(kept.log_root) == 64
    assert Event.objects.filter(kind="year.frozen").count() == 1


def test_what_is_written_late_is_an_adjustment_and_changes_no_frozen_figure(year, cast):
    digest = freeze(cast).digest
    decided("withdraw", year["waiting"], date(2026, 12, 30), reason_code="0101")
    withdraw_certificate(year["waiting"].number, on=date(2026, 12, 30), by=clerk())
    sequence(at=timezone.now())

    kept = Snapshot.objects.get()
    assert digest_of(kept.figures) == kept.digest == digest
    assert tables_of(2026, known_entries(kept))["certificates"] == kept.figures["certificates"]
    late = dict((path, (then, now)) for path, then, now in adjustments(kept.figures, figures_of(2026)))
    assert late["certificates", "EMS", "withdrawn"] == (0, 1)
    assert late["flow", "EMS", "suspended", "out", "withdrawn"] == (0, 1)
    assert late["figures", "withdrawn-certificates", "value"] == (1, 2)
    assert ("certificates", "QMS", "valid") not in late


def test_behind_every_figure_stand_as_many_records_as_it_says(year, cast):
    """Counted, frozen, and when something came late."""

    def behind(frozen=None):
        return {
            name: len(records_behind(one, 2026, frozen)) for name, one in FIGURES.items() if not one.amount
        }

    def said(figures):
        return {name: one["value"] for name, one in figures.items() if not FIGURES[name].amount}

    counted = said(figures_of(2026)["figures"])
    assert behind() == counted and counted["suspensions"] == 3 and counted["certified-clients"] == 3
    freeze(cast)
    frozen = Snapshot.objects.get()
    decided("withdraw", year["back"], date(2026, 12, 30), reason_code="0101")
    withdraw_certificate(year["back"].number, on=date(2026, 12, 30), by=clerk())
    sequence(at=timezone.now())
    assert behind(frozen) == said(frozen.figures["figures"]) == counted
    assert behind() == said(figures_of(2026)["figures"]) != counted


def test_the_parts_of_a_figure_make_the_whole_and_open_their_records(year):
    for name, told in figures_of(2026)["figures"].items():
        if "parts" in told:
            assert sum(told["parts"].values()) == told["value"], name
        for part, value in told.get("parts", {}).items():
            if not FIGURES[name].amount:
                assert rows_of(FIGURES[name], 2026, part=part).count() == value, (name, part)


def test_more_figures_than_a_database_joins_in_one_query_are_counted_all_the_same(year):
    asked = {(name, n): (one, Period.of(n)) for n in range(2022, 2028) for name, one in FIGURES.items()}
    assert len(asked) > 2 * MOST_JOINED
    told = counted(asked)
    assert all(told[name, 2026] == one for name, one in figures_of(2026)["figures"].items())


def test_a_year_that_goes_on_or_a_log_that_lags_is_not_frozen(year, cast):
    with pytest.raises(Refused) as refused:
        freeze_year(2026, on=YEAR_END, by=cast["director"])
    assert [one.code for one in refused.value.objections] == ["report.year-not-over", "report.log-behind"]
    freeze(cast)
    with pytest.raises(Refused, match="report.year-frozen"):
        freeze(cast)
    assert Snapshot.objects.count() == 1


def test_only_quality_and_direction_freeze(year, cast):
    with pytest.raises(Refused, match="person.not-yours"):
        freeze(cast, by=cast["auditor"])


@pytest.mark.broken_books
def test_a_changed_snapshot_and_a_changed_status_are_found(year, cast):
    freeze(cast)
    Snapshot.objects.update(digest="0" * 64)
    type(year["back"]).objects.filter(pk=year["back"].pk).update(status="expired", ended_on=YEAR_END)
    broken = check_the_books()
    assert "a frozen year counted again from the same log gives the same figures" in broken
    assert "the stocks that the events lead to are the certificates that stand so" in broken


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite compiles no statement")
def test_no_time_is_lost_in_compiling_the_one_statement_of_all_figures():
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)
