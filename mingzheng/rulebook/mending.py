"""Putting typed text right as far as that is certain, and saying how."""

import re
import unicodedata
from dataclasses import dataclass

_GAPS = re.compile(r"[\s\u200b\u200c\u200d\ufeff]+")


@dataclass(frozen=True)
class Mended:
    """A text put right as far as that is certain; each note names words that say how."""

    text: str
    notes: tuple[str, ...] = ()

    def then(self, text: str, note: str) -> "Mended":
        """`text` in place of this one, with `note` if that changes anything."""
        return self if text == self.text else Mended(text, (*self.notes, note))


def tidied(text: str) -> Mended:
    """Full-width characters made half-width, blanks taken out, small letters made capitals."""
    whole = Mended(text).then(unicodedata.normalize("NFKC", text), "identifier.mended-full-width")
    whole = whole.then(_GAPS.sub("", whole.text), "identifier.mended-blanks")
    return whole.then(whole.text.upper(), "identifier.mended-case")
