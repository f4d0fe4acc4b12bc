"""What one action costs: database queries with its event, and the time of 500 of them on SQLite in memory.

Goals: at most 8 queries an action; 500 actions within 3 seconds. As a measure of the machine the same number of bare
updates of one row is timed beside them. `python -m bench.actions`
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from .throwaway import body

RUNS, SECONDS, QUERIES = 500, 3.0, 8
Done = tuple[str, Callable[[], Any]]


def main() -> int:
    with body():
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        connection.creation.create_test_db(verbosity=0, serialize=False)  # SQLite: in memory
        most, spent = {}, 0.0
        acts = list(deeds())
        for name, act in acts:
            if name not in most:
                with CaptureQueriesContext(connection) as asked:
                    act()
                most[name] = len(
                    [q for q in asked if not q["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]
                )
                continue
            began = time.process_time()
            act()
            spent += time.process_time() - began
        bare = bare_updates(len(acts))
    for name, queries in most.items():
        print(f"{name:24}{queries:>4} queries (goal: at most {QUERIES})")
    ran = len(acts) - len(most)
    print(
        f"{ran} actions {spent:.2f} s, {spent / ran * 1000:.1f} ms each; {spent / bare:.1f} × as many bare updates"
    )
    print(f"goal: {RUNS} within {SECONDS:.0f} s: {spent / ran * RUNS / SECONDS:.2f} of it")
    fine = max(most.values()) <= QUERIES and spent / ran * RUNS <= SECONDS
    return 0 if fine else 1


def deeds() -> Iterator[Done]:
    """Actions of five stages, a hundred of each; the rows they work on are laid in before."""
    from mingzheng.office.certificates.actions.suspend_certificate import suspend_certificate
    from mingzheng.office.certificates.models import Certificate
    from mingzheng.office.clients.actions.add_contact import add_contact
    from mingzheng.office.clients.models import Client
    from mingzheng.office.contracts.actions.begin_application import begin_application
    from mingzheng.office.decisions.actions.decide_status import decide_status
    from mingzheng.office.decisions.made import Grounds
    from mingzheng.office.people.actions.enter_leave import enter_leave
    from mingzheng.office.record.actors import Applicant
    from mingzheng.rulebook.decisions import DecisionAct
    from mingzheng.rulebook.standards import Standard

    from .body import DAY, fill, staff

    people, times = staff(), RUNS // 5 + 1
    fill(250)
    day = {"on": DAY}
    living = Certificate.objects.filter(status="in_force").select_related("certification__client")[:times]
    codes = list(Client.objects.values_list("uscc", flat=True)[:times])
    grounds = Grounds("未按期接受监督审核。", "0112")
    for n, held in enumerate(living):
        clerk, decider = people["certificate_clerk"], people["decision_maker"]
        uscc, standard = held.certification.client.uscc, Standard(held.certification.standard)
        about = {"act": DecisionAct.SUSPEND, "grounds": grounds, "certificate": held.facts, "by": decider}
        yield "decide_status", lambda u=uscc, s=standard, a=about: decide_status(u, s, **a, **day)
        yield "suspend_certificate", lambda h=held, c=clerk: suspend_certificate(h.number, by=c, **day)
        yield (
            "add_contact",
            lambda u=codes[n]: add_contact(u, name="示例", phone="0", by=people["market"], **day),
        )
        facts = {"name_zh": "示例公司", "uscc": "91310113MA1GKA026E"}
        yield "begin_application", lambda f=facts: begin_application(f, by=Applicant("new"), **day)
        first = DAY + timedelta(days=n)
        yield (
            "enter_leave",
            lambda f=first: enter_leave("auditor", first_day=f, last_day=f, by=people["auditor"], **day),
        )


def bare_updates(times: int) -> float:
    """Seconds for changing one row so often, each in a transaction of its own."""
    from django.db import transaction

    from mingzheng.office.clients.models import Client

    row, began = Client.objects.first(), time.process_time()
    for n in range(times):
        with transaction.atomic():
            row.employees = n
            row.save(update_fields=["employees"])
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
