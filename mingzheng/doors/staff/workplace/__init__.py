"""员工与工会: consultations, elections, care, donations, social insurance, activities, incidents, grievances, day fees."""

from . import day_fees, events, house, union

REGISTERS = (
    union.CONSULTATIONS,
    union.ELECTIONS,
    union.CARE,
    union.DRIVES,
    house.CONTRIBUTIONS,
    events.ACTIVITIES,
    events.FACILITIES,
    events.INCIDENTS,
    events.GRIEVANCES,
    day_fees.SETTLEMENTS,
    day_fees.RATES,
)
urlpatterns = [
    *house.overview_urls(REGISTERS),
    *(url for register in REGISTERS for url in register.urls()),
]
