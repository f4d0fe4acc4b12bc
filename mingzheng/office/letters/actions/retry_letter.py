"""Send a letter off again that could not be delivered 重新投递 — ISO/IEC 17021-1:2015 8.5.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Letter
from ..queries import locked
from ..sending import NOT_TRIED, objections_to_sending


@dataclass(frozen=True)
class LetterRetried(Happened, kind="letter.retried"):
    number: str


def objections(letter: Letter) -> list[Objection]:
    """Why it need not be sent off again."""
    return objections_to_sending(letter) or ([] if letter.tries else [NOT_TRIED])


@action(Role.QUALITY, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 8.5.1")
def retry_letter(number: str, *, on: date, by: Actor) -> LetterRetried:
    """At once, and as often as a new one."""
    letter = locked(number)
    refuse_if(objections(letter))

    letter.tries, letter.next_try_at = 0, None
    letter.save(update_fields=["tries", "next_try_at"])
    return LetterRetried(number)
