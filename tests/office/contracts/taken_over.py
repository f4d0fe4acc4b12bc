"""Applicants whose certification another body granted, and the review before it is taken over, for tests."""

from datetime import date

from mingzheng.office.contracts.actions.offer_contract import offer_contract
from mingzheng.office.contracts.actions.review_transfer import review_transfer
from mingzheng.office.contracts.actions.sign_contract import sign_contract
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import Found, Point

from . import cases
from .cases import DAY, PDF

HELD = {"QMS": "01624Q00001R1M", "EMS": "01624E00002R1M"}
ROWS = [
    {"standard": standard, "body": "另一认证有限公司", "number": number, "status": "in_force", "expires_on": "2027-09-09"}
    for standard, number in HELD.items()
]  # fmt: skip
POINTS = {str(point): "已核实" for point in Point}
FOUND = Found(
    status=Status.IN_FORCE,
    first_issued=date(2021, 9, 10),
    issued=date(2024, 9, 10),
    expires=date(2027, 9, 9),
    approval="CNCA-R-2002-016",
    accredited=True,
    cycle_number=1,
    surveillances=1,
    last_audit_ended=date(2025, 8, 20),
)


def declared(**more) -> dict:
    """What an applicant says who is certified elsewhere."""
    return {"has_certificates": True, "existing_certificates": ROWS, **more}


def submitted(**more) -> Application:
    return cases.submitted(**declared(**more))


def review(application: Application, by, standard: str = "QMS", *, found: Found = FOUND, points=None, on=DAY):
    return review_transfer(
        application.number,
        Standard(standard),
        certificate=HELD[standard],
        found=found,
        points=POINTS if points is None else points,
        on=on,
        by=by,
    )


def accepted(cast, *standards: str, found: Found = FOUND, **more) -> Application:
    """Accepted for these standards, each of which was reviewed for its transfer."""
    application = cases.accepted(cast, **declared(standards=list(standards), **more))
    for standard in standards:
        review(application, cast["technical"], standard, found=found)
    return application


def signed(cast, *standards: str, found: Found = FOUND, **more) -> Contract:
    number = offer_contract(
        accepted(cast, *standards, found=found, **more).number, on=DAY, by=cast["market"]
    ).number
    file_paper(
        f"contract:{number}", kind="signed_contract", name="a.pdf", content=PDF, on=DAY, by=cast["market"]
    )
    sign_contract(number, client_signatory="甲", body_signatory="乙", on=DAY, by=cast["market"])
    return Contract.objects.select_related("client").get(number=number)
