"""员工与工会: consultations, elections, care, donations, social insurance, activities, hazards, incidents, grievances, staff surveys,
suggestions, day fees."""

from . import day_fees, events, house, staff_voice, union

REGISTERS = (
    union.CONSULTATIONS,
    union.ELECTIONS,
    union.MEMBERS,
    union.CARE,
    union.DRIVES,
    house.CONTRIBUTIONS,
    events.ACTIVITIES,
    events.FACILITIES,
    events.HAZARDS,
    events.INCIDENTS,
    events.GRIEVANCES,
    staff_voice.STAFF_SURVEYS,
    staff_voice.SUGGESTIONS,
    day_fees.SETTLEMENTS,
    day_fees.RATES,
)
urlpatterns = [
    *house.overview_urls(REGISTERS),
    *staff_voice.urlpatterns,
    *(url for register in REGISTERS for url in register.urls()),
]
