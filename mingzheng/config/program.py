"""`mingzheng NAME …`: the program the package installs; each NAME is a file in doors/terminal/management/commands."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzheng.config.settings")
    execute_from_command_line(["mingzheng", *sys.argv[1:]])


if __name__ == "__main__":
    main()
