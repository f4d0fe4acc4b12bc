from django.urls import path, register_converter

from mingzheng.doors.frame.menus import MENUS, Group, Item, Menu
from mingzheng.doors.frame.two import t
from mingzheng.rulebook.roles import Role

from . import certification, lists, people, proof, room, visit
from .links import Word

ONLY = (Role.INSPECTOR,)
MENUS["regulator"] = Menu(
    home="regulator:scope",
    account="regulator/account.html",
    groups=(
        Group(
            "",
            (
                Item(t("查阅范围", "Scope of the access"), "regulator:scope", "home", ONLY),
                Item(t("证书台账", "Certificate register"), "regulator:register", "certificate", ONLY),
                Item(t("审核项目", "Visits"), "regulator:visits", "clipboard-check", ONLY),
                Item(t("审核人员", "Auditors"), "regulator:people", "users", ONLY),
                Item(t("记录的证明", "Proof of the record"), "regulator:proof", "shield-check", ONLY),
            ),
        ),
    ),
)

register_converter(Word, "word")

app_name = "regulator"
urlpatterns = [
    path("", room.scope, name="scope"),
    path("in/<word:token>/", room.enter, name="enter"),
    path("out/", room.leave, name="leave"),
    path("certificates/", lists.register, name="register"),
    path("certificates/<int:held>/", certification.certification, name="certification"),
    path("visits/", lists.visits, name="visits"),
    path("visits/<word:number>/", visit.visit, name="visit"),
    path("visits/<word:number>/package/", visit.package, name="package"),
    path("papers/<int:key>/", visit.paper, name="paper"),
    path("people/", lists.people, name="people"),
    path("people/<word:login>/", people.person, name="person"),
    path("proof/", proof.proof, name="proof"),
    path("proof/<int:held>/", proof.proved, name="proved"),
]
