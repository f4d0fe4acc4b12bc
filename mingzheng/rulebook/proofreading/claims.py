"""What a report claims: satisfaction with its numbers, exact figures, and no wording a certification body must avoid."""

import re
from collections.abc import Iterator

from ..tables import read
from ..trend import GROWTH, PERFORMANCE
from .finding import Finding, Weight
from .report import Report

EVERYBODY = re.compile(r"(所有|全部|每[一个家]?|均|都|一致|100\s*%)[^,，。;；]{0,12}(满意(?!度)|好评)")
NUMBERS_OF_A_SURVEY = re.compile(r"\d+\s*/\s*\d+|(回收|收回|有效)[^。]{0,8}\d+|n\s*=\s*\d+", re.IGNORECASE)
ABOUT = re.compile(
    r"近[\d一二两三四五六七八九十百千]+余?(项|家|人|次|批次|张|份)|[\d一二两三四五六七八九十百千万]+\s*[多余]\s*(项|家|人|次|批次|张|份)"
)
WORDINGS = [
    (re.compile(row["pattern"]), row["kind"], row["clause"])
    for row in read("social_responsibility")["wording"]
]


def satisfaction(report: Report) -> Iterator[Finding]:
    """“均很满意” needs how many were asked, how many answered, and how the answers spread (ISO 10004, 6.4)."""
    for sentence in report.sentences:
        if EVERYBODY.search(sentence.text) and not NUMBERS_OF_A_SURVEY.search(sentence.text):
            yield Finding("satisfaction-without-numbers", Weight.DOUBT, (sentence.line,), sentence.text)


def growth(report: Report) -> Iterator[Finding]:
    """“业绩连续增长” without a number cannot be seen to be so."""
    for sentence in report.sentences:
        claim = GROWTH.search(sentence.text)
        if claim and PERFORMANCE.search(sentence.text) and not re.search(r"\d", sentence.text):
            yield Finding(
                "growth-without-numbers", Weight.DOUBT, (sentence.line,), sentence.text, {"said": claim[0]}
            )


def about(report: Report) -> Iterator[Finding]:
    """“80 多项”: whoever keeps a record can count it."""
    for sentence in report.sentences:
        for one in ABOUT.finditer(sentence.text):
            yield Finding("about-so-many", Weight.DOUBT, (sentence.line,), one[0], {"said": one[0]})


def wordings(report: Report) -> Iterator[Finding]:
    """Wordings that read as consultancy or as a cheaper audit (ISO/IEC 17021-1:2015 5.2.5, 5.2.9)."""
    for sentence in report.sentences:
        for pattern, kind, clause in WORDINGS:
            if found := pattern.search(sentence.text):
                details = {"said": found[0], "clause": clause}
                yield Finding(kind, Weight.DOUBT, (sentence.line,), found[0], details)
