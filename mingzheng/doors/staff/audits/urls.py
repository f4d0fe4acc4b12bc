from django.urls import path

from . import findings, meetings, pages, papers, records, reports, scans

urlpatterns = [
    path("", pages.audits, name="audits"),
    path("attendee/", meetings.attendee, name="audit-attendee"),
    path("<str:number>/", pages.meetings, name="audit"),
    path("<str:number>/opening/", meetings.opening, name="audit-opening"),
    path("<str:number>/closing/", meetings.closing, name="audit-closing"),
    path("<str:number>/paper/<str:which>/", papers.meeting, name="audit-meeting-paper"),
    path("<str:number>/records/", pages.records, name="audit-records"),
    path("<str:number>/records/new/", records.record, name="audit-record"),
    path("<str:number>/records/<int:record>/correct/", records.correct, name="audit-record-correct"),
    path("<str:number>/findings/", pages.findings, name="audit-findings"),
    path("<str:number>/findings/new/", findings.raise_one, name="audit-finding-raise"),
    path("<str:number>/findings/<int:finding>/", findings.finding, name="audit-finding"),
    path("<str:number>/findings/<int:finding>/answer/", findings.answer, name="audit-finding-answer"),
    path("<str:number>/findings/<int:finding>/return/", findings.return_one, name="audit-finding-return"),
    path("<str:number>/findings/<int:finding>/verify/", findings.verify, name="audit-finding-verify"),
    path("<str:number>/findings/<int:finding>/withdraw/", findings.withdraw, name="audit-finding-withdraw"),
    path("<str:number>/findings/<int:finding>/paper/", papers.finding, name="audit-finding-paper"),
    path("<str:number>/report/paper/", papers.report, name="audit-report-paper"),
    path("<str:number>/report/", pages.report, name="audit-report"),
    path("<str:number>/report/new/", reports.make, name="audit-report-make"),
    path("<str:number>/report/correct/", reports.correct, name="audit-report-correct"),
    path("<str:number>/report/<str:standard>/", reports.conclude_one, name="audit-conclude"),
    path("<str:number>/file/", pages.file, name="audit-file"),
    path("<str:number>/file/scan/", scans.file, name="audit-scan-file"),
    path("<str:number>/file/scan/<int:key>/", scans.scan, name="audit-scan"),
    path("<str:number>/file/hand-in/", reports.hand_in, name="audit-hand-in"),
]
