"""The epidemic of 2020: no visits in February, some half of them in March, and what the rules for extraordinary events allow."""

from datetime import date, timedelta

from mingzheng.office.certificates.actions.prolong_certificate import prolong_certificate
from mingzheng.office.certificates.actions.put_off_surveillance import put_off_surveillance
from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.office.quality.actions.declare_event import declare_event
from mingzheng.office.quality.queries import windows_on
from mingzheng.rulebook.own_system import Deviation
from mingzheng.rulebook.roles import Role

from ..world import Story, World
from .clients import client_of
from .cohorts import Life

BEGAN, DECLARED = date(2020, 1, 24), date(2020, 2, 3)
LAST_BEFORE = date(2020, 1, 19)  # who would begin later would not be through before the holidays
AGAIN, ALL_AGAIN = date(2020, 3, 1), date(2020, 4, 7)  # from when some visits take place again, and all
CATCHING_UP = 75  # days
SURVEILLED_WITHIN, RENEWED_WITHIN = (
    21,
    60,
)  # days in which a visit is held, and its certificate issued, at the latest
SPARE = 75  # days given beyond the visit: in spring everybody is waited for
REASON = "新冠肺炎疫情期间无法到现场实施审核。"


def declared(world: World) -> Story:
    """The event enters the body's register on its first working day."""
    yield DECLARED
    declare_event(
        name="新型冠状病毒感染的肺炎疫情",
        notice="市监认证〔2020〕9号；IAF ID 3:2011",
        scope="全国，各类管理体系认证",
        first_day=BEGAN,
        allowed=(Deviation.REMOTE, Deviation.POSTPONED, Deviation.PROLONGED),
        on=world.on,
        by=world.by(Role.QUALITY),
    )


def open_day(told: Life, day: date) -> date:
    """The day itself, or one in spring when nobody travels then."""
    if LAST_BEFORE < day < AGAIN or (AGAIN <= day < ALL_AGAIN and (told.number % 2 or told.number % 10 == 0)):
        return ALL_AGAIN + timedelta(days=told.number * 7 % CATCHING_UP)
    return day


def more_time(world: World, told: Life, visit: date) -> None:
    """Where the visit comes after the last day for it, the last day moves: of the surveillance, or of the certificate."""
    held = Certificate.objects.filter(certification__client__uscc=client_of(told).uscc, status__in=LIVING)
    events, until = windows_on(world.on), visit + timedelta(days=SPARE)
    for certificate in held.order_by("pk"):
        due = certificate.surveillance_due_on
        if due and due < visit + timedelta(days=SURVEILLED_WITHIN):
            put_off_surveillance(
                certificate.number, until=until, reason=REASON, events=events,
                on=world.on, by=world.by(Role.PROGRAMME_MANAGER),
            )  # fmt: skip
        if not due and certificate.expires_on < visit + timedelta(days=RENEWED_WITHIN):
            prolong_certificate(
                certificate.number, until=until, reason=REASON, events=events,
                on=world.on, by=world.by(Role.DECISION_MAKER),
            )  # fmt: skip
