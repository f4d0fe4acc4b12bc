"""When a letter may be sent off."""

from mingzheng.rulebook.verdict import Objection

from .models import Letter

CLAUSE = "ISO/IEC 17021-1:2015 8.5.1"
SENT_ALREADY = Objection("letter.sent-already", CLAUSE)
NOT_TRIED = Objection("letter.not-tried", CLAUSE)


def objections_to_sending(letter: Letter) -> list[Objection]:
    """Why it is not to be sent off: it was."""
    return [SENT_ALREADY.because(sent_on=letter.sent_on)] if letter.sent_on else []
