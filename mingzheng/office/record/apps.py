from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig, apps
from django.utils.module_loading import autodiscover_modules


class RecordConfig(AppConfig):
    name = "mingzheng.office.record"

    def ready(self) -> None:
        """Read every stage's actions, queues, laws and figures once, so that the catalogues are complete."""
        autodiscover_modules("actions", "queues", "books", "figures")
        for stage in apps.get_app_configs():
            if stage.name.startswith("mingzheng.office.") and stage.name != self.name:
                verbs = import_module(f"{stage.name}.actions")
                for verb in iter_modules(verbs.__path__, f"{verbs.__name__}."):
                    import_module(verb.name)
