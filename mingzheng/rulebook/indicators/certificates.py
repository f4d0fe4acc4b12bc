"""Certificates, clients and visits of a year."""

from .meaning import Owner, Unit, at_end, over
from .stocks import Column, Stock

OWNER = Owner.PROGRAMME

VALID_CERTIFICATES = at_end("valid-certificates", OWNER, 22, 23, 24, 25, 26, 27, 28, 30)
SUSPENDED_AT_END = at_end("suspended-at-end", OWNER, 33)
OLD_EDITION_CERTIFICATES = at_end("old-edition-certificates", OWNER, 25)
CERTIFIED_CLIENTS = at_end("certified-clients", OWNER, 22)
SECTOR_CLIENTS = at_end("sector-clients", Owner.MARKET, 65)
PREMIUM_CLIENTS = at_end("premium-clients", Owner.MARKET, 123)
INITIAL_CERTIFICATES = over("initial-certificates", OWNER, 31)
TAKEN_OVER_CERTIFICATES = over("taken-over-certificates", OWNER, 31, 36)
SURVEILLED_CERTIFICATES = over("surveilled-certificates", OWNER, 32)
SUSPENSIONS = over("suspensions", OWNER, 33)
WITHDRAWN_FOR_THE_REGULATOR = over("withdrawn-for-the-regulator", OWNER, 34)
WITHDRAWN_CERTIFICATES = over("withdrawn-certificates", OWNER, 34)
CANCELLED_CERTIFICATES = over("cancelled-certificates", OWNER, 35)
REPLACED_CERTIFICATES = over("replaced-certificates", OWNER, 36)
RENEWED_CERTIFICATES = over("renewed-certificates", OWNER, 36)
RESTORED_CERTIFICATES = over("restored-certificates", OWNER, 36)
EXPIRED_CERTIFICATES = over("expired-certificates", OWNER, 36)

VISITS = over("visits", OWNER, 32, 56)
COMBINED_VISITS = over("combined-visits", OWNER, 18, 150, of="visits")
VISIT_DAYS = over("visit-days", OWNER, 32, unit=Unit.DAYS)
DECISIONS = over("decisions", OWNER, 168)
REVIEWS = over("reviews", Owner.AUDIT, 92)
REVIEWS_RETURNED = over("reviews-returned", Owner.AUDIT, 92, of="reviews")

APPLICATIONS = over("applications", Owner.MARKET, 109)
APPLICATIONS_ACCEPTED = over("applications-accepted", Owner.MARKET, 103)
APPLICATIONS_REFUSED = over("applications-refused", Owner.MARKET, 103, 110, 111)
CONTRACTS_SIGNED = over("contracts-signed", Owner.MARKET, 131)

COLUMNS = {
    Column.VALID: VALID_CERTIFICATES,
    Column.INITIAL: INITIAL_CERTIFICATES,
    Column.SURVEILLANCE: SURVEILLED_CERTIFICATES,
    Column.SUSPENDED: SUSPENSIONS,
    Column.WITHDRAWN: WITHDRAWN_FOR_THE_REGULATOR,
    Column.CANCELLED: CANCELLED_CERTIFICATES,
}
"""What the regulator's columns are, as figures."""
STOCKS = {Stock.IN_FORCE: VALID_CERTIFICATES, Stock.SUSPENDED: SUSPENDED_AT_END}
