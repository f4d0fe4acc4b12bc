"""The figures of the people of the body."""

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import people as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Person
from .queries import people_on


@figure(means.PEOPLE, shows=("name_zh", "department"), opens="person:login", by="department")
def people(period: Period) -> QuerySet[Person]:
    return people_on(period.last)
