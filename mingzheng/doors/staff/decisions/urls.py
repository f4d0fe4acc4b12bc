from django.urls import path, register_converter

from mingzheng.rulebook.decisions import DecisionAct

from . import deciding, desk, lists, transfer


class ActConverter:
    """A decision act in a path; an unknown one is no path."""

    regex = "|".join(DecisionAct)

    def to_python(self, value: str) -> DecisionAct:
        return DecisionAct(value)

    def to_url(self, value: str) -> str:
        return str(value)


register_converter(ActConverter, "act")

urlpatterns = [
    path("", lists.files, name="decisions"),
    path("register/", lists.decided, name="decided"),
    path("files/<str:number>/<str:standard>/", desk.file, name="file"),
    path("files/<str:number>/<str:standard>/answer/", desk.answer, name="file-answer"),
    path("files/<str:number>/<str:standard>/<act:act>/", deciding.decide, name="decide"),
    path("status/<str:uscc>/<str:standard>/<act:act>/", deciding.status, name="decide-status"),
    path("transfers/<str:uscc>/<str:standard>/", transfer.transfer, name="transfer"),
    path("transfers/<str:uscc>/<str:standard>/<act:act>/", transfer.decide, name="decide-transfer"),
    path("<str:number>/", deciding.decision, name="decision"),
    path("<str:number>/paper/", deciding.paper, name="decision-paper"),
]
