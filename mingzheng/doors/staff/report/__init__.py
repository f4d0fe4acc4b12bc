"""年度报告: the figures of a year with the records behind them, freezing, and proofreading any report."""

from django.urls import path

from . import behind, proofreading, years

urlpatterns = [
    path("", years.year, name="figures"),
    path("proofread/", proofreading.proofreading, name="proofread"),
    path("<int:number>/freeze/", years.freeze, name="freeze-year"),
    path("<int:number>/figure/<str:name>/", behind.figure, name="behind-figure"),
    path("<int:number>/figure/<str:name>/<path:part>/", behind.figure, name="behind-part"),
    path("<int:number>/<str:scheme>/flow/<str:stock>/<str:cause>/", behind.flow, name="behind-flow"),
]
