"""Sign a contract 签订认证合同 — ISO/IEC 17021-1:2015 5.1.2: a legally enforceable agreement, before any audit."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.files.models import Paper
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import (
    ENDED,
    NOT_OFFERED,
    SIGNATORY_MISSING,
    SIGNED_ALREADY,
    SIGNED_COPY_MISSING,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Contract


@dataclass(frozen=True)
class ContractSigned(Happened, kind="contract.signed"):
    number: str
    client: str  # its code
    application: str
    standards: list[str]


def objections(contract: Contract) -> list[Objection]:
    """Why this contract cannot be signed now. The copy with both seals must be in the file (kind signed_contract)."""
    if contract.signed_on:
        return [SIGNED_ALREADY]
    if contract.ended_on:
        return [ENDED]
    if not contract.offered_on:
        return [NOT_OFFERED]
    copy = Paper.objects.filter(subject=f"contract:{contract.number}", kind="signed_contract")
    return [] if copy.exists() else [SIGNED_COPY_MISSING]


@action(Role.MARKET, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.1.2")
def sign_contract(
    number: str, *, client_signatory: str, body_signatory: str, on: date, by: Actor
) -> ContractSigned:
    """From here on the client may be audited: the programme opens."""
    contract = (
        Contract.objects.select_for_update(of=("self",))
        .select_related("client", "application")
        .get(number=number)
    )
    missing = [] if client_signatory.strip() and body_signatory.strip() else [SIGNATORY_MISSING]
    refuse_if([*objections(contract), *missing])
    contract.signed_on = on
    contract.client_signatory, contract.body_signatory = client_signatory.strip(), body_signatory.strip()
    contract.save(update_fields=["signed_on", "client_signatory", "body_signatory"])
    application = contract.application.number if contract.application else ""
    return ContractSigned(number, contract.client.uscc, application, contract.standards)
