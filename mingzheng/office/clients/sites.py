"""What is asked of a client's site before it is entered or changed."""

from collections.abc import Iterator, Mapping

from mingzheng.rulebook.districts import objections_to_district
from mingzheng.rulebook.verdict import Objection

CLAUSE = "ISO/IEC 17021-1:2015 8.5.3"
NOWHERE = Objection("client.site-without-name-or-address", CLAUSE)
NOTHING_CHANGED = Objection("client.nothing-changed", CLAUSE)


def objections_to_site(facts: Mapping[str, object]) -> Iterator[Objection]:
    """Why nobody could find this site."""
    if not str(facts["name_zh"]).strip() or not str(facts["address_zh"]).strip():
        yield NOWHERE
    yield from objections_to_district(str(facts.get("district", "")))
