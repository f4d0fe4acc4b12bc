"""Where the staff's door shows a subject of the record."""

from django.urls import reverse

PAGES = {
    "application": "staff:application",
    "contract": "staff:contract",
    "client": "staff:client",
    "visit": "staff:visit",
    "audit": "staff:audit",
    "file": "staff:file",  # of an audit, for one standard: "file:XM2026-0012/QMS"
    "decision": "staff:decision",
    "certificate": "staff:certificate",
    "issue": "staff:issue-certificate",  # a decision that waits for its certificate: "issue:JD2026-0031"
    "certification": "staff:certification",
    "person": "staff:person",
    "witnessing": "staff:record-witnessing",  # of a person, for one standard: "witnessing:chen/QMS"
}


def page_of(subject: str) -> str:
    """The address of the page of "visit:XM2026-0012"; empty for a subject without one."""
    kind, _, key = subject.partition(":")
    return (
        reverse(
            PAGES[kind], args=key.split("/") if kind in ("certification", "file", "witnessing") else [key]
        )
        if kind in PAGES
        else ""
    )
