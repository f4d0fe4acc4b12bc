"""Which certificates of another system may be carried in, and how they hang together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mingzheng.office.contracts.models import Contract
from mingzheng.office.library.models import Body
from mingzheng.office.programmes.models import Certification
from mingzheng.rulebook import carried_in as rules
from mingzheng.rulebook.carried_in import CarriedCertificate, Main
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection

from .models import LIVING, Certificate, SubCertificate

ISO = "ISO/IEC 17021-1:2015"
KNOWN_ALREADY = Objection("carried.known", f"{ISO} 9.9.1")
NO_BODY = Objection("carried.no-body", f"{ISO} 5.1.1")
TWO_LIVING = Objection("carried.two-living", f"{ISO} 8.2.2")
CONTRACT_OF_ANOTHER = Objection("carried.contract-of-another", f"{ISO} 5.1.2")
ENDING = (Status.WITHDRAWN, Status.CANCELLED)


@dataclass(frozen=True)
class Chain:
    """What was one certification: its certificates, the oldest first."""

    entries: list[CarriedCertificate]

    @property
    def last(self) -> CarriedCertificate:
        """The one the certification stands by: the living one, or else the latest."""
        return next((entry for entry in self.entries if entry.lives), self.entries[-1])

    def goes_on(self, on: date) -> bool:
        """Is there still something to be audited for?"""
        return self.last.lives or rules.may_still_be_restored(self.last, on)

    def takes(self, entry: CarriedCertificate) -> bool:
        """Does the next certificate belong to the same certification, or did another begin with it?"""
        before = self.entries[-1]
        begun_anew = before.status is Status.EXPIRED and entry.cycle_number <= before.cycle_number
        return entry.cycle_number >= before.cycle_number and before.status not in ENDING and not begun_anew


def chains(entries: Iterable[CarriedCertificate]) -> list[Chain]:
    """The certifications of one client, standard by standard."""
    made: list[Chain] = []
    for _, of_standard in groupby(sorted(entries, key=_order), key=lambda entry: entry.standard):
        fresh = True
        for entry in of_standard:
            if fresh or not made[-1].takes(entry):
                made.append(Chain([entry]))
            else:
                made[-1].entries.append(entry)
            fresh = False
    return made


def standing(entries: Sequence[CarriedCertificate], on: date) -> list[list[Objection]]:
    """For each entry what stands against taking it on this day; an earlier one of the same file comes first."""
    body = Body.objects.first()
    if body is None:
        return [[NO_BODY] for _ in entries]
    known = Known()
    answers: list[list[Objection]] = [[] for _ in entries]
    for place in sorted(range(len(entries)), key=lambda place: bool(entries[place].main)):  # main ones first
        entry = entries[place]
        if entry.number in known:
            answers[place] = [KNOWN_ALREADY.because(field="number")]
            continue
        own = rules.objections_to(entry, approval=body.approval_number, prefix=body.certificate_prefix, on=on)
        answers[place] = [*own, *known.objections_to(entry)]
        if not answers[place]:
            known.add(entry)
    return answers


def contract_number(entry: CarriedCertificate) -> str:
    """Its contract's number; where the register has none, one that says it was carried over 接转."""
    return entry.contract or f"JZ-{entry.client_code}"


class Known:
    """The certificates, contracts and certifications there are; grows with each entry that may be taken."""

    def __init__(self) -> None:
        rows = Certificate.objects.values_list("number", "certification__standard", "status")
        self.mains = {number: Main(Standard(standard), status in LIVING) for number, standard, status in rows}
        self.subs = set(SubCertificate.objects.values_list("number", flat=True))
        self.contracts = dict(Contract.objects.values_list("number", "client__uscc"))
        self.living = _living()

    def __contains__(self, number: str) -> bool:
        return number in self.mains or number in self.subs

    def objections_to(self, entry: CarriedCertificate) -> Iterator[Objection]:
        if entry.main:
            yield from rules.objections_to_sub(entry, self.mains.get(entry.main))
            return
        other = self.living.get((entry.client_code, entry.standard))
        if entry.lives and other:
            yield TWO_LIVING.because(field="status", other=other)
        holder = self.contracts.get(contract_number(entry), entry.client_code)
        if holder != entry.client_code:
            yield CONTRACT_OF_ANOTHER.because(field="contract", number=entry.contract, holder=holder)

    def add(self, entry: CarriedCertificate) -> None:
        if entry.main:
            self.subs.add(entry.number)
            return
        self.mains[entry.number] = Main(entry.standard, entry.lives)
        self.contracts[contract_number(entry)] = entry.client_code
        if entry.lives:
            self.living[entry.client_code, entry.standard] = entry.number


def _living() -> dict[tuple[str, Standard], str]:
    """What is certified here already, and by which certificate if there is one yet."""
    held = Certification.objects.filter(ended_on=None).values_list("pk", "client__uscc", "standard")
    numbers = dict(Certificate.objects.filter(status__in=LIVING).values_list("certification", "number"))
    return {(uscc, Standard(standard)): numbers.get(key, uscc) for key, uscc, standard in held}


def _order(entry: CarriedCertificate) -> tuple[str, date, int]:
    return entry.standard, entry.issued_on, entry.cycle_number
