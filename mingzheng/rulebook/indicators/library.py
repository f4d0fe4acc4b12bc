"""Laws, standards, own documents, rules and approvals of a year."""

from .meaning import Owner, at_end, over

OWNER = Owner.TECHNICAL

LAWS = at_end("laws", OWNER, 71)
LAWS_EVALUATED = over("laws-evaluated", OWNER, 71)
STANDARDS = at_end("standards", OWNER, 72, 75)
OWN_STANDARDS = at_end("own-standards", OWNER, 75)
RULES_FILED = over("rules-filed", OWNER, 64)
RULES_IN_FORCE = at_end("rules-in-force", OWNER, 64, 66)
QUALIFICATIONS = at_end("qualifications", OWNER, 14, 62, 141)
PETITIONS = over("petitions", OWNER, 62, 63, 68)

DOCUMENTS = at_end("documents", Owner.GENERAL, 73, 74)
DOCUMENTS_REVIEWED = over("documents-reviewed", Owner.GENERAL, 74, of="documents")
INSTRUCTIONS = at_end("work-instructions", OWNER, 120)
PUBLIC_DOCUMENTS = at_end("public-documents", Owner.MARKET, 134)
SIGNATURES = over("documents-signed", Owner.GENERAL, 8)
