"""评定工作台: one file for one standard; sections to the left, what was found in the middle, the machine's checks to the right."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.audits.minutes import minutes_in
from mingzheng.office.audits.models import Audit
from mingzheng.office.audits.queries import team_of
from mingzheng.office.certificates.queries import facts_of
from mingzheng.office.decisions.actions import answer_return, review_file
from mingzheng.office.decisions.cases import checks_of, phrases_of
from mingzheng.office.decisions.cases import files as files_with_state
from mingzheng.office.decisions.queries import file_rows, files_seen_by, open_acts, reviews_of
from mingzheng.office.people.models import Person
from mingzheng.office.schedule.models import Appointment, PlanLine
from mingzheng.rulebook.certificate_life import CertificateFacts
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.findings import six_month_clock
from mingzheng.rulebook.review import Check, Quality, Section
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection

from ..asking import asked
from ..links import page_of
from ..rights import StaffRequest, staff_page
from .forms import ReturnAnswerForm, ReviewForm
from .lists import reading_page


def row_of(request: StaffRequest, number: str, standard: str) -> Any:
    """The file as this person may see it. Raises Http404 when he may not, or when it was not handed in."""
    rows = files_seen_by(request.user).filter(audit__visit__number=number, standard=standard)
    row = rows.select_related("audit__visit__contract").first()
    if row is None:
        raise Http404
    return row


def standing(row: Any) -> CertificateFacts | None:
    """The latest certificate of the certification, as the rules need it."""
    return facts_of(row.visit.client.uscc, row.standard)


PASSED = t("评定通过，待认证决定", "Passed; to be decided")
SENT_BACK = t("已退回审核组", "Sent back to the team")


@reading_page
def file(request: StaffRequest, number: str, standard: str) -> HttpResponse:
    row = row_of(request, number, standard)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _reviewed(request, number, Standard(standard), form)
    return render(request, "staff/decisions/file.html", {"form": form, **_drawn(request, row, standard)})


def _reviewed(request: StaffRequest, number: str, standard: Standard, form: ReviewForm) -> HttpResponse:
    passed = request.POST.get("outcome") == "passed"
    quality = Quality(form.cleaned_data["quality"])
    said: dict[str, Any] = {"passed": passed, "notes": form.notes, "quality": quality}
    review_file.review_file(number, standard=standard, **said, on=today(), by=request.user)
    messages.success(request, PASSED if passed else SENT_BACK)
    return redirect("staff:file", number, standard)


def _drawn(request: StaffRequest, row: Any, standard: str) -> dict[str, Any]:
    """What a reader of the file sees, section by section, and what he may do."""
    visit, on, by = row.visit, today(), request.user
    audit = files_with_state(Standard(standard)).get(visit=visit)
    consultancy = phrases_of(audit, standard)
    checks = checks_of(audit, consultancy)
    rounds = list(reviews_of(audit, standard))
    return {
        "row": row,
        "part": row.part,
        "visit": visit,
        "audit": audit,
        "standard": standard,
        "siblings": file_rows().filter(audit__visit=visit).order_by("pk"),
        "sections": [_section(section, checks, rounds) for section in Section],
        "failing": [check for check in checks if not check.holds],
        "checks": checks,
        "rounds": rounds,
        "to_review": review_file.objections(audit, Standard(standard), on=on, by=by),
        "to_answer": answer_return.objections(audit, Standard(standard), by=by),
        "acts": _acts(request, row) if row.state == "passed" and by.holds(Role.DECISION_MAKER) else [],
        "is_reviewer": by.holds(Role.REVIEWER) and row.state in ("waiting", "answered"),
        "clock": six_month_clock(audit.closed_on, on) if visit.kind == "stage2" else None,
        "names": dict(Person.objects.values_list("login", "name_zh")),
        "today": on,
        "consultancy": consultancy,
        **_contents(audit, standard),
    }


def _contents(audit: Audit, standard: str) -> dict[str, Any]:
    """What lies in the sections of the file, for this standard."""
    return {
        "appointment": Appointment.objects.get(visit=audit.visit),
        "team": team_of(audit.visit),
        "plan": PlanLine.objects.filter(visit=audit.visit)
        .select_related("auditor")
        .order_by("day", "starts_at"),
        "opening": minutes_in(audit.opening) if audit.opening else None,
        "closing": minutes_in(audit.closing) if audit.closing else None,
        "records": audit.records.filter(standard=standard).order_by("clause", "number"),
        "findings": audit.findings.filter(standard=standard).order_by("number"),
        "conclusion": audit.conclusions.filter(standard=standard).first(),
    }


def _section(section: Section, checks: list[Check], rounds: list[Any]) -> dict[str, Any]:
    """One section: its checks, and what was said about it in each round."""
    said = [
        (review, note["text"]) for review in rounds for note in review.notes if note["section"] == section
    ]
    mine = [check for check in checks if check.section is section]
    holds = all(check.holds for check in mine)
    return {"code": section, "field": f"note-{section}", "checks": mine, "notes": said, "holds": holds}


def _acts(request: StaffRequest, row: Any) -> list[tuple[DecisionAct, str, list[Objection]]]:
    """What may be decided, each with its words and what stands against it; what is open comes first."""
    number, standard = row.visit.number, Standard(row.standard)
    acts = open_acts(number, standard, certificate=standing(row), on=today(), by=request.user)
    told = [(act, say_lazy(f"decision.act.{act}"), objections) for act, objections in acts.items()]
    return sorted(told, key=lambda one: bool(one[2]))


@staff_page(Role.AUDITOR)
def answer(request: StaffRequest, number: str, standard: str) -> HttpResponse:
    row_of(request, number, standard)

    def act(said: dict[str, str]) -> None:
        answer_return.answer_return(
            number, standard=Standard(standard), answer=said["answer"], on=today(), by=request.user
        )

    heading = t("答复评定退回：{s}", "Answer the review: {s}", s=say_lazy(f"standard.{standard}"))
    back, done = page_of(f"file:{number}/{standard}"), t("已答复，等待复评", "Answered; to be read again")
    return asked(request, ReturnAnswerForm(request.POST or None), act, heading=heading, back=back, done=done)
