"""Run by test_killed.py in a process of its own: `killed.py prepare` or `killed.py import FILE`."""

import sys

import django

if __name__ == "__main__":
    django.setup()

from django.core.management import call_command

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from tests.certified import body


def main(*arguments: str) -> None:
    match arguments:
        case ["prepare"]:
            call_command("migrate", verbosity=0)
            body()
            Person.objects.create(login="admin", name_zh="示例管理员", roles=["administrator"])
        case ["import", file]:
            call_command("import", "certificates", file)
        case ["count"]:
            assert check_the_books() == {}
            print(Event.objects.count(), Certification.objects.count())


if __name__ == "__main__":
    main(*sys.argv[1:])
