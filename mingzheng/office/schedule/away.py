"""Who travels to a visit: whoever it takes out of the city he lives in."""

from django.db.models import Case, Exists, F, OuterRef, Value, When

from mingzheng.office.programmes.models import Visit

from .models import Appointment

CITY = 4  # digits of a region code that name the city
OF_NO_CITY = "90"  # in their place: counties right under a province, each a city of its own
FROM_AFAR = "afar"  # in the place of a district: wholly held from afar
WHOLE = 100  # percent


def place_held() -> Case:
    """Of a booking: the district its visit is held in, of its site or else of the client; or that it is held from afar.

    Which half days of a visit that is held from afar in part are those, nobody enters: all of them are on site.
    """
    afar = Appointment.objects.filter(visit=OuterRef("visit"), remote_percent=WHOLE)
    return Case(
        When(Exists(afar), then=Value(FROM_AFAR)),
        When(visit__site__district__gt="", then=F("visit__site__district")),
        default=F("visit__client__district"),
    )


def place_of(appointment: Appointment) -> str:
    """The same of one visit, as it is to be held."""
    return FROM_AFAR if appointment.remote_percent == WHOLE else district_of(appointment.visit)


def district_of(visit: Visit) -> str:
    """Of its site, or else of the client."""
    return (visit.site.district if visit.site else "") or visit.client.district


def travels(home: str, place: str) -> bool:
    """From the district he lives in to where a visit is held? Unless it is known that he need not."""
    if place == FROM_AFAR:
        return False
    city = home[:CITY] if home[2:CITY] != OF_NO_CITY else home
    return not city or not place.startswith(city)
