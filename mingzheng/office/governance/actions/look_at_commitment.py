"""Say how a public commitment was kept 检查承诺履行 (ISO 26000:2010 7.6.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.publicity.queries import locked_item
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import Kept, objections_to_looking
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Look
from ..queries import commitments_on


@dataclass(frozen=True)
class CommitmentLookedAt(Happened, kind="commitment.looked-at"):
    number: str
    kept: Kept
    told: str


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.6.2")
def look_at_commitment(
    number: str, *, kept: Kept, zh: str, en: str = "", evidence: str, on: date, by: Actor
) -> CommitmentLookedAt:
    """Of an item of publicity that is a commitment and stands in public; once a year."""
    item = locked_item(number)
    public = commitments_on(on).filter(number=number).exists()
    looked = Look.objects.filter(item=item, year=on.year).exists()
    refuse_if(objections_to_looking(zh, evidence, public=public, looked=looked))
    Look.objects.create(
        item=item,
        year=on.year,
        kept=kept,
        zh=zh.strip(),
        en=en.strip(),
        evidence=evidence.strip(),
        looked_on=on,
    )
    return CommitmentLookedAt(number, kept, zh.strip())
