from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RecordConfig(AppConfig):
    name = "mingzheng.office.record"

    def ready(self) -> None:
        """Read every stage's actions, queues and laws once, so that the catalogues are complete."""
        autodiscover_modules("actions", "queues", "books")
