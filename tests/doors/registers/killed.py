"""Run by test_killed.py in a process of its own: `killed.py prepare` `killed.py import FILE`, `killed.py rows` …"""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()

from django.apps import apps
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
        case ["rows"]:
            print(
                json.dumps({model._meta.label: model._default_manager.count() for model in apps.get_models()})
            )
        case ["count"]:
            assert check_the_books() == {}
            print(Event.objects.exclude(kind="import.recorded").count(), Certification.objects.count())


if __name__ == "__main__":
    main(*sys.argv[1:])
