"""Who may audit what: registration, technical codes, leading (ISO/IEC 17021-1:2015 7.1, 7.2, 9.2.2).

An auditor counts for a standard when his registration for it is valid on the days of the audit. A technical code is
covered by the team, not by each member; an authorised technical expert on it covers his codes (9.2.2.1.2), but audits nothing.
Auditors in training never count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .standards import Standard


class RegistrationGrade(StrEnum):
    """Grade of registration 注册级别. Two are given today; senior and principal are older ones still found."""

    TRAINEE = "trainee"  # 实习审核员
    AUDITOR = "auditor"  # 审核员
    SENIOR = "senior"  # 高级审核员
    PRINCIPAL = "principal"  # 主任审核员


AUDITING_GRADES = frozenset(
    {RegistrationGrade.AUDITOR, RegistrationGrade.SENIOR, RegistrationGrade.PRINCIPAL}
)
LEADING_GRADES = frozenset({RegistrationGrade.SENIOR, RegistrationGrade.PRINCIPAL})


class AuthorisationKind(StrEnum):
    """What the body authorises a person for beyond his registration 资格授权 (7.1.3)."""

    LEADER = "leader"  # 审核组长 (7.2.5)
    REVIEWER = "reviewer"  # 评定人员 (7.2.8)
    DECISION_MAKER = "decision_maker"  # 认证决定人员 (7.2.9)
    WITNESS = "witness"  # 见证评价人员 (7.2.10)
    EXPERT = "expert"  # 技术专家 (9.2.2.1.2)


class TeamRole(StrEnum):
    """What a member of an audit team is there for (9.2.2)."""

    LEADER = "leader"  # 组长
    AUDITOR = "auditor"  # 组员
    TRAINEE = "trainee"  # 实习审核员
    EXPERT = "expert"  # 技术专家
    WITNESS = "witness"  # 见证人员: sees an auditor at work (7.2.10)


AUDITING_ROLES = frozenset({TeamRole.LEADER, TeamRole.AUDITOR})


@dataclass(frozen=True)
class Registration:
    """One registration; both days are inside its validity."""

    standard: Standard
    grade: RegistrationGrade
    valid_from: date
    valid_until: date

    def holds(self, on: date) -> bool:
        return self.valid_from <= on <= self.valid_until


@dataclass(frozen=True)
class Authorisation:
    """The body's own authorisation, from a day on."""

    kind: AuthorisationKind
    since: date
    ended: date | None = None  # the first day it no longer holds

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.ended is None or on < self.ended)


@dataclass(frozen=True)
class TechnicalCompetence:
    """Competence for one technical code, or a whole group of them, from the day it was evaluated."""

    standard: Standard
    code: str
    since: date
    ended: date | None = None  # the first day it no longer holds

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.ended is None or on < self.ended)


def covers(granted: str, asked: str) -> bool:
    """Does a technical code contain another? ``17`` contains ``17.10`` and ``17.10.02``; every code contains itself."""
    return asked == granted or asked.startswith(f"{granted}.")


def uncovered(asked: Iterable[str], granted: Iterable[str]) -> list[str]:
    """The codes asked for that none of the granted ones contains, in order."""
    held = list(granted)
    return sorted({code for code in asked if not any(covers(g, code) for g in held)})


def registered(registrations: Iterable[Registration], standard: Standard, on: date) -> bool:
    """Is there a registration as auditor for this standard, valid on this day?"""
    return any(r.standard is standard and r.grade in AUDITING_GRADES and r.holds(on) for r in registrations)


def may_lead(
    registrations: Iterable[Registration], authorisations: Iterable[Authorisation], on: date
) -> bool:
    """May this person lead a team on this day: authorised by the body, or registered in a grade that leads."""
    leads = any(a.kind is AuthorisationKind.LEADER and a.holds(on) for a in authorisations)
    return leads or any(r.grade in LEADING_GRADES and r.holds(on) for r in registrations)


def may_witness(authorisations: Iterable[Authorisation], on: date) -> bool:
    """May this person see an auditor at work and judge it on this day?"""
    return any(a.kind is AuthorisationKind.WITNESS and a.holds(on) for a in authorisations)


def may_advise(authorisations: Iterable[Authorisation], on: date) -> bool:
    """May this person bring his codes to a team as a technical expert on this day?"""
    return any(a.kind is AuthorisationKind.EXPERT and a.holds(on) for a in authorisations)


def codes_held(competences: Iterable[TechnicalCompetence], standard: Standard, on: date) -> set[str]:
    """The technical codes of this standard for which competence holds on this day."""
    return {c.code for c in competences if c.standard is standard and c.holds(on)}
