"""Publish a good case without its client 发布良好案例 (ISO/IEC 17021-1:2015 8.4.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.learning import objections_to_publishing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import GoodCase
from ..queries import names_of_client


@dataclass(frozen=True)
class GoodCasePublished(Happened, kind="good-case.published"):
    number: str
    votes: int


@action(Role.TECHNICAL, Role.QUALITY, clause="ISO/IEC 17021-1:2015 8.4.1")
def publish_good_case(number: str, *, title: str, text: str, on: date, by: Actor) -> GoodCasePublished:
    """In words from which the client cannot be known: neither its names nor its code stand in them."""
    case = GoodCase.objects.select_for_update(of=("self",)).select_related("client").get(number=number)
    names = names_of_client(case.client)
    refuse_if(objections_to_publishing(f"{title}\n{text}", names, published=bool(case.published_on)))
    case.published_title, case.published_text, case.published_on = title.strip(), text.strip(), on
    case.save(update_fields=["published_title", "published_text", "published_on"])
    return GoodCasePublished(number, case.votes.count())
