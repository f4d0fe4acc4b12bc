"""People of a year: registered auditors, training, witnessing."""

from .meaning import Owner, Unit, at_end, over

OWNER = Owner.AUDIT

AUDITORS = at_end("auditors", OWNER, 19, 38, 39, 41)
GREEN_INSPECTORS = at_end("green-inspectors", OWNER, 67)
TRAINEES = at_end("trainees", OWNER, 40)
REGISTRATIONS_BEGUN = over("registrations-begun", OWNER, 42)
TRAINEES_HIRED = over("trainees-hired", OWNER, 140)
REGISTRATIONS_CONFIRMED = over("registrations-confirmed", OWNER, 45)
TRAINING_HOURS = over("training-hours", OWNER, 44, 89, unit=Unit.HOURS)
WITNESSINGS = over("witnessings", OWNER, 90)
PEOPLE = at_end("people", Owner.GENERAL, 139)
CONFIDENTIALITY_SIGNED = at_end("confidentiality-signed", Owner.GENERAL, 132, 152, of="people")
IMPARTIALITY_SIGNED = at_end("impartiality-signed", Owner.GENERAL, 132, 152, of="people")
INTEGRITY_SIGNED = at_end("integrity-signed", Owner.INTEGRITY, 100, of="people")
CONDUCT_SIGNED = at_end("conduct-signed", OWNER, 93, of="people")
DEVELOPMENT_PLANNED = over("development-planned", OWNER, 43, 155)
DEVELOPMENT_ACHIEVED = over("development-achieved", OWNER, 43, 155, of="development-planned")
DEVELOPMENT_UNFINISHED = over("development-unfinished", OWNER, 43, 155, of="development-planned")
REQUESTS = over("requests", OWNER, 90)
REQUESTS_ANSWERED = over("requests-answered", OWNER, 90, of="requests")
UNDER_CONTRACT = at_end("under-contract", Owner.GENERAL, 80, of="people")
UNION_MEMBERS = at_end("union-members", Owner.UNION, 80, of="people")
