"""风险与公正性: risks, related bodies, panels and their meetings, gifts."""

from django.urls import path

from . import calendar, gifts, panels, risks

urlpatterns = [
    path("risks/", risks.risks, name="risks"),
    path("risks/new/", risks.enter, name="enter-risk"),
    path("risks/<str:number>/", risks.risk, name="risk"),
    path("risks/<str:number>/review/", risks.review, name="review-risk"),
    path("related/", risks.related, name="related-bodies"),
    path("related/new/", risks.relate, name="register-related-body"),
    path("related/<str:uscc>/end/", risks.unrelate, name="end-related-body"),
    path("panels/", panels.panels, name="panels"),
    path("panels/calendar/", calendar.calendar, name="meeting-calendar"),
    path("panels/calendar/new/", calendar.plan, name="plan-meeting"),
    path("panels/calendar/<str:number>/call-off/", calendar.call_off, name="call-off-meeting"),
    path("panels/seats/new/", panels.seat, name="seat-member"),
    path("panels/seats/<str:number>/end/", panels.leave, name="end-seat"),
    path("panels/meetings/new/", panels.meet, name="record-meeting"),
    path("panels/meetings/<str:number>/", panels.meeting, name="meeting"),
    path("gifts/", gifts.gifts, name="gifts"),
    path("gifts/new/", gifts.declare, name="declare-gift"),
    path("gifts/<str:number>/", gifts.gift, name="gift"),
    path("gifts/<str:number>/settle/", gifts.settle, name="settle-gift"),
]
