from django.urls import include, path

from . import calendar, home, information, verify

app_name = "public"
urlpatterns = [
    path("", home.home, name="home"),
    path("calendar/<str:token>.ics", calendar.feed, name="calendar"),
    path("verify/", verify.verify, name="verify"),
    path("c/<path:number>/", verify.certificate, name="certificate"),
    path("", include("mingzheng.doors.public.rules")),
    path("information/", information.information, name="information"),
    path("voices/", include("mingzheng.doors.public.voices")),
    path("apply/", include("mingzheng.doors.public.apply")),
]
