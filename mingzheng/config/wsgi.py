"""What granian serves."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzheng.config.settings")
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # and with it every page, before the first is asked for
gc.collect()
gc.freeze()  # what is loaded stays: to look through it for garbage made one answer in many a slow one
