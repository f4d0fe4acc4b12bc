"""Tag what was done for a client as support 登记帮扶 (ISO 26000:2010 7.6.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.clients.models import Client
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.support import CREDIBLE, RECORDED, SupportKind, objections_to_support
from mingzheng.rulebook.verdict import refuse_if

from ..models import Support
from ..queries import done_for


@dataclass(frozen=True)
class SupportTagged(Happened, kind="support.tagged", begins=True):
    number: str
    client: str
    kind: SupportKind
    occasion: str
    what: str
    proof: str
    done_on: date


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause=CREDIBLE)
def tag_support(
    client: str,
    *,
    kind: SupportKind,
    occasion: str,
    what: str,
    proof: str = "",
    done_on: date | None = None,
    on: date,
    by: Actor,
) -> SupportTagged:
    """`client` by its code; `proof` is the number of what the record has, whose day then counts instead of `done_on`: the
    latest not yet tagged."""
    row = Client.objects.select_for_update().get(uscc=client)
    found = done_for(client, kind, proof.strip())
    subject = f"{RECORDED[kind]}:{proof.strip()}" if found else ""
    same = Support.objects.filter(kind=kind, proof=subject, taken_back_on=None)
    tagged = same.values_list("done_on", flat=True)
    left = [day for day in found if day not in tagged]
    refuse_if(
        objections_to_support(
            kind, occasion, what, proof, done_on, on, found=bool(found), tagged=bool(found) and not left
        )
    )
    day = left[0] if left else done_on
    assert day
    made = Support.objects.create(
        number=next_number(Support, "BF", on.year),
        client=row,
        kind=kind,
        occasion=occasion.strip(),
        what=what.strip(),
        proof=subject,
        done_on=day,
    )
    return SupportTagged(made.number, row.name_zh, kind, made.occasion, made.what, subject, day)
