"""What granian serves of exact search alone."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzheng.config.settings")
django.setup()

from mingzheng.doors.public.exact import ExactSearch  # noqa: E402 - it asks the database, which is now set up

application = ExactSearch()
