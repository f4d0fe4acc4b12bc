"""Put right what is known of a person — ISO/IEC 17021-1:2015 9.9.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.engagement import objections_to_home
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..names import searchable
from ..queries import locked_person


@dataclass(frozen=True)
class PersonChanged(Happened, kind="person.changed"):
    login: str
    changed: list[str]  # names of fields; what they say is personal and stays in the row


@action(Role.COMPETENCE_EVALUATOR, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 9.9.1")
def change_person(login: str, *, on: date, by: Actor, **fields: str | bool | list[str]) -> PersonChanged:
    """`fields` are those :func:`employ_person` takes."""
    person = locked_person(login)
    refuse_if(objections_to_home(str(fields.get("home", ""))))
    changed = [name for name, value in fields.items() if getattr(person, name) != value]
    for name in changed:
        setattr(person, name, fields[name])
    person.pinyin = searchable(person.name_zh)
    person.save(update_fields=[*changed, "pinyin"])
    return PersonChanged(login, changed)
