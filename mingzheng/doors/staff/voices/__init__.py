"""听取意见: complaints, appeals and reports; surveys and what they say; call-backs."""

from django.urls import path

from . import calls, case_acts, cases, surveys

urlpatterns = [
    path("", cases.cases, name="cases"),
    path("new/", case_acts.receive, name="receive-case"),
    path("limits/", case_acts.limits, name="publish-limits"),
    path("cases/<str:number>/", cases.case, name="case"),
    path("cases/<str:number>/receipt/", cases.receipt, name="case-receipt"),
    path("cases/<str:number>/answer.pdf", cases.answer_paper, name="case-answer"),
    path("cases/<str:number>/acknowledge/", case_acts.acknowledge, name="acknowledge-case"),
    path("cases/<str:number>/assign/", case_acts.assign, name="assign-case"),
    path("cases/<str:number>/investigate/", case_acts.investigate, name="investigate-case"),
    path("cases/<str:number>/decide/", case_acts.decide, name="decide-case"),
    path("cases/<str:number>/answer/", case_acts.answer, name="answer-case"),
    path("cases/<str:number>/close/", case_acts.close, name="close-case"),
    path("cases/<str:number>/special-visit/", case_acts.special_visit, name="special-visit"),
    path("surveys/", surveys.surveys, name="surveys"),
    path("surveys/analysis/", surveys.analysis, name="survey-analysis"),
    path("surveys/visit/<str:number>/", surveys.survey, name="survey"),
    path("surveys/visit/<str:number>/invitation/", surveys.invitation, name="survey-invitation"),
    path("surveys/visit/<str:number>/paper/", surveys.on_paper, name="survey-on-paper"),
    path("calls/", calls.calls, name="calls"),
    path("calls/draws/", calls.draws, name="draws"),
    path("calls/draws/new/", calls.draw, name="draw-calls"),
    path("calls/call/<str:draw>/<str:visit>/", calls.call, name="call"),
    path("calls/call/<str:draw>/<str:visit>/enter/", calls.enter, name="record-call"),
    path("questions/<str:form>/", surveys.questions, name="questions"),
]
