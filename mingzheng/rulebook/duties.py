"""What the body itself owes by a day: acting on what it verified, keeping records, reporting, uploading."""

from collections.abc import Collection
from datetime import date, timedelta

from .calendar import NO_OVERRIDES, Overrides, add_months, add_working_days
from .dated_numbers import TIME_LIMITS, number
from .verdict import Objection

FEE_BY_THIRD_PARTY = Objection("duty.fee-by-third-party", TIME_LIMITS["cn_fee"].clause)
ATTACHMENTS = ("legal_person", "full_time_staff", "financial_audit", "social_responsibility")
"""What goes with the yearly report."""


def act_by(verified: date, overrides: Overrides = NO_OVERRIDES) -> date:
    """The last day to suspend or withdraw after the ground was verified: five working days."""
    return add_working_days(verified, number("act_on_info_cn2016"), overrides)


def records_kept_until(expires: date, ended: date | None = None) -> date:
    """The last day on which the records of a cycle must be there.

    They are kept for the current cycle and one full cycle before it, so until the next cycle ends, three years after
    this one; by the Chinese regulation at least two years after the certificate ended.
    """
    next_cycle_ends = add_months(expires, 12 * number("cycle_start"))
    return max(next_cycle_ends, add_months(ended or expires, number("records_cn")))


def foreign_accreditation_report_by(obtained: date) -> date:
    """The last day to report an accreditation obtained abroad."""
    return obtained + timedelta(days=number("cn_foreign_accr"))


def next_upload_by(uploaded: date) -> date:
    """The last day for the next upload to the international database: once a month."""
    return add_months(uploaded, number("certsearch"))


def upload_reminder(month: date) -> date:
    """When the database reminds in a month: seven days before its last day."""
    return add_months(month.replace(day=1), 1) - timedelta(days=1 + number("upload_reminder"))


def objections_to_payment(client: str, payer: str) -> list[Objection]:
    """The certification fee comes from the client itself."""
    return [] if payer.strip() == client.strip() else [FEE_BY_THIRD_PARTY.because(field="payer", payer=payer)]


def missing_attachments(present: Collection[str]) -> list[str]:
    """What the yearly report still lacks."""
    return [name for name in ATTACHMENTS if name not in present]
