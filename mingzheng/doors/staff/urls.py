from django.urls import include, path

from mingzheng.doors.frame.menus import MENUS

from . import desk
from .menu import MENU

MENUS["staff"] = MENU

app_name = "staff"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("queue/<name>/", desk.queue, name="queue"),
    path("done/", desk.done, name="done"),
    path("calendar/", desk.calendar, name="calendar"),
    *(
        path(f"{screens}/", include(f"mingzheng.doors.staff.{screens}"))
        for screens in (
            "applications",
            "contracts",
            "prices",
            "fees",
            "footprint",
            "learning",
            "workplace",
            "governance",
            "clients",
            "programmes",
            "schedule",
            "audits",
            "decisions",
            "evaluations",
            "certificates",
            "voices",
            "inbox",
            "marks",
            "quality",
            "impartiality",
            "publicity",
            "people",
            "accounts",
            "library",
            "report",
            "returns",
            "papers",
            "evidence",
            "imports",
            "moving_in",
            "letters",
            "search",
        )
    ),
]
