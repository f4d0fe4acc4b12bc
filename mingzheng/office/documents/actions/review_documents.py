"""Review documents: adequate, suitable, effective; one, or all that are due in one sitting 文件评审 (10.2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_documents import CONTROL, Conclusion, objections_to_review, review_due
from mingzheng.rulebook.verdict import refuse_if

from ..models import Document, DocumentReview
from ..queries import KEEPERS, documents_in_force


@dataclass(frozen=True)
class DocumentReviewed(Happened, kind="document.reviewed"):
    number: str
    adequate: bool
    suitable: bool
    effective: bool
    conclusion: Conclusion
    findings: str


@action(*KEEPERS, clause=CONTROL)
def review_documents(
    numbers: Sequence[str],
    *,
    adequate: bool,
    suitable: bool,
    effective: bool,
    conclusion: Conclusion,
    findings: str = "",
    on: date,
    by: Actor,
) -> list[DocumentReviewed]:
    """One that is kept is due again after its months; one to revise or withdraw stays due until that is done."""
    rows = list(documents_in_force(on).select_for_update(of=("self",)).filter(number__in=numbers))
    sound = adequate and suitable and effective
    refuse_if(objections_to_review(len(numbers), len(rows), conclusion, sound=sound, findings=findings))
    told: dict[str, Any] = {"adequate": adequate, "suitable": suitable, "effective": effective}
    told |= {"conclusion": conclusion, "findings": findings.strip()}
    DocumentReview.objects.bulk_create(
        [DocumentReview(document=row, reviewed_on=on, reviewed_by=by.login, **told) for row in rows]
    )
    for row in rows:
        row.reviewed_on = on
        kept = conclusion is Conclusion.KEEP
        row.review_due = review_due(on, row.every) if kept else min(on, row.review_due or on)
    Document.objects.bulk_update(rows, ["reviewed_on", "review_due"], batch_size=200)
    return [DocumentReviewed(row.number, **told) for row in rows]
