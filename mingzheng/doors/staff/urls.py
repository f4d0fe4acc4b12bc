from django.urls import include, path

from . import desk

app_name = "staff"
urlpatterns = [
    path("", desk.desk, name="desk"),
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
            "imports",
            "search",
        )
    ),
]
