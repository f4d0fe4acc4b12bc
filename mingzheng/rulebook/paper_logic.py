"""What contradicts itself across the papers of one case: days in an impossible order, one client under two names.

The order is a table: each row says which paper cannot be dated after which. Equal days are possible unless the row
says the first must be over before.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .mending import tidied
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"


class Paper(StrEnum):
    """A dated paper or moment of a case."""

    APPLICATION = "application"
    REVIEW = "review"
    CONTRACT = "contract"
    INDEPENDENCE = "independence"
    TASK = "task"
    REPORTED_PLAN = "reported_plan"
    AUDIT_PLAN = "audit_plan"
    DOCUMENT_REVIEW = "document_review"
    STAGE1_ENDED = "stage1_ended"
    OPENING = "opening"
    FINDING = "finding"
    CLOSING = "closing"
    EVIDENCE = "evidence"
    VERIFICATION = "verification"
    RECOMMENDATION = "recommendation"
    HAND_IN = "hand_in"
    FILE_REVIEW = "file_review"
    DECISION = "decision"
    CERTIFICATE = "certificate"


@dataclass(frozen=True)
class Order:
    """`first` cannot be later than `then`; when `apart`, not on the same day either."""

    first: Paper
    then: Paper
    clause: str
    apart: bool = False


_CHAIN = [
    (Paper.APPLICATION, f"{ISO} 9.1.1"),
    (Paper.REVIEW, f"{ISO} 9.1.2.1"),
    (Paper.CONTRACT, f"{ISO} 5.1.2"),
    (Paper.TASK, f"{ISO} 9.2.2"),
    (Paper.REPORTED_PLAN, "市监认证(司)函〔2021〕102号"),
    (Paper.AUDIT_PLAN, f"{ISO} 9.2.3"),
    (Paper.OPENING, f"{ISO} 9.4.2"),
    (Paper.FINDING, f"{ISO} 9.4.5"),
    (Paper.CLOSING, f"{ISO} 9.4.7"),
    (Paper.EVIDENCE, f"{ISO} 9.4.9"),
    (Paper.VERIFICATION, f"{ISO} 9.4.10"),
    (Paper.RECOMMENDATION, f"{ISO} 9.4.8.2"),
    (Paper.HAND_IN, f"{ISO} 9.5.3.1"),
    (Paper.FILE_REVIEW, f"{ISO} 9.5.2"),
    (Paper.DECISION, f"{ISO} 9.5.1.1"),
    (Paper.CERTIFICATE, f"{ISO} 8.2.2"),
]
ORDERS = [
    *(Order(first, then, clause) for n, (first, _) in enumerate(_CHAIN) for then, clause in _CHAIN[n + 1 :]),
    Order(Paper.INDEPENDENCE, Paper.TASK, f"{ISO} 5.2.13"),
    Order(Paper.DOCUMENT_REVIEW, Paper.OPENING, f"{ISO} 9.3.1.2", apart=True),
    Order(Paper.STAGE1_ENDED, Paper.OPENING, f"{ISO} 9.3.1.3", apart=True),
]


def objections_to_order(days: Mapping[Paper, date]) -> list[Objection]:
    """The pairs of papers whose days cannot be: of a chain only the neighbours that are there are compared."""
    known = [order for order in ORDERS if order.first in days and order.then in days]
    return [
        Objection(
            "case-paper.too-early",
            order.clause,
            {"field": f"days.{order.then}", "first": order.first, "then": order.then,
             "first_on": days[order.first], "then_on": days[order.then]},
        )
        for order in known
        if _is_impossible(order, days) and not _told_by_a_neighbour(order, days)
    ]  # fmt: skip


def _is_impossible(order: Order, days: Mapping[Paper, date]) -> bool:
    first, then = days[order.first], days[order.then]
    return first > then or (order.apart and first == then)


def _told_by_a_neighbour(order: Order, days: Mapping[Paper, date]) -> bool:
    """Is there a paper between the two in the chain, so that one of the nearer pairs tells it?"""
    places = [paper for paper, _ in _CHAIN]
    if order.first not in places or order.then not in places:
        return False
    return any(paper in days for paper in places[places.index(order.first) + 1 : places.index(order.then)])


@dataclass(frozen=True)
class Identity:
    """What one paper says of the client."""

    paper: str
    name: str = ""
    address: str = ""
    scope: str = ""


_CLAUSES = {"name": f"{ISO} 8.2.2 a", "address": f"{ISO} 8.2.2 a", "scope": f"{ISO} 8.2.2 f"}


def objections_to_identities(papers: Sequence[Identity]) -> list[Objection]:
    """Where papers disagree on the client's name, address or scope with the first that states it.

    Blanks, full-width letters, brackets and the like make no difference.
    """
    objections = []
    for what, clause in _CLAUSES.items():
        said = [
            (n, one.paper, getattr(one, what)) for n, one in enumerate(papers) if getattr(one, what).strip()
        ]
        objections += [
            Objection(
                f"case-paper.other-{what}",
                clause,
                {"field": f"papers[{n}].{what}", "paper": paper, "found": text,
                 "other": said[0][1], "expected": said[0][2]},
            )
            for n, paper, text in said[1:]
            if _bare(text) != _bare(said[0][2])
        ]  # fmt: skip
    return objections


def _bare(text: str) -> str:
    """Letters and digits only: what remains must be the same."""
    return "".join(c for c in tidied(text).text if unicodedata.category(c)[0] in "LN")
