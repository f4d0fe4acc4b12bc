"""声明签署: who of the people of a day signed confidentiality, impartiality and the code of conduct, and who has not."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import READERS, declarations_on, people_on
from mingzheng.rulebook.engagement import DeclarationKind

from ..rights import StaffRequest, staff_page
from .statistics import asked_day


@dataclass(frozen=True)
class Signer:
    """A person, and until when what he signed last holds, by kind; not there for what he never signed."""

    person: Person
    until: dict[str, date]

    def lacks(self, kind: str, on: date) -> bool:
        return kind not in self.until or self.until[kind] < on


def _until(kind: str, one: Signer) -> date | None:
    return one.until.get(kind)


SHEET = (
    Column("name", t("姓名", "Name"), value=lambda one: called(one.person)),
    Column("department", t("部门", "Department"), value=lambda one: one.person.department),
    *(Column(kind, say_lazy(f"declaration.{kind}"), Kind.DAY, value=partial(_until, kind)) for kind in DeclarationKind),
)  # fmt: skip


@staff_page(*READERS)
def declared(request: StaffRequest) -> HttpResponse:
    """Everybody of the day, or those who have one of them still to sign, on the page or as a workbook."""
    on, asked = asked_day(request), request.GET.get("lacking", "")
    everybody = signers(on)
    lacking = {kind: [one for one in everybody if one.lacks(kind, on)] for kind in DeclarationKind}
    shown = lacking[DeclarationKind(asked)] if asked in lacking else everybody
    if request.GET.get("export") == "xlsx":
        title, about = t("声明签署", "Declarations signed"), [(t("截至", "As of"), on)]
        return download(title, SHEET, shown, about, timezone.localtime(), request.user.login)
    context = {
        "rows": [(one, cells(one, on)) for one in shown],
        "tabs": [(kind, len(of), len(everybody) - len(of)) for kind, of in lacking.items()],
        "asked": asked, "all": len(everybody), "on": on,
    }  # fmt: skip
    return render(request, "staff/people/declared.html", context)


def signers(on: date) -> list[Signer]:
    """Everybody who works here on the day, each with what he signed."""
    known = declarations_on(on)
    return [Signer(one, known.get(one.pk, {})) for one in people_on(on).order_by("pinyin", "login")]


def cells(one: Signer, on: date) -> list[tuple[str, date | None, bool]]:
    """Each kind, until when it holds, and whether it is to be signed."""
    return [(kind, one.until.get(kind), one.lacks(kind, on)) for kind in DeclarationKind]
