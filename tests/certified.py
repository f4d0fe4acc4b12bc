"""The body, its certificate clerk, and certificates issued through the actions, for tests of what comes after."""

from datetime import date, timedelta
from decimal import Decimal

from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.certificates.actions.suspend_certificate import suspend_certificate
from mingzheng.office.certificates.actions.take_over_certificate import take_over_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Site
from mingzheng.office.decisions.models import Decision
from mingzheng.office.library.models import Body
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification
from mingzheng.rulebook.roles import Role

from . import rows
from .rows import DAY


def body() -> Body:
    return Body.objects.get_or_create(
        defaults={
            "name_zh": "示例认证中心有限公司",
            "name_en": "Sample Certification Centre Co., Ltd.",
            "short_name_zh": "示例认证",
            "short_name_en": "Sample Certification",
            "uscc": "TESTBODY0000000001",
            "approval_number": "CNCA-R-2003-064",
            "accreditation_number": "CNAS C064-M",
            "address_zh": "示例市示例区示例路8号",
            "address_en": "8 Sample Road, Sample City",
            "phone": "000-00000000",
            "email": "office@example.org",
            "complaints_phone": "000-00000001",
            "complaints_email": "complaints@example.org",
            "certificate_prefix": "064",
            "day_rate": Decimal(3000),
        }
    )[0]


def clerk() -> Person:
    return Person.objects.get_or_create(
        login="clerk", defaults={"name_zh": "证书员", "roles": [Role.CERTIFICATE_CLERK]}
    )[0]


def decided(act: str, about: Certificate | Certification, on: date = DAY, **more) -> Decision:
    """A decision about a certificate (or, before there is one, its certification)."""
    held = about.certification if isinstance(about, Certificate) else about
    return rows.decision(act, held, decided_on=on, **more)


def certificate(standard: str = "QMS", *, on: date = DAY, **more) -> Certificate:
    body()
    granted = decided("grant", rows.certification(standard, **more), on)
    issued = issue_certificate(granted.number, on=on, by=clerk())
    return Certificate.objects.get(number=issued.number)


def taken_over(standard: str = "QMS", *, on: date = DAY, **more) -> Certificate:
    """The certificate in place of another body's; `more` is of the review before."""
    body()
    granted = decided("grant", rows.taken_over(standard, **more), on)
    return Certificate.objects.get(number=take_over_certificate(granted.number, on=on, by=clerk()).number)


def of_sites(*sites: str, subs=()) -> Certificate:
    """The certificate of a client with these sites; `subs` are the lines of the annex with a sub-certificate."""
    body()
    client = rows.client()
    for name in sites:
        Site.objects.create(
            client=client, kind="permanent", name_zh=name, address_zh=f"{name}路1号", activity_zh="装配"
        )
    granted = decided("grant", rows.certification(contract=rows.contract(client=client)))
    return Certificate.objects.get(
        number=issue_certificate(granted.number, subs=subs, on=DAY, by=clerk()).number
    )


def suspended(standard: str = "QMS", *, issued_on: date = DAY, on: date | None = None) -> Certificate:
    on = on or issued_on + timedelta(days=30)
    held = certificate(standard, on=issued_on)
    decided("suspend", held, on, reason_code="0116")
    suspend_certificate(held.number, on=on, by=clerk())
    held.refresh_from_db()
    return held


def surveyed(held: Certificate, on: date, *, kind: str = "surveillance"):
    """The audit of a visit to the holder of a certificate, over on that day."""
    visit = rows.visit(kind, [held.certification])
    return rows.audit(visit, opened_on=on, closed_on=on, reported_on=on, handed_in_on=on)
