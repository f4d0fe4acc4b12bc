"""自动排程: setting the planner to work, taking what it proposes, and what it has to know."""

from django.urls import path

from . import calendars, helper, plan_file, runs, taking, terms, wishes

urlpatterns = [
    path("", runs.plan_runs, name="plan-runs"),
    path("terms/", terms.terms, name="plan-terms"),
    path("file/", plan_file.plan_file, name="plan-file"),
    path("file/excel/", plan_file.excel, name="plan-file-excel"),
    path("wishes/row/", wishes.row, name="wish-row"),
    path("wishes/<str:uscc>/", wishes.wishes, name="client-wishes"),
    path("company/<str:number>/", wishes.company, name="visit-company"),
    path("calendar/<str:login>/", calendars.of_person, name="person-calendar"),
    path("calendar/<str:login>/open/", calendars.open_of_person, name="open-person-calendar"),
    path("calendar/<str:login>/close/", calendars.close_of_person, name="close-person-calendar"),
    path("clients/<str:uscc>/calendar/", calendars.of_client, name="client-calendar"),
    path("clients/<str:uscc>/calendar/open/", calendars.open_of_client, name="open-client-calendar"),
    path("clients/<str:uscc>/calendar/close/", calendars.close_of_client, name="close-client-calendar"),
    path("helper/<str:number>/", helper.team_helper, name="team-helper"),
    path("helper/<str:number>/why/", helper.why_not, name="why-not"),
    path("<str:run>/", runs.plan_run, name="plan-run"),
    path("<str:run>/progress/", runs.progress, name="plan-progress"),
    path("<str:run>/interrupt/", runs.interrupt, name="interrupt-plan"),
    path("<str:run>/take/", taking.take_all, name="take-proposals"),
    path("<str:run>/take/<str:number>/", taking.take_one, name="take-proposal"),
]
