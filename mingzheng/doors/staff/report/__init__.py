"""年度报告: the figures of a year with the records behind them, freezing, the report itself, and proofreading any report."""

from django.urls import path

from . import behind, chapter, outputs, overview, proofreading, years

urlpatterns = [
    path("", years.year, name="figures"),
    path("proofread/", proofreading.proofreading, name="proofread"),
    path("<int:number>/freeze/", years.freeze, name="freeze-year"),
    path("<int:number>/text/", overview.overview, name="report"),
    path("<int:number>/text/open/", overview.begin, name="open-report"),
    path("<int:number>/text/order/", overview.order, name="order-issues"),
    path("<int:number>/text/sign/", overview.sign, name="sign-report"),
    path("<int:number>/text/release/", overview.release, name="release-report"),
    path("<int:number>/text/reopen/", overview.reopen, name="reopen-report"),
    path("<int:number>/text/read/", outputs.read, name="read-report"),
    path("<int:number>/text/as/<str:kind>/", outputs.output, name="report-as"),
    path("<int:number>/text/<str:code>/", chapter.chapter, name="report-chapter"),
    path("<int:number>/text/<str:code>/write/", chapter.write, name="write-chapter"),
    path("<int:number>/text/<str:code>/leave-out/", chapter.leave_out, name="leave-out-issue"),
    path("<int:number>/text/<str:code>/assign/", chapter.assign, name="assign-issue"),
    path("<int:number>/text/<str:code>/review/", chapter.review, name="review-chapter"),
    path("<int:number>/text/<str:code>/comment/", chapter.comment, name="comment-chapter"),
    path("<int:number>/text/<str:code>/settle/<int:place>/", chapter.settle, name="settle-comment"),
    path("template/", outputs.template_page, name="report-template"),
    path("template/starter/", outputs.starter_file, name="report-template-starter"),
    path("<int:number>/figure/<str:name>/", behind.figure, name="behind-figure"),
    path("<int:number>/figure/<str:name>/<path:part>/", behind.figure, name="behind-part"),
    path("<int:number>/<str:scheme>/flow/<str:stock>/<str:cause>/", behind.flow, name="behind-flow"),
]
