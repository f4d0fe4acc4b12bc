"""The scope of an access. Whatever an inspector sees comes through here; what lies outside does not exist for him."""

from datetime import date
from secrets import compare_digest
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.files.models import Paper
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification, Visit, VisitPart
from mingzheng.office.quality.queries import KEEPERS
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.models import Event
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.inspectors import WRONG_CODE, Term, objections_to_entering
from mingzheng.rulebook.verdict import NOT_YOURS, Refused, refuse_if

from .models import Access, Inspector

USED = "inspection-access.used"


def accesses_seen_by(by: Actor) -> QuerySet[Access]:
    """Every access, for whoever may open one."""
    if not any(by.holds(role) for role in KEEPERS):
        raise Refused(NOT_YOURS)
    return Access.objects.select_related("inspection").order_by("-pk")


def state_of(term: Term, on: date) -> str:
    """to-come, open, over or closed."""
    objections = objections_to_entering(term, on)
    states = {"access.not-begun": "to-come", "access.over": "over", "access.closed": "closed"}
    return states[objections[0].code] if objections else "open"


def behind(token: str, on: date) -> Inspector:
    """The inspector of this link. Raises Inspector.DoesNotExist, and Refused when his access is not open."""
    found = Inspector.objects.select_related("access__inspection").get(token=token)
    refuse_if(objections_to_entering(found.access.term, on))
    return found


def admitted(token: str, code: str, on: date) -> Inspector:
    """The inspector who holds both the link and the code. Raises as :func:`behind`, and Refused for another code."""
    found = behind(token, on)
    if not compare_digest(found.code.replace("-", ""), "".join(filter(str.isalnum, code.upper()))):
        raise Refused(WRONG_CODE)
    return found


def certifications_open_to(by: Inspector) -> QuerySet[Certification]:
    """The certifications he may look into."""
    rows, access = Certification.objects.select_related("client", "contract__application"), by.access
    if access.whole:
        return rows
    named = Q(client__in=access.clients.all()) | Q(pk__in=access.certifications.all())
    return rows.filter(named)


def certificates_open_to(by: Inspector) -> QuerySet[Certificate]:
    """The certificates of those certifications."""
    rows = Certificate.objects.filter(certification__in=certifications_open_to(by).values("pk"))
    return rows.select_related("certification__client")


def visits_open_to(by: Inspector) -> QuerySet[Any]:
    """The visits that audited one of those certifications, the first first: what was audited together is one file."""
    parts = VisitPart.objects.filter(
        visit=OuterRef("pk"), certification__in=certifications_open_to(by).values("pk")
    )
    rows = Visit.objects.filter(Exists(parts)).select_related("client", "contract__application", "site")
    return rows.prefetch_related("parts__certification").order_by("earliest", "pk")


def people_open_to(by: Inspector) -> QuerySet[Person]:
    """Persons whose registrations and competence he may look at: those named, or all who have any."""
    if not by.access.whole:
        return by.access.people.all()
    of_person = {"person": OuterRef("pk")}
    qualified = (model.objects.filter(**of_person) for model in (Registration, Competence, Authorisation))
    one, two, three = map(Exists, qualified)
    return Person.objects.filter(one | two | three)


def papers_open_to(by: Inspector) -> QuerySet[Paper]:
    """The papers filed with what he may look into."""
    certifications = certifications_open_to(by)
    subjects = [f"certificate:{n}" for n in certificates_open_to(by).values_list("number", flat=True)]
    for number, application in certifications.values_list(
        "contract__number", "contract__application__number"
    ):
        subjects += [f"contract:{number}", *([f"application:{application}"] if application else [])]
    subjects += [f"audit:{number}" for number in visits_open_to(by).values_list("number", flat=True)]
    return Paper.objects.filter(subject__in=set(subjects))


def papers_about(*subjects: str) -> list[Paper]:
    """The papers of these subjects, the first filed first."""
    return list(Paper.objects.filter(subject__in=subjects).order_by("filed_on", "pk"))


def shown_to(access: Access) -> QuerySet[Event]:
    """What was opened and taken under an access, the latest first."""
    return Event.objects.filter(subject=f"inspection-access:{access.number}", kind=USED).order_by("-pk")


def clients_shown(access: Access) -> list[dict[str, Any]]:
    """The clients whose information was opened, each with the first and the last day and how often (8.4)."""
    found: dict[str, dict[str, Any]] = {}
    for on, facts in shown_to(access).order_by("pk").values_list("on", "facts"):
        if uscc := facts["client"]:
            row = found.setdefault(uscc, {"uscc": uscc, "first": on, "times": 0})
            row["last"], row["times"] = on, row["times"] + 1
    return list(found.values())
