"""Where the staff's door shows a subject of the record."""

from django.urls import reverse

PAGES = {
    "application": "staff:application",
    "contract": "staff:contract",
    "client": "staff:client",
    "visit": "staff:visit",
    "audit": "staff:audit",
    "decision": "staff:decision",
    "certificate": "staff:certificate",
    "certification": "staff:certification",
    "person": "staff:person",
}


def page_of(subject: str) -> str:
    """The address of the page of "visit:XM2026-0012"; empty for a subject without one."""
    kind, _, key = subject.partition(":")
    return reverse(PAGES[kind], args=key.split("/") if kind == "certification" else [key]) if kind in PAGES else ""
