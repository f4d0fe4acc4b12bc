"""Signed contracts with their auditor-days, for the tests of programmes and schedules."""

from datetime import date
from decimal import Decimal
from itertools import count

from mingzheng.office.contracts.models import Application, AuditTime, Contract
from tests.rows import CODES, DAY, contract

_running = count(1)
DAYS = {"QMS": ("1.0", "4.0"), "EMS": ("1.0", "3.0"), "OHSMS": ("1.0", "3.5")}


def agreed(standards=("QMS",), *, percent=0, timed=None, **more) -> Contract:
    """A signed contract whose application has its auditor-days determined."""
    number = next(_running)
    application = Application.objects.create(
        number=f"SQ2026-{number:04d}",
        token=f"token-{number}",
        status="accepted",
        standards=list(standards),
        scope_zh="机械零件的生产",
        scope_en="Manufacture of machine parts",
        technical_codes={standard: CODES[standard] for standard in standards},
        integration_percent=percent,
        begun_on=DAY,
    )
    for standard in standards if timed is None else timed:
        stage1, stage2 = (Decimal(days) for days in DAYS[standard])
        AuditTime.objects.create(
            application=application,
            standard=standard,
            complexity="medium",
            personnel=85,
            table_days=stage1 + stage2,
            stage1_days=stage1,
            stage2_days=stage2,
            surveillance_days=Decimal("2.0"),
            recertification_days=Decimal("3.5"),
            steps=[],
            determined_on=DAY,
            determined_by="programme_manager",
        )
    return contract(
        standards, **{"application": application, "signed_on": date(2026, 2, 2), "offered_on": None, **more}
    )
