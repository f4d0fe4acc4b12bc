"""Say what a service means for impartiality 确定公正性类别 (ISO/IEC 17021-1:2015 5.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.prices import ImpartialityClass, objections_to_classifying
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Service


@dataclass(frozen=True)
class ServiceClassified(Happened, kind="service.classified"):
    number: str
    impartiality: ImpartialityClass


@action(Role.QUALITY, clause="ISO/IEC 17021-1:2015 5.2.3")
def classify_service(
    number: str, *, impartiality: ImpartialityClass, analysis: str, on: date, by: Actor
) -> ServiceClassified:
    """Again when something has changed; orders agreed before stand."""
    row = Service.objects.select_for_update().get(number=number)
    refuse_if(objections_to_classifying(analysis))
    row.impartiality, row.analysis, row.classified_on = impartiality, analysis.strip(), on
    row.save(update_fields=["impartiality", "analysis", "classified_on"])
    return ServiceClassified(number, impartiality)
