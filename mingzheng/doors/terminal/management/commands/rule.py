"""`mingzheng rule` when Django runs already; the program itself takes the shorter way (config/program.py)."""

from mingzheng.doors.terminal.plain import PlainCommand
from mingzheng.doors.terminal.rule import main


class Command(PlainCommand):
    help = "询问规则 / ask the rulebook: a rule, its derivation, its clause"
    main = staticmethod(main)
