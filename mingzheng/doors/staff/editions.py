"""旧版标准: to which edition a certificate is, where that is not today's."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import path, reverse

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.certificates.actions.note_edition import note_edition
from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.rulebook.standard_editions import EDITIONS, editions_of
from mingzheng.rulebook.standards import Standard

from .asking import asked
from .certificate_acts import Button
from .register import Verb
from .rights import StaffRequest, staff_page
from .seen import one_certificate

FOLLOWS = t(
    "转换期结束后仍依据旧版的证书进入待办；再认证、或转换期结束后换证，自动为新版。",
    "After the transition a certificate to the old edition waits on the desk; recertified, or replaced by then, it is to today's.",
)


class EditionForm(forms.Form):
    def __init__(self, held: Certificate, *args: Any, **more: Any):
        super().__init__(*args, **more)
        standard = Standard(held.certification.standard)
        earlier = [(one.key, f"{one.gb} / {one.key}") for one in editions_of(standard)]
        self.fields["edition"] = forms.ChoiceField(
            label=t("标准版本", "Edition"),
            choices=[("", f"{standard.gb} / {standard.iso}"), *earlier],
            initial=held.edition,
            required=False,
        )


NOTE = Verb(
    note_edition,
    t("登记标准版本", "Note the edition"),
    EditionForm,
    icon="versions",
    consequences=[FOLLOWS],
)


def button(held: Certificate, by: Any) -> list[Button]:
    """For a living certificate that is to an earlier edition, or was issued while there was one."""
    could_be = bool(held.edition) or any(
        held.issued_on <= one.until for one in editions_of(Standard(held.certification.standard))
    )
    if held.status not in LIVING or not could_be or not NOTE.is_for(by):
        return []
    return [Button(NOTE.label, reverse("staff:note-edition", args=[held.number]), NOTE.icon, [])]


def said_of(held: Certificate, on: date) -> dict[str, Any]:
    """The earlier edition it is to, and whether its transition is over."""
    edition = EDITIONS.get(held.edition)
    return {
        "edition": edition,
        "edition_over": bool(edition and edition.until < on and held.status in LIVING),
    }


@staff_page(*NOTE.roles)
def note(request: StaffRequest, number: str) -> HttpResponse:
    """Say to which edition it is."""
    held = one_certificate(request, number)
    return asked(
        request,
        NOTE.form(held, request.POST or None),
        lambda said: NOTE.run(number, **said, on=today(), by=request.user),
        heading=t("{act}：证书 {n}", "{act}: certificate {n}", act=NOTE.label, n=number),
        back=reverse("staff:certificate", args=[number]),
        done=NOTE.done,
        consequences=NOTE.consequences,
    )


urlpatterns = [path("<path:number>/edition/", note, name="note-edition")]
