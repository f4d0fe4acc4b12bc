from django.urls import include, path, re_path

from . import batch, calendar, fees, files, home, information, verify

app_name = "public"
urlpatterns = [
    path("", home.home, name="home"),
    path("calendar/<str:token>.ics", calendar.feed, name="calendar"),
    path("verify/", verify.verify, name="verify"),
    path("verify/batch", batch.verify_batch, name="verify-batch"),
    re_path(
        r"^((?:[Cc]/[0-9A-Za-z]{10}(?:\..*)?$|log/|status/|context/|assets/|\.well-known/did).*)$",
        files.public_file,
        name="file",
    ),
    path("c/<path:number>/", verify.certificate, name="certificate"),
    path("", include("mingzheng.doors.public.rules")),
    path("fees/", fees.fees, name="fees"),
    path("information/", information.information, name="information"),
    path("voices/", include("mingzheng.doors.public.voices")),
    path("apply/", include("mingzheng.doors.public.apply")),
]
