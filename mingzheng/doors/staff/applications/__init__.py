"""申请与评审: the applications the staff reviews, and everything done on the way to a contract."""

from django.urls import path

from . import acts, case, course, documents, register, reviewing, transfer

urlpatterns = [
    path("", register.applications, name="applications"),
    path("course/", course.all_courses, name="project-courses"),
    path("<str:number>/", case.application, name="application"),
    path("<str:number>/course/", course.course, name="project-course"),
    path("<str:number>/check/", reviewing.check, name="check-applicant"),
    path("<str:number>/rows/<slug:table>/", reviewing.row, name="review-row"),
    path("<str:number>/classify/", reviewing.classify, name="classify-application"),
    path("<str:number>/audit-time/", reviewing.audit_time, name="determine-audit-time"),
    path("<str:number>/audit-time/trial/", reviewing.trial, name="try-audit-time"),
    path("<str:number>/confirm/<slug:part>/", acts.confirm, name="confirm-application"),
    path("<str:number>/ask/<slug:part>/", acts.ask, name="ask-applicant"),
    path("<str:number>/accept/", acts.accept, name="accept-application"),
    path("<str:number>/refuse/", acts.refuse, name="refuse-application"),
    path("<str:number>/withdraw/", acts.withdraw, name="withdraw-application"),
    path("<str:number>/transfer/<str:standard>/", transfer.review, name="review-transfer"),
    path("<str:number>/transfer/<str:standard>/drop/", transfer.drop, name="drop-transfer"),
    path("<str:number>/offer/", acts.offer, name="offer-contract"),
    path("<str:number>/documents/<slug:name>/", documents.document, name="application-document"),
]
