"""That the record was not altered: the roots of both logs, and the events of a certification with their proofs."""

import json
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render

from mingzheng.doors.frame.facts import Fact
from mingzheng.doors.frame.formats import moment, number
from mingzheng.doors.frame.two import t
from mingzheng.office.decisions.models import Decision
from mingzheng.office.inspectors.models import Inspector
from mingzheng.office.inspectors.queries import certifications_open_to, telling_of, visits_open_to
from mingzheng.office.programmes.models import Certification
from mingzheng.office.publication.models import Checkpoint as PublicCheckpoint
from mingzheng.office.record.models import Checkpoint
from mingzheng.office.record.proving import prove
from mingzheng.rulebook.inspectors import Shown

from .certification import certificate_keys, subjects
from .room import InspectorRequest, inspectors_page, noted


@inspectors_page
def proof(request: InspectorRequest) -> HttpResponse:
    own = Checkpoint.objects.order_by("-size").first()
    public = PublicCheckpoint.objects.order_by("-size").first()
    context = {"own": facts(own), "public": facts(public)}
    return noted(request, render(request, "regulator/proof.html", context), Shown.PROOF)


def facts(last: Checkpoint | PublicCheckpoint | None) -> list[Fact]:
    if last is None:
        return []
    return [
        Fact(t("条数", "Entries"), number(last.size)),
        Fact(t("根", "Root"), last.root),
        Fact(t("时间", "At"), moment(last.at)),
    ]


@inspectors_page
def proved(request: InspectorRequest, held: int) -> HttpResponse:
    """What the record holds of a certification, each event with the proof that it stands in the log; as a file."""
    by = request.user
    found = certifications_open_to(by).get(pk=held)
    told = prove(*about(found, by))
    if told is None:
        raise Http404
    is_open = telling_of([found.standard], *visits_of(found, by))
    events = [one for one in told["events"] if is_open(one["told"][6])]
    content = json.dumps({**told, "events": events}, ensure_ascii=False, indent=1)
    name = f'attachment; filename="{found.client.uscc}-{found.standard}.json"'
    answer = HttpResponse(content, content_type="application/json", headers={"Content-Disposition": name})
    return noted(request, answer, Shown.PROOF, found.subject_key, client=found.client.uscc)


def visits_of(held: Certification, by: Inspector) -> QuerySet[Any, str]:
    """The numbers of its visits."""
    return visits_open_to(by).filter(parts__certification=held).values_list("number", flat=True)


def about(held: Certification, by: Inspector) -> list[str]:
    """What the record calls the certification and all that belongs to it."""
    decisions = Decision.objects.filter(certification=held).values_list("number", flat=True)
    return [
        *subjects(held, by)[::-1],
        *(f"{kind}:{one}" for one in visits_of(held, by) for kind in ("visit", "audit")),
        *(f"decision:{one}" for one in decisions),
        *certificate_keys(held),
    ]
