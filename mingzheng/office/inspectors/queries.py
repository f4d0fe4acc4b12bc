"""The scope of an access. Whatever an inspector sees comes through here; what lies outside does not exist for him."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from secrets import compare_digest
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.fields.json import KT

from mingzheng.office.audits.models import AuditRecord, Finding
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
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
AGREED = {"application": "contract__application__number", "contract": "contract__number"}


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


def certifications_called(text: str) -> list[str]:
    """The keys of the certifications a person means by the number of a certificate or of a visit."""
    of_certificate = Certificate.objects.filter(number=text).values("certification")
    of_visit = VisitPart.objects.filter(visit__number=text).values("certification")
    meant = Certification.objects.filter(Q(pk__in=of_certificate) | Q(pk__in=of_visit))
    return [one.subject_key for one in meant.select_related("client")]


def clients_called(text: str) -> list[str]:
    """The codes of the clients a person means by a code or a whole name."""
    meant = Client.objects.filter(Q(uscc__iexact=text) | Q(name_zh=text) | Q(name_en__iexact=text))
    return list(meant.values_list("uscc", flat=True))


def behind(token: str, on: date) -> Inspector:
    """The inspector of this link. Raises Inspector.DoesNotExist, and Refused when his access is not open."""
    found = Inspector.objects.select_related("access__inspection").get(token=token)
    refuse_if(objections_to_entering(found.access.term, on))
    return found


def admitted(token: str, code: str, on: date) -> Inspector:
    """The inspector who holds both the link and the code. Raises as :func:`behind`, and Refused for another code."""
    found = behind(token, on)
    typed = "".join(filter(str.isalnum, code.upper()))
    if not compare_digest(found.code.replace("-", "").encode(), typed.encode()):
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


def whole_visits_open_to(by: Inspector) -> QuerySet[Any]:
    """Of those visits the ones all of whose standards are open: their papers say of each standard what was found."""
    inside = certifications_open_to(by).values("pk")
    outside = VisitPart.objects.filter(visit=OuterRef("pk")).exclude(certification__in=inside)
    return visits_open_to(by).filter(~Exists(outside))


def telling_of(standards: Collection[str], *visits: str) -> Callable[[Mapping[str, Any]], bool]:
    """Whether the facts of an event tell nothing of other standards alone: not of themselves, nor of a finding or record of one.

    What was done for several at once, such as assigning an auditor, is told where one of them is open.
    """
    numbered = {
        (name, *row)
        for name, model in (("finding", Finding), ("record", AuditRecord))
        for row in model.objects.filter(audit__visit__number__in=visits, standard__in=standards).values_list(
            "audit__visit__number", "number"
        )
    }

    def is_open(facts: Mapping[str, Any]) -> bool:
        about = {(name, facts.get("audit"), facts[name]) for name in ("finding", "record") if name in facts}
        several = facts.get("standards", ())
        named = {facts.get("standard"), *(several.split() if isinstance(several, str) else several)} - {
            None,
            "",
        }
        return (not named or not named.isdisjoint(standards)) and about <= numbered

    return is_open


def people_open_to(by: Inspector) -> QuerySet[Person]:
    """Persons whose registrations and competence he may look at: those named, or all who have any."""
    if not by.access.whole:
        return by.access.people.all()
    of_person = {"person": OuterRef("pk")}
    qualified = (model.objects.filter(**of_person) for model in (Registration, Competence, Authorisation))
    one, two, three = map(Exists, qualified)
    return Person.objects.filter(one | two | three)


def client_whose(by: Inspector, subject: str) -> str:
    """The code of the client whose papers those of a subject are; empty when they are not open to him.

    Those of a contract name the price, and come with the fees. As of an audit, what is filed of several certifications together
    is open where all of them are.
    """
    kind, _, number = subject.partition(":")
    if kind == "contract" and not by.access.fees:
        return ""
    certifications, path = certifications_open_to(by), "client__uscc"
    if kind == "audit":
        rows: QuerySet[Any] = whole_visits_open_to(by).filter(number=number)
    elif kind == "certificate":
        rows, path = certificates_open_to(by).filter(number=number), "certification__client__uscc"
    elif kind in AGREED:
        rows = _whole(certifications, Certification.objects.filter(**{AGREED[kind]: number}))
    else:
        rows = Certification.objects.none()
    return rows.values_list(path, flat=True).first() or ""


def _whole(inside: QuerySet[Certification], asked: QuerySet[Certification]) -> QuerySet[Certification]:
    """Those asked for when all of them are inside, else none."""
    return asked.none() if asked.exclude(pk__in=inside.values("pk")).exists() else asked


def paper_open_to(by: Inspector, key: int) -> tuple[Paper, str]:
    """A paper with the code of its client. Raises Paper.DoesNotExist when it is not open to him."""
    paper = Paper.objects.get(pk=key)
    if client := client_whose(by, paper.subject):
        return paper, client
    raise Paper.DoesNotExist


def papers_about(*subjects: str) -> list[Paper]:
    """The papers of these subjects, the first filed first."""
    return list(Paper.objects.filter(subject__in=subjects).order_by("filed_on", "pk"))


def shown_to(access: Access) -> QuerySet[Any]:
    """What was opened and taken under an access, the latest first, each with `inspector` and the names of its client."""
    rows = Event.objects.filter(subject=f"inspection-access:{access.number}", kind=USED)
    names = [When(by=one.login, then=Value(one.name)) for one in access.inspectors.select_related("access")]
    client = Client.objects.filter(uscc=OuterRef("uscc"))
    return rows.annotate(
        inspector=Case(*names, default=F("by"), output_field=CharField()),
        uscc=KT("facts__client"),
        client_zh=Subquery(client.values("name_zh")),
        client_en=Subquery(client.values("name_en")),
    ).order_by("-pk")


def clients_shown(access: Access) -> list[dict[str, Any]]:
    """The clients whose information was opened, each with the first and the last day and how often (8.4)."""
    found: dict[str, dict[str, Any]] = {}
    for on, facts in shown_to(access).order_by("pk").values_list("on", "facts"):
        for uscc in filter(None, [facts["client"], *facts.get("clients", ())]):
            row = found.setdefault(uscc, {"uscc": uscc, "first": on, "times": 0})
            row["last"], row["times"] = on, row["times"] + 1
    return list(found.values())
