"""Import of a certificate register: rows a second, how that compares with merely reading the file, and peak memory.

    python bench/import_register.py [ROWS] [--keep FOLDER]

Makes a register of ROWS certificates (50,000) with all 71 columns of the regulator's sheet filled, in a new folder;
reads it plainly with calamine and with openpyxl; imports it with `mingzheng import certificates` into an empty
database. Every reading runs in a process of its own, whose largest resident set is measured by the kernel.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import django
from openpyxl import Workbook

HOME = Path(__file__).parents[1]
FIELDS = HOME / "bench" / "certificate_columns.json"
CALAMINE = "from python_calamine import CalamineWorkbook as W; n = sum(len(r) for r in W.from_path({file!r}).get_sheet_by_index(0).iter_rows())"
OPENPYXL = "from openpyxl import load_workbook as w; n = sum(len(r) for r in w({file!r}, read_only=True).active.iter_rows(values_only=True))"
PREPARE = """
from decimal import Decimal
import django; django.setup()
from datetime import date
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.certified import body; body()
from mingzheng.office.people.models import Person
Person.objects.create(login="admin", name_zh="示例管理员", roles=["administrator"])
"""


def measured(command: list[str]) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and peak memory in MB of one process."""
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=HOME)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[:4]} failed")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def make(place: Path, rows: int) -> None:
    """A register with something in every column: three standards to a client, and one row in fifty to be mended."""
    django.setup()
    from tests.registers import certificate

    fields = json.loads(FIELDS.read_text(encoding="utf-8"))
    book = Workbook(write_only=True)
    page = book.create_sheet("证书")
    page.append([title for _, title in fields])
    for n in range(rows):
        client, letter = n // 3 + 1, "QES"[n % 3]
        issued = date(2024, 1, 1) + timedelta(days=n % 700)
        row = certificate(
            client,
            letter,
            CERT_NUMBER=f"064{issued.year % 100}{letter}{client:05d}R0M",
            FIRST_CERT_DATE=issued,
            APPR_S_DATE=issued - timedelta(days=30),
            APPR_E_DATE=issued - timedelta(days=27),
            APP_ASS_DATE=issued - timedelta(days=5) if n % 50 else f"{issued:%Y年%m月%d日}",
            AWARD_DATE=issued,
            BASE_PD_NUM=6,
            CERTI_E_DATE=date(issued.year + 3, issued.month, min(issued.day, 28)) - timedelta(days=1),
        )
        page.append([row[key] if key in row else filler(key, n) for key, _ in fields])
    book.save(place)


def filler(key: str, n: int) -> str | None:
    """Something for the columns that concern other schemes, so that a reader has all of them to read."""
    told = ("PAUSE", "CANCEL", "M_CERTI", "ORG_O_NAME", "PLACE_NAME")
    return None if key.startswith(told) else f"{key[:8]}示例内容{n}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=int, default=50_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="import-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    env = {"MINGZHENG_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "mingzheng.config.settings"}
    os.environ.update(env, PYTHONPATH=str(HOME))
    file = folder / f"certificates_{options.rows}.xlsx"
    if not file.exists():
        make(file, options.rows)
    (folder / "mingzheng.sqlite3").unlink(missing_ok=True)
    subprocess.run([sys.executable, "-c", PREPARE], cwd=HOME, check=True)
    plain = {
        name: measured([sys.executable, "-c", code.format(file=str(file))])
        for name, code in (("calamine", CALAMINE), ("openpyxl", OPENPYXL))
    }
    program = [sys.executable, "-m", "mingzheng.config.program", "import", "certificates", str(file)]
    everything = {**{f"plain {name}": took for name, took in plain.items()}, "import": measured(program)}
    print(f"rows {options.rows:,}  columns 71  file {file.stat().st_size / 1024**2:.1f} MB")
    for name, (seconds, busy, peak) in everything.items():
        rate = options.rows / seconds
        print(f"{name:15} {seconds:6.1f} s  {busy:6.1f} s cpu  {rate:8,.0f} rows/s  peak {peak:4.0f} MB")
    for name, (_, busy, _) in plain.items():
        print(f"import / plain {name} read: {everything['import'][1] / busy:.1f} x processor time")


if __name__ == "__main__":
    sys.path.insert(0, str(HOME))
    main()
