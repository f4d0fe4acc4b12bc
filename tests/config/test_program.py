"""The program the package installs."""

import sys
from pathlib import Path

import pytest

from mingzheng.config import program

DOORS = Path(program.__file__).parents[1] / "doors"
OURS = {path.stem for path in DOORS.glob("*/management/commands/*.py")} - {"__init__"}


@pytest.mark.slow
@pytest.mark.parametrize("asked", [[], ["help"], ["--help"]])
def test_without_a_name_it_tells_its_own_commands_in_both_languages(asked, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["mingzheng", *asked])

    program.main()

    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert {line.split()[0] for line in lines} == OURS > {"serve", "clock", "rule"}
    assert all(" / " in line for line in lines)


def test_with_a_name_it_runs_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["mingzheng", "rule"])
    with pytest.raises(SystemExit):
        program.main()
    monkeypatch.setattr(sys, "argv", ["mingzheng", "books", "--help"])
    with pytest.raises(SystemExit) as left:
        program.main()

    assert left.value.code == 0 and "--json" in capsys.readouterr().out
