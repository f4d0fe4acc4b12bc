from django.urls import include, path

from mingzheng.doors.frame.menus import MENUS

from . import desk
from .menu import MENU

MENUS["staff"] = MENU

app_name = "staff"
# Until every screen is there, the lines of the menu that lead nowhere yet lead to the desk.
_SOON = ["search", "audits", "decisions", "certificates"]
_SOON += ["people", "library", "accounts", "imports"]
_PAGES = ["audit", "decision", "certificate", "person"]
urlpatterns = [
    *(path(f"soon/{name}/", desk.desk, name=name) for name in _SOON),
    *(path(f"soon/{name}/<str:key>/", desk.desk, name=name) for name in _PAGES),
    path("soon/certification/<str:uscc>/<str:standard>/", desk.desk, name="certification"),
    path("", desk.desk, name="desk"),
    path("done/", desk.done, name="done"),
    *(
        path(f"{screens}/", include(f"mingzheng.doors.staff.{screens}"))
        for screens in (
            "applications",
            "contracts",
            "clients",
            "programmes",
            "schedule",
            "audits",
            "decisions",
            "certificates",
            "people",
            "accounts",
            "library",
            "papers",
            "imports",
            "search",
        )
    ),
]
