"""Stakeholders and their demands, what is material, objectives, memberships, honours, the chronicle, duties, pacts, commitments."""

from .meaning import Owner, at_end, over

STAKEHOLDERS = at_end("stakeholders", Owner.GENERAL, 144)
STAKEHOLDERS_SPOKEN_WITH = at_end("stakeholders-spoken-with", Owner.GENERAL, 144, of="stakeholders")
STAKEHOLDER_CONTACTS = over("stakeholder-contacts", Owner.GENERAL, 144)
DEMANDS = at_end("demands", Owner.QUALITY, 6, 146, 160)
DEMANDS_ANSWERED = at_end("demands-answered", Owner.QUALITY, 6, 146, 160, of="demands")
ISSUES_WEIGHED = at_end("issues-weighed", Owner.QUALITY, 5)
ISSUES_MATERIAL = at_end("issues-material", Owner.QUALITY, 5, of="issues-weighed")
OBJECTIVES = over("objectives", Owner.DIRECTION, 60)
OBJECTIVES_MET = over("objectives-met", Owner.DIRECTION, 60, of="objectives")
MEMBERSHIPS = at_end("memberships", Owner.GENERAL, 136, 138, 160)
ALLIES = at_end("allies", Owner.GENERAL, 136)
HONOURS = over("honours", Owner.GENERAL, 70, 156)
EVENTS_OF_YEAR = over("events-of-year", Owner.GENERAL, 13)
MILESTONES = at_end("milestones", Owner.GENERAL, 15)
DUTIES = at_end("duties", Owner.DIRECTION, 77)
PACTS = at_end("pacts", Owner.MARKET, 102)
PACT_CHECKS = over("pact-checks", Owner.MARKET, 102)
COMMITMENTS = at_end("commitments", Owner.QUALITY, 107)
COMMITMENTS_LOOKED_AT = over("commitments-looked-at", Owner.QUALITY, 107)
SHARED_INTAKES = over("shared-intakes", Owner.MARKET, 61)
