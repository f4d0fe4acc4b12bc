"""内部管理: what the body owes itself, inspections, internal audits, management reviews, penalties, events."""

from django.urls import path

from . import accesses, audits, inspections, overview, registers, reviews

urlpatterns = [
    path("", overview.overview, name="own-system"),
    path("confirm/<str:register>/<int:year>/", overview.confirm, name="confirm-register"),
    path("inspections/", inspections.inspections, name="inspections"),
    path("inspections/new/", inspections.receive, name="receive-inspection"),
    path("inspections/<str:number>/", inspections.inspection, name="inspection"),
    path("inspections/<str:number>/result/", inspections.conclude, name="conclude-inspection"),
    path("inspections/<str:number>/answer/", inspections.answer, name="answer-inspection"),
    path("inspections/<str:number>/package/<str:visit>/", inspections.package, name="inspection-package"),
    path("inspections/<str:number>/access/", accesses.open_, name="open-access"),
    path("access/<str:number>/", accesses.access, name="inspection-access"),
    path("access/<str:number>/opened/", accesses.opened, name="access-shown"),
    path("access/<str:number>/close/", accesses.close, name="close-access"),
    path("audits/", audits.audits, name="internal-audits"),
    path("audits/new/", audits.plan, name="plan-internal-audit"),
    path("audits/<str:number>/", audits.audit, name="internal-audit"),
    path("audits/<str:number>/held/", audits.hold, name="hold-internal-audit"),
    path("audits/<str:number>/findings/new/", audits.find, name="raise-internal-finding"),
    path("audits/<str:number>/findings/<int:finding>/", audits.close, name="close-internal-finding"),
    path("reviews/", reviews.reviews, name="management-reviews"),
    path("reviews/new/", reviews.hold, name="hold-management-review"),
    path("reviews/<str:number>/", reviews.review, name="management-review"),
    path("reviews/<str:number>/<int:place>/", reviews.finish, name="finish-review-action"),
    path("penalties/", registers.penalties, name="penalties"),
    path("penalties/new/", registers.penalise, name="record-penalty"),
    path("events/", registers.events, name="special-events"),
    path("events/new/", registers.declare, name="declare-event"),
    path("events/<str:number>/end/", registers.end, name="end-event"),
]
