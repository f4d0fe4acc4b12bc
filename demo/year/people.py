"""Seventy people: seven who manage, three who manage and audit, sixty who audit; registered as the seed's table says."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..logins import LOGINS

MANAGERS_ONLY = (
    Role.DIRECTOR, Role.QUALITY, Role.MARKET, Role.FINANCE, Role.GENERAL_OFFICE, Role.ADMINISTRATOR,
    Role.COMPETENCE_EVALUATOR,
)  # fmt: skip
"""The roles whose people do not audit."""
SURNAMES = "邵池黎简路凌柏秦岳潘陶冼温岑邱骆詹舒柯阮晏尹祝梅卫褚蒋沈韩杨朱"
GIVEN = ("昀川", "砚秋", "舒晚", "宁一", "遥珩", "霁远", "舟行", "言川", "屹衡", "砺行", "沅之", "澈明")

KINDS = (
    (21, True, "QES"), (2, True, "QE"), (2, True, "QS"), (2, True, "Q"), (2, True, "E"), (2, True, "S"),
    (8, True, ""), (7, False, "QES"), (7, False, "QE"), (3, False, "QS"), (4, False, "Q"),
)  # fmt: skip
"""How many auditors: full time or part time, registered for which systems. Those for none inspect products only."""
ALSO_PRODUCTS = 8  # of the full-timers registered for all three
ALSO_SERVICES = (4, 1)  # of them, and of the part-timers
TRAINEES = ("QE", "QS", "Q")


@dataclass(frozen=True)
class Auditor:
    """One of the sixty-three."""

    login: str
    name: str
    full_time: bool
    systems: str  # letters
    products: bool = False
    services: bool = False
    is_trainee: bool = False

    @property
    def standards(self) -> list[Standard]:
        """What he is registered for."""
        others = {Standard.PRODUCT: self.products, Standard.SERVICE: self.services}
        return [one for one in Standard if one.letter in self.systems or others.get(one)]


def auditors() -> list[Auditor]:
    """All of them, the trainees last; those with an office of their own come first."""
    names = _names()
    offices = [LOGINS[role][:2] for role in LOGINS if role not in MANAGERS_ONLY]
    found: list[Auditor] = []
    for count, full_time, systems in KINDS:
        for place in range(count):
            login, name = offices.pop(0) if offices and full_time else next(names)
            products = not systems or (full_time and systems == "QES" and place < ALSO_PRODUCTS)
            services = systems == "QES" and count - place <= ALSO_SERVICES[not full_time]
            found.append(Auditor(login, name, full_time, systems, products, services))
    for systems in TRAINEES:
        found.append(Auditor(*next(names), True, systems, is_trainee=True))
    return found


def _names() -> Iterator[tuple[str, str]]:
    """Login and name of nobody; no two alike."""
    for surname, given in zip(SURNAMES * 4, GIVEN * 20, strict=False):
        name = surname + given
        yield f"{''.join(lazy_pinyin(name))}", name
