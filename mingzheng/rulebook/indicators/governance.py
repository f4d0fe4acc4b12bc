"""Inspections, penalties, own audits, impartiality and publicity of a year."""

from .meaning import Owner, at_end, over

OWNER = Owner.QUALITY

INSPECTIONS_ON_SITE = over("inspections-on-site", OWNER, 115, 121)
INSPECTIONS_ON_SITE_GOOD = over("inspections-on-site-good", OWNER, 121, of="inspections-on-site")
FILES_CHECKED = over("files-checked", OWNER, 115, 122)
FILES_CHECKED_GOOD = over("files-checked-good", OWNER, 122, of="files-checked")
PENALTIES = over("penalties", OWNER, 147, 157)
INTERNAL_AUDITS = over("internal-audits", OWNER, 119)
INTERNAL_FINDINGS = over("internal-findings", OWNER, 119)
MANAGEMENT_REVIEWS = over("management-reviews", Owner.DIRECTION, 119)
SPECIAL_EVENTS = over("special-events", OWNER, 47)

RISKS = at_end("risks", OWNER, 69)
RELATED_BODIES = at_end("related-bodies", OWNER, 16)
COMMITTEE_MEETINGS = over("committee-meetings", Owner.DIRECTION, 10)
BOARD_MEETINGS = over("board-meetings", Owner.DIRECTION, 10, 148)
BOARD_MEETINGS_PLANNED = over("board-meetings-planned", Owner.DIRECTION, 148)
BOARD_MEETINGS_KEPT = over("board-meetings-kept", Owner.DIRECTION, 148, of="board-meetings-planned")
GIFTS = over("gifts", Owner.INTEGRITY, 100)

PUBLISHED_ITEMS = over("published-items", Owner.MARKET, 108)
PUBLIC_ITEMS = at_end("public-items", Owner.MARKET, 108, 134)
