"""Complaints, surveys and call-backs of a year."""

from .meaning import Owner, at_end, over

OWNER = Owner.QUALITY

COMPLAINTS = over("complaints", OWNER, 127)
APPEALS = over("appeals", OWNER, 127)
REPORTS_OF_MISCONDUCT = over("reports-of-misconduct", OWNER, 114)
CASES_CLOSED = over("cases-closed", OWNER, 127)
CASES_UPHELD = over("cases-upheld", OWNER, 127)
CASES_LATE = over("cases-late", OWNER, 127)
CASES_OPEN = at_end("cases-open", OWNER, 127)
INTEGRITY_CASES = over("integrity-cases", Owner.INTEGRITY, 100)

SURVEYS_SENT = over("surveys-sent", OWNER, 128, 129)
SURVEYS_ANSWERED = over("surveys-answered", OWNER, 128, 129, of="surveys-sent")
SURVEYS_SATISFIED = over("surveys-satisfied", OWNER, 129, of="surveys-answered")
CALL_BACKS = over("call-backs", OWNER, 101, 130)
CALL_BACKS_GOOD = over("call-backs-good", OWNER, 101, 130, of="call-backs")
