"""What the body reports to the regulator, month by month: what the record lacks filled in, sent by the tenth, answered."""

from collections.abc import Iterator
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.returns.actions.answer_return import answer_return
from mingzheng.office.returns.actions.send_return import send_return
from mingzheng.office.returns.models import Duty
from mingzheng.office.returns.rows import rows_for
from mingzheng.rulebook.calendar import add_months
from mingzheng.rulebook.return_duties import DutyKind
from mingzheng.rulebook.return_files import ReturnFile, Row, layout_in_force, objections_to_file

from .world import Story, World

ITEM_UNKNOWN_HERE = "A0301"  # the item of OHSMS, typed in by the clerk: nobody could confirm the longer code
INVENTED = {"IDENTITY_CODE": "01", "ID_CODE": "000000000000000000"}
SENT_DAY = 6  # of the month


def reporting(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _months(world)


def _months(world: World) -> Story:
    """Of the last month nothing is sent yet; of the one before, one waits for its receipt and one came back."""
    last = add_months(world.today.replace(day=1), -1)
    while True:
        yield world.office_day(add_months(world.on.replace(day=1), 1).replace(day=SENT_DAY))
        month = add_months(world.on.replace(day=1), -1)
        if month >= last:
            return
        for duty in Duty.objects.filter(sent_on=None, first__lte=month).order_by("number"):
            _send(world, duty, answered=add_months(month, 1) < last or duty.kind == DutyKind.ENERGY)
        if add_months(month, 1) == last:
            sent_back = Duty.objects.get(kind=DutyKind.AUDIT_RESULTS, first=month)
            answer_return(
                sent_back.number,
                accepted=False,
                remark="模板版本不符",
                on=world.on,
                by=_owner(world, sent_back),
            )


def _owner(world: World, duty: Duty) -> Person:
    return world.by(DutyKind(duty.kind).owner)


def _send(world: World, duty: Duty, *, answered: bool) -> None:
    kind, by = DutyKind(duty.kind), _owner(world, duty)
    rows = [filled(kind.file, row, world.on) if kind.file else row for row in rows_for(kind, duty.first)]
    send_return(duty.number, rows, on=world.on, by=by)
    if answered:
        receipt = f"HZ{duty.first:%Y%m}-{duty.pk:04}"
        answer_return(duty.number, accepted=True, receipt=receipt, on=world.on, by=by)


def filled(file: ReturnFile, row: Row, on: date) -> dict[str, str]:
    """The row with what the record does not hold, as a clerk types it in."""
    told = dict(row)
    wanted = INVENTED | {"AUTH_PROJ_CODE": ITEM_UNKNOWN_HERE, "ORG_DISTRICT": "310113"}
    wanted |= {
        "APPR_S_DATE": row.get("AWARD_DATE", ""),
        "APPR_E_DATE": row.get("AWARD_DATE", ""),
        "CHK_PD_NUM": "1",
        "REV_CERTI_FEE": "1",
    }
    layout = layout_in_force(file, on)
    for name, wrong in objections_to_file(layout, [told], on).get(0, {}).items():
        if wrong[0].code == "return-cell.empty" and name in wanted:
            told[name] = wanted[name]
    return told
