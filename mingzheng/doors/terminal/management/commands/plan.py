"""`mingzheng plan` when Django runs already; the program itself takes the shorter way (config/program.py)."""

from mingzheng.doors.terminal.plain import PlainCommand
from mingzheng.doors.terminal.plan import main


class Command(PlainCommand):
    help = "排程 / plan the audits of a problem told in JSON; check and explain a plan"
    main = staticmethod(main)
