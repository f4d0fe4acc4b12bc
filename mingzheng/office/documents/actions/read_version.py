"""Sign that one read the version of a document in force 阅读签收 (10.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_documents import CONTROL, objections_to_reading
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import versions_in_force


@dataclass(frozen=True)
class VersionRead(Happened, kind="document.read"):
    number: str
    version: int
    person: str


@action(*HELD_BY_PERSONS, clause=CONTROL)
def read_version(number: str, *, on: date, by: Actor) -> VersionRead:
    """Everybody signs for himself."""
    version = (
        versions_in_force(on).filter(document__number=number).prefetch_related("document__readers").first()
    )
    roles = [reader.role for reader in version.document.readers.all()] if version else []
    read = version is not None and version.readings.filter(person__login=by.login).exists()
    concerned = any(by.holds(Role(role)) for role in roles)
    refuse_if(objections_to_reading(in_force=version is not None, concerned=concerned, read=read))
    assert version
    version.readings.create(person=Person.objects.get(login=by.login), read_on=on)
    return VersionRead(number, version.number, by.login)
