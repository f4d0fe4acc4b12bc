"""Where a client or one of its sites lies: an administrative division by its six digits (GB/T 2260)."""

from .code_lists import region
from .verdict import Objection

DIGITS = 6
UNKNOWN_DISTRICT = Objection("client.unknown-district", "GB/T 2260")


def objections_to_district(code: str) -> list[Objection]:
    """A known division by its six digits, or not said."""
    if not code or (len(code) == DIGITS and region(code)):
        return []
    return [UNKNOWN_DISTRICT.because(district=code)]
