"""转换评审: what another body certified and the applicant wants taken over, standard by standard (IAF MD 2)."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.contracts.actions import drop_transfer, review_transfer
from mingzheng.office.contracts.declared import certificates_of
from mingzheng.office.contracts.models import Application, TransferReview
from mingzheng.office.people.models import Person
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import SYSTEMS, Standard
from mingzheng.rulebook.transfer import Found, Point

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .reviewing import found

KEPT = ("approval", "first_issued_on", "issued_on", "expires_on", "cycle_number", "surveillances")


KEPT_DAYS = [
    t(
        "合同只包括本周期余下的审核，新证书沿用原有效期",
        "The contract is for the audits left of the cycle; the new certificate keeps the expiry",
    ),
    t(
        "不符合转换条件的，不予通过，按新客户办理",
        "What may not be transferred is refused here; that client is a new one",
    ),
]


class TransferForm(forms.Form):
    """What the reviewer found of one certification with the body that issued the certificate."""

    certificate = forms.ChoiceField(label=t("其他机构的证书", "The other body's certificate"))
    approval = forms.CharField(
        label=t("该机构批准号", "That body's approval number"),
        max_length=20,
        help_text=t("如 CNCA-R-2002-016", "Such as CNCA-R-2002-016"),
    )
    status = forms.ChoiceField(
        label=t("证书现状（已核实）", "Status, as verified"),
        choices=[(s.value, say_lazy(f"earlier-status.{s}")) for s in Status if s is not Status.REPLACED],
    )
    accredited = forms.BooleanField(
        label=t("由 IAF 多边互认的认可机构认可", "Issued under accreditation by an IAF MLA signatory"),
        required=False,
    )
    lost_accreditation_on = forms.DateField(
        label=t("该机构失去认可或停业的日期", "That body lost its accreditation or ceased on"),
        required=False,
    )
    first_issued_on = forms.DateField(label=t("初次颁证日期", "First issued on"))
    issued_on = forms.DateField(label=t("本周期起始日期", "The current cycle counts from"))
    expires_on = forms.DateField(label=t("有效期至", "Valid until"))
    cycle_number = forms.IntegerField(
        label=t("已再认证次数", "Recertifications so far"), min_value=0, max_value=30, initial=0
    )
    surveillances = forms.IntegerField(
        label=t("本周期已监督次数", "Surveillances held in this cycle"), min_value=0, max_value=9, initial=0
    )
    last_audit_on = forms.DateField(
        label=t("最近一次监督结束日期", "The last surveillance ended on"), required=False
    )
    majors_open = forms.IntegerField(
        label=t("纠正措施未验证的严重不符合", "Major nonconformities not yet verified"),
        min_value=0,
        initial=0,
    )

    def __init__(self, application: Application, standard: str, data: Any = None):
        rows = certificates_of(application, standard)
        kept = application.transfers.filter(standard=standard).first()
        super().__init__(data, initial=_initial(kept, rows))
        self.fields["certificate"].choices = [(n, f"{row['body']} {n}") for n, row in rows.items()]  # type: ignore[attr-defined]
        for point in Point:
            self.fields[f"point-{point}"] = forms.CharField(
                label=say_lazy(f"transfer-point.{point}"),
                widget=forms.Textarea(attrs={"rows": 2}),
                required=False,
            )

    @property
    def found(self) -> Found:
        said = self.cleaned_data
        return Found(
            status=Status(said["status"]),
            first_issued=said["first_issued_on"],
            issued=said["issued_on"],
            expires=said["expires_on"],
            approval=said["approval"].strip(),
            accredited=said["accredited"],
            issuer_lost_accreditation=said["lost_accreditation_on"],
            cycle_number=said["cycle_number"],
            surveillances=said["surveillances"],
            last_audit_ended=said["last_audit_on"],
            majors_open=said["majors_open"],
        )

    @property
    def points(self) -> dict[str, str]:
        return {point: self.cleaned_data[f"point-{point}"] for point in Point}


def _initial(kept: TransferReview | None, rows: dict[str, Any]) -> dict[str, Any]:
    """What was reviewed before, else what was declared."""
    if kept is None:
        declared: dict[str, Any] = dict(next(iter(rows.values()), {}))
        return {name: declared.get(name) for name in ("status", "expires_on")}
    more = ("certificate", "lost_accreditation_on", "last_audit_on")
    same = {name: getattr(kept, name) for name in (*KEPT, *more)}
    return same | {"accredited": True} | {f"point-{point}": text for point, text in kept.points.items()}


class DropForm(forms.Form):
    reason = forms.CharField(
        label=t("放弃转换的理由", "Why it is given up"), widget=forms.Textarea(attrs={"rows": 3})
    )


def _standard(row: Application, standard: str) -> Standard:
    if standard not in row.standards:
        raise Http404
    return Standard(standard)


@staff_page(Role.TECHNICAL)
def review(request: StaffRequest, number: str, standard: str) -> HttpResponse:
    """转换评审."""
    row, by = found(request, number), request.user
    which, form = _standard(row, standard), TransferForm(row, standard, request.POST or None)
    return asked(
        request,
        form,
        lambda said: review_transfer.review_transfer(
            number, which, certificate=said["certificate"], found=form.found, points=form.points, on=today(), by=by
        ),
        heading=t("转换评审：{s}", "Review before transfer: {s}", s=which.gb),
        back=reverse("staff:application", args=[number]),
        done=t("转换评审已通过。", "The review before transfer is passed."),
        consequences=KEPT_DAYS,
    )  # fmt: skip


@staff_page(Role.TECHNICAL)
def drop(request: StaffRequest, number: str, standard: str) -> HttpResponse:
    """放弃转换."""
    row, by = found(request, number), request.user
    which = _standard(row, standard)
    return asked(
        request,
        DropForm(request.POST or None),
        lambda said: drop_transfer.drop_transfer(number, which, **said, on=today(), by=by),
        heading=t("放弃转换：{s}", "Give up the transfer: {s}", s=which.gb),
        back=reverse("staff:application", args=[number]),
        done=t("已放弃转换，按新客户办理。", "Given up; a new client."),
        consequences=[t("须做初次认证的两个阶段审核", "Both stages of an initial audit are needed")],
    )


def transfers(row: Application, by: Person) -> list[dict[str, Any]]:
    """Each standard that another body certifies: the review, if there is one, and what this person can do."""
    kept = {review.standard: review for review in row.transfers.select_related("reviewed_by")}
    may = by.holds(Role.TECHNICAL)
    return [
        {
            "standard": standard,
            "review": kept.get(standard),
            "declared": list(certificates_of(row, standard).values()),
            "acts": _acts(row, standard, is_reviewed=standard in kept) if may else [],
        }
        for standard in row.standards
        if standard in SYSTEMS and (standard in kept or _in_force(row, standard))
    ]


def _in_force(row: Application, standard: str) -> bool:
    return any(one.get("status") == Status.IN_FORCE for one in certificates_of(row, standard).values())


def _acts(row: Application, standard: str, *, is_reviewed: bool) -> list[dict[str, Any]]:
    closed = review_transfer.objections(row)
    review = {
        "label": t("重新评审", "Review again") if is_reviewed else t("转换评审", "Review the transfer"),
        "url": reverse("staff:review-transfer", args=[row.number, standard]),
        "objections": closed,
    }
    if not is_reviewed:
        return [review]
    dropping = reverse("staff:drop-transfer", args=[row.number, standard])
    return [review, {"label": t("放弃转换", "Give up"), "url": dropping, "objections": closed}]
