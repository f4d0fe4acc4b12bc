"""Make public again what was withheld 解除保密 — ISO/IEC 17021-1:2015 8.1.2."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publishing import objections_to_disclosing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Entry
from ..queries import entry_of, facts_of


@dataclass(frozen=True)
class CertificateDisclosed(Happened, kind="publication.disclosed"):
    number: str


def objections(entry: Entry) -> Iterable[Objection]:
    """Why there is nothing to disclose."""
    return objections_to_disclosing(facts_of(entry))


@action(Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 8.1.2")
def disclose_certificate(number: str, *, on: date, by: Actor) -> CertificateDisclosed:
    entry = entry_of(number, lock=True)
    refuse_if(objections(entry))

    entry.withheld_reason = ""
    entry.save(update_fields=["withheld_reason"])
    return CertificateDisclosed(number)
