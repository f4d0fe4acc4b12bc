"""Addresses of the room."""

from typing import Any

from django.urls import reverse
from django.urls.converters import StringConverter

from mingzheng.doors.frame.two import say_lazy
from mingzheng.office.files.models import Paper


class Word(StringConverter):
    """What something is called: anything but the one character a database refuses."""

    regex = r"[^/\0]+"


def to_visit(visit: Any) -> str:
    return reverse("regulator:visit", args=[visit.number])


def to_certification(certification: Any) -> str:
    return reverse("regulator:certification", args=[certification.pk])


def files(papers: list[Paper]) -> list[dict[str, Any]]:
    """Papers as the list of files wants them."""
    return [
        {
            "url": reverse("regulator:paper", args=[paper.pk]),
            "name": paper.name,
            "size": paper.size,
            "on": paper.filed_on,
            "by": say_lazy(f"paper-kind.{paper.kind}"),
        }
        for paper in papers
    ]
