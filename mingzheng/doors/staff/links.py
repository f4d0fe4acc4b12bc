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
    "transfer": "staff:transfer",  # a certification taken over from another body: "transfer:91310000…/QMS"
    "case": "staff:case",
    "survey": "staff:survey",
    "inspection": "staff:inspection",
    "inspection-access": "staff:inspection-access",
    "internal-audit": "staff:internal-audit",
    "management-review": "staff:management-review",
    "risk": "staff:risk",
    "gift": "staff:gift",
    "seat": "staff:end-seat",
    "publicity": "staff:publicity-item",
    "call": "staff:call",  # draw and visit: "call:HF2026-0002/XM2026-0012"
    "special-visit": "staff:special-visit",  # that a case calls for: "special-visit:TS2026-0003"
    "mark": "staff:mark",
    "misuse": "staff:misuse",
    "publication": "staff:certificate",
    "person": "staff:person",
    "training": "staff:review-training",  # of a person, by its number: "training:chen/3"
    "witnessing": "staff:record-witnessing",  # of a person, for one standard: "witnessing:chen/QMS"
    "letter": "staff:letter",
    "plan": "staff:plan-run",
    "report": "staff:report",
}
"""Small registers enter the kinds they keep themselves (register.py)."""

OF_SEVERAL = (
    "certification",
    "transfer",
    "file",
    "call",
    "training",
    "witnessing",
)  # kinds whose key has several parts


def page_of(subject: str) -> str:
    """The address of the page of "visit:XM2026-0012"; empty for a subject without one."""
    kind, _, key = subject.partition(":")
    return reverse(PAGES[kind], args=key.split("/") if kind in OF_SEVERAL else [key]) if kind in PAGES else ""
