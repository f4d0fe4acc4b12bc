"""`mingzheng rule-check` when Django runs already; the program itself takes the shorter way (config/program.py)."""

from mingzheng.doors.terminal.plain import PlainCommand
from mingzheng.doors.terminal.rule_check import main


class Command(PlainCommand):
    help = "检查整个证书登记表 / what is overdue in a register of certificates"
    main = staticmethod(main)
