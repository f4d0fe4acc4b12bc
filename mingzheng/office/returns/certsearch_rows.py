"""Every certificate as the international database takes it (IAF MD 28): accredited ones, whatever became of them."""

from datetime import date

from mingzheng.office.certificates.models import Certificate
from mingzheng.rulebook.return_files import CODES
from mingzheng.rulebook.standards import Standard

STATUSES = {
    "in_force": "Active",
    "suspended": "Suspended",
    "withdrawn": "Withdrawn",
    "cancelled": "Cancelled",
    "expired": "Expired",
    "replaced": "Inactive",
}
LONGEST_NAME = 60  # characters
Row = dict[str, str]


def certsearch_rows(month: date) -> list[Row]:
    """Those that lived or ended in the month or later; the database keeps what it was told of the others."""
    rows = Certificate.objects.filter(certification__accredited=True).exclude(
        ended_on__lt=month.replace(day=1)
    )
    return [
        {
            "certificate_number": held.number,
            "company_name": held.name_zh[:LONGEST_NAME],
            "company_name_english": held.name_en[:LONGEST_NAME],
            "country": CODES.country,
            "standard": Standard(held.certification.standard).iso,
            "scope": held.scope_en or held.scope_zh,
            "status": STATUSES[held.status],
            "issue_date": str(held.issued_on),
            "expiry_date": str(held.expires_on),
        }
        for held in rows.select_related("certification").order_by("number")
    ]
