from django.urls import include, path

urlpatterns = [
    path("accounts/", include("mingzheng.doors.staff.login")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("staff/", include("mingzheng.doors.staff.urls")),
    path("inspect/", include("mingzheng.doors.regulator.urls")),
    path("", include("mingzheng.doors.public.urls")),
]
handler400 = "mingzheng.doors.frame.page.bad_request"
handler403 = "mingzheng.doors.frame.page.permission_denied"
handler404 = "mingzheng.doors.frame.page.not_found"
handler500 = "mingzheng.doors.frame.page.server_error"
