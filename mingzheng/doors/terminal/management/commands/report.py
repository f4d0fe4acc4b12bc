"""`mingzheng report` when Django runs already; the program itself takes the shorter way (config/program.py)."""

from mingzheng.doors.terminal.plain import PlainCommand
from mingzheng.doors.terminal.report import main


class Command(PlainCommand):
    help = "报告 / reports: proofread any report"
    main = staticmethod(main)
