"""Say by which document a step of the work is done 指定步骤的依据文件 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import ACTIONS, Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_documents import objections_to_governing
from mingzheng.rulebook.verdict import refuse_if

from ..models import Governing
from ..queries import KEEPERS, documents_in_force


@dataclass(frozen=True)
class StepGoverned(Happened, kind="step.governed"):
    step: str
    document: str


@action(*KEEPERS, clause="own procedure")
def govern_step(step: str, *, document: str, on: date, by: Actor) -> StepGoverned:
    """A step is an action by its name; it goes by one document at a time. `document` is its number."""
    row = documents_in_force(on).filter(number=document).first()
    now = Governing.objects.select_for_update().filter(step=step).first()
    same = row is not None and now is not None and now.document_id == row.pk
    refuse_if(objections_to_governing(step, ACTIONS, same=same, in_force=row is not None))
    assert row
    if now:
        now.document = row
        now.save(update_fields=["document"])
    else:
        Governing.objects.create(step=step, document=row)
    return StepGoverned(step, row.code)
