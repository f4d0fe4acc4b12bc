"""年度报告: the figures of a year with the records behind them, freezing, and proofreading any report."""

from django.urls import path

from . import behind, proofreading, years

urlpatterns = [
    path("", years.year, name="figures"),
    path("proofread/", proofreading.proofreading, name="proofread"),
    path("<int:number>/freeze/", years.freeze, name="freeze-year"),
    path("<int:number>/<str:scheme>/stock/<str:stock>/", behind.stock, name="behind-stock"),
    path("<int:number>/<str:scheme>/column/<str:column>/", behind.column, name="behind-column"),
    path("<int:number>/<str:scheme>/flow/<str:stock>/<str:cause>/", behind.flow, name="behind-flow"),
]
