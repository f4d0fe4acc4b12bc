"""`./mz bench [NAME] …`: measure what the papers claim. Each NAME is a file of this folder; without one, all are run.

pages             database queries of desk and lists, and their server time with 1,654 and with 16,540 certificates
board             the board with a year on it: queries, explaining one visit, the planner's problem from the record
actions           database queries of one action with its event, and the time of 500 of them
import_register   rows a second of an import, against merely reading the file
planner           plans beside a dispatcher's and a proven bound, replanning, explaining, 10 × and 100 × the size
mspsp FILE …      published instances of project scheduling, as planning problems, beside the bounds of each
planning_instance an invented body's year of planning, as JSON
starting          `./mz demo` from the command to its first page, on data that stand
public_log        a million lines of the public log appended, proved, audited
static_files      public files through nginx with docs/nginx.conf, against a plain file of that size
search            exact search through the application, against pgbench on the same PostgreSQL
sealing           certificates sealed a second, against drawing and signing alone
report            the yearly report as PDF with its figures counted, against compiling the same pages alone
rulecheck         a whole register against the rulebook
frozen_year DIR   the seed year of a demo in DIR frozen, opened in a browser, every number of its table clicked
year              the seed year built, and its tables at 1, 10 and 100 times the size against the same sums in SQL on PostgreSQL
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    names = sorted(path.stem for path in HERE.glob("*.py") if '__name__ == "__main__"' in path.read_text())
    names.remove(Path(__file__).stem)
    if not arguments:
        return max(run(name) for name in names if name not in ("planning_instance", "frozen_year"))
    name, *rest = arguments
    if name not in names:
        print(__doc__, "\nthere is:", *names, file=sys.stderr)
        return 2
    return run(name, *rest)


def run(name: str, *rest: str) -> int:
    print(f"── {name}", flush=True)
    return subprocess.run(
        [sys.executable, "-m", f"bench.{name}", *rest], cwd=HERE.parent, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
