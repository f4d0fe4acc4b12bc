"""Where people live and clients work, as far as the record tells: the seat of a division (rulebook/region_places.py)."""

from mingzheng.office.clients.models import Client
from mingzheng.office.library.models import Body
from mingzheng.office.programmes.models import Visit
from mingzheng.planner.problem import Place
from mingzheng.rulebook.region_places import region_place

NOWHERE = Place(
    34.3, 108.9
)  # where not even the body's own place is known; then nothing is far from anything
CREDIT_CODE_REGION = slice(2, 8)  # GB 32100-2015: where the organisation was registered


def place(code: str) -> Place | None:
    """The seat of a division, None when nobody knows the code."""
    found = region_place(code)
    return Place(found.latitude, found.longitude) if found else None


def province(code: str) -> str:
    """The first two digits of a division; empty when nobody knows the code."""
    return code[:2] if region_place(code) else ""


def client_province(client: Client) -> str:
    return province(client.district) or province(client.uscc[CREDIT_CODE_REGION])


def client_place(client: Client) -> Place | None:
    """By the client's district, else by where it was registered."""
    return place(client.district) or place(client.uscc[CREDIT_CODE_REGION])


def visit_place(visit: Visit) -> Place | None:
    """Where a visit is held: the district of its site, where that is known, else the client's."""
    own = place(visit.site.district) if visit.site else None
    return own or client_place(visit.client)


def visit_province(visit: Visit) -> str:
    return (province(visit.site.district) if visit.site else "") or client_province(visit.client)


def body_place() -> Place:
    """Where the body has its office: who or what has no place of its own is taken to be there."""
    body = Body.objects.first()
    return (place(body.uscc[CREDIT_CODE_REGION]) if body else None) or NOWHERE
