"""Consultations, elections, care, donations, activities, incidents, grievances, day fees, staff surveys and
suggestions of a year."""

from .meaning import Owner, Unit, at_end, over

OWNER = Owner.UNION

CONSULTATIONS = over("consultations", OWNER, 85)
NOTICES_READ = over("notices-read", OWNER, 85)
ELECTIONS = over("elections", OWNER, 79, 106)
ELECTION_VOTES = over("election-votes", OWNER, 79, 106, unit=Unit.PEOPLE, of="election-eligible")
ELECTION_ELIGIBLE = over("election-eligible", OWNER, 79, 106, unit=Unit.PEOPLE)
CARE_VISITS = over("care-visits", OWNER, 83)
DONATIONS = over("donations", OWNER, 54, 137, 159, unit=Unit.CNY)
GIVERS = over("givers", OWNER, 54, 137)
INSURED_MONTHS = over("insured-months", Owner.GENERAL, 82)
ACTIVITIES = over("activities", OWNER, 84)
FACILITIES = at_end("facilities", Owner.GENERAL, 84)
ACTIVITY_PEOPLE = over("activity-people", OWNER, 84, unit=Unit.PEOPLE)
ACTIVITY_SPENDING = over("activity-spending", OWNER, 84, unit=Unit.CNY)
HAZARDS = at_end("hazards", Owner.GENERAL, 86)
INCIDENTS = over("incidents", Owner.GENERAL, 86)
LOST_DAYS = over("lost-days", Owner.GENERAL, 86, unit=Unit.WORKING_DAYS)
GRIEVANCES = over("grievances", OWNER, 81)
GRIEVANCES_CLOSED = over("grievances-closed", OWNER, 81, of="grievances")
DAY_FEES = over("day-fees", Owner.GENERAL, 153, unit=Unit.CNY)
STAFF_ANSWERED = over("staff-answered", OWNER, 154, unit=Unit.PEOPLE, of="staff-asked")
STAFF_ASKED = over("staff-asked", OWNER, 154, unit=Unit.PEOPLE)
STAFF_SATISFIED = over("staff-satisfied", OWNER, 154, unit=Unit.MARKS, of="staff-marks")
STAFF_MARKS = over("staff-marks", OWNER, 154, unit=Unit.MARKS)
SUGGESTIONS = over("suggestions", Owner.GENERAL, 154)
SUGGESTIONS_ANSWERED = over("suggestions-answered", Owner.GENERAL, 154, of="suggestions")
