"""Does an audit report read as consultancy? Words to show the reviewer, who judges (ISO/IEC 17021-1:2015 5.2.5).

No machine tells advice from an explanation of a requirement: what is found here is a reason to read the sentence, not a finding.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .tables import read

CLAUSE = "ISO/IEC 17021-1:2015 5.2.5"
PHRASES = [(row["of"], re.compile(row["pattern"])) for row in read("consultancy")["phrase"]]


@dataclass(frozen=True)
class Phrase:
    """Words that read as consultancy: what as, words of `consultancy`, and the words themselves."""

    of: str
    said: str


def phrases(texts: Iterable[str]) -> list[Phrase]:
    """Each of them once, in the order of the texts."""
    found = [
        Phrase(of, one[0]) for text in texts for of, pattern in PHRASES for one in pattern.finditer(text)
    ]
    return list(dict.fromkeys(found))
