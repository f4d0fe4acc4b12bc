"""Ties that keep a person, or the whole body, away from a client (ISO/IEC 17021-1:2015 5.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import number
from .verdict import Objection

COOLING_MONTHS = number("cooling_consultancy")  # 5.2.6, 5.2.7, 5.2.10: at least two years after the end


class TieKind(StrEnum):
    """What binds a person to an organisation."""

    CONSULTANCY = "consultancy"  # 咨询
    EMPLOYMENT = "employment"  # 受雇或任职
    INTERNAL_AUDIT = "internal_audit"  # 内审
    KINSHIP = "kinship"  # 亲属关系
    INTEREST = "interest"  # 股权或其他经济利益
    TRAINING = "training"  # 为该组织单独做过培训或技术服务
    ACCOUNT = "account"  # 客户经理: looks after it for the body, given and ended by the body and not declared


WITHOUT_LIMIT = frozenset({TieKind.KINSHIP})  # never ends
CLAUSES = {
    TieKind.CONSULTANCY: "ISO/IEC 17021-1:2015 5.2.10",
    TieKind.EMPLOYMENT: "ISO/IEC 17021-1:2015 5.2.10",  # confidence m: the clause names managerial capacity
    TieKind.INTERNAL_AUDIT: "ISO/IEC 17021-1:2015 5.2.10",
    TieKind.KINSHIP: "ISO/IEC 17021-1:2015 5.2.13",
    TieKind.INTEREST: "ISO/IEC 17021-1:2015 5.2.13",  # confidence m: no period is named, two years as for the others
    TieKind.TRAINING: "ISO/IEC 17021-1:2015 5.2.10",  # confidence m: generic training is no consultancy; the body is careful
    TieKind.ACCOUNT: "ISO/IEC 17021-1:2015 5.2.13",  # confidence m: whoever lives by the client's business does not judge it
}
DECLARED = tuple(kind for kind in TieKind if kind is not TieKind.ACCOUNT)  # what a person says of himself
NOT_DECLARED = Objection("account.declared", "own procedure")


@dataclass(frozen=True)
class Tie:
    """One tie of a person to the client in question; `ended` is its last day, None while it lasts."""

    kind: TieKind
    ended: date | None = None


class Adviser(StrEnum):
    """Who gave the client management system consultancy or its internal audits, other than a person."""

    BODY_INTERNAL_AUDIT = "body_internal_audit"  # the body itself audited internally (5.2.6)
    BODY_CONSULTANCY = (
        "body_consultancy"  # the body itself, which 5.2.5 forbids; once ended, reckoned as 5.2.7
    )
    RELATED_BODY = "related_body"  # a body related to it, or in the same hands (5.2.7)


@dataclass(frozen=True)
class Advice:
    """Help given by the body or a body related to it; `ended` is its last day, None while it lasts."""

    by: Adviser
    ended: date | None = None


ADVICE_CLAUSES = {
    Adviser.BODY_INTERNAL_AUDIT: "ISO/IEC 17021-1:2015 5.2.6",
    Adviser.BODY_CONSULTANCY: "ISO/IEC 17021-1:2015 5.2.5",
    Adviser.RELATED_BODY: "ISO/IEC 17021-1:2015 5.2.7",
}


def free_from(ended: date) -> date:
    """The first day on which help that ended on this day no longer stands in the way."""
    return add_months(ended, COOLING_MONTHS)


def objections_to_ties(person: str, ties: Iterable[Tie], on: date) -> list[Objection]:
    """May this person, with these ties to the client, take part in its certification on this day?"""
    return [
        Objection(f"impartiality.{tie.kind}", CLAUSES[tie.kind], {"person": person})
        for tie in ties
        if tie.ended is None or tie.kind in WITHOUT_LIMIT or on < free_from(tie.ended)
    ]


def objections_to_advice(given: Iterable[Advice], on: date) -> list[Objection]:
    """May the body certify a client that had this help, on this day?"""
    return [
        Objection(f"impartiality.{advice.by}", ADVICE_CLAUSES[advice.by])
        for advice in given
        if advice.ended is None or on < free_from(advice.ended)
    ]
