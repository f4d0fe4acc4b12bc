"""派组与排程: one visit with its dates, team and plan; the board of who is where."""

from django.urls import include, path

from . import board, dates, moving, plan, special, team, visit

urlpatterns = [
    path("board/", board.board, name="board"),
    path("board/excel/", board.excel, name="board-excel"),
    path("board/move/<str:number>/", moving.move_on_board, name="move-on-board"),
    path("board/planning/", include("mingzheng.doors.staff.planning")),
    *special.SPECIAL.urls(),
    path("<str:number>/plan/row/", plan.row, name="plan-row"),
    path("<str:number>/", visit.visit, name="visit"),
    path("<str:number>/paper/<str:paper>/", visit.paper, name="visit-paper"),
    path("<str:number>/appoint/", dates.appoint, name="appoint-visit"),
    path("<str:number>/move/", dates.move, name="move-visit"),
    path("<str:number>/remote/", dates.change_share, name="change-remote-share"),
    path("<str:number>/cancel/", dates.cancel, name="cancel-appointment"),
    path("<str:number>/announce/", dates.announce, name="announce-visit"),
    path("<str:number>/team/<str:login>/assign/", team.assign, name="assign-member"),
    path("<str:number>/team/<str:login>/release/", team.release, name="release-member"),
    path("<str:number>/team/<str:login>/objection/", team.objection, name="team-objection"),
    path("<str:number>/plan/", plan.edit, name="plan"),
    path("<str:number>/plan/send/", plan.send, name="send-plan"),
]
