"""审核方案: the three-year programme of a contract, and every visit with its window."""

from django.urls import path

from . import acts, pages

urlpatterns = [
    path("", pages.visits, name="visits"),
    path("contracts/<path:number>/", pages.programme, name="programme"),
    path("paper/<path:number>/", pages.programme_paper, name="programme-paper"),
    path("open/<path:number>/", acts.open_one, name="open-programme"),
    path("reckon/<path:number>/", acts.reckon, name="reckon-windows"),
    path("special/<path:number>/", acts.special, name="add-special-visit"),
    path("visits/<str:number>/drop/", acts.drop, name="drop-visit"),
    path("visits/<str:number>/days/", acts.days, name="change-days"),
    path("visits/<str:number>/split/", acts.split, name="split-visit"),
    path("visits/<str:number>/site/", acts.held_at, name="visit-site"),
    path("visits/<str:number>/apart/", acts.apart, name="site-apart"),
    path("visits/<str:number>/join/", acts.join, name="join-visits"),
]
