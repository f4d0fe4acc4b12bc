"""Enter a pact the body signed 签署公约 (ISO 26000:2010 7.8)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.responsibility import PactKind, objections_to_day, objections_to_texts
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Pact


@dataclass(frozen=True)
class PactSigned(Happened, kind="pact.signed", begins=True):
    number: str
    pact: str
    parties: str


@action(Role.MARKET, Role.INTEGRITY, clause="ISO 26000:2010 7.8")
def sign_pact(
    zh: str, *, en: str = "", kind: PactKind, parties: str, signed_on: date, on: date, by: Actor
) -> PactSigned:
    refuse_if(objections_to_texts(zh, parties) + objections_to_day(signed_on, on))
    row = Pact.objects.create(
        number=next_number(Pact, "GY", on.year),
        kind=kind,
        zh=zh.strip(),
        en=en.strip(),
        parties=parties.strip(),
        signed_on=signed_on,
    )
    return PactSigned(row.number, row.zh, row.parties)
