"""其他服务: what is offered beside certification, each with its impartiality class."""

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.two import t
from mingzheng.office.prices import queries
from mingzheng.office.prices.actions.classify_service import classify_service
from mingzheng.office.prices.actions.enter_service import enter_service
from mingzheng.rulebook.prices import SERVICES as KINDS
from mingzheng.rulebook.prices import ImpartialityClass

from ..fields import choice, line, text
from ..recorded import Fact
from ..register import Register, Verb

TONES = {"open": "good", "guarded": "busy", "forbidden": "idle"}


class ServiceForm(forms.Form):
    kind = choice(t("类别", "Kind"), KINDS, "income")
    name_zh = line(t("名称", "Name in Chinese"))
    name_en = line(t("英文名称", "Name in English"), 200)


class ClassForm(forms.Form):
    impartiality = choice(t("公正性类别", "Impartiality class"), ImpartialityClass, "service-class")
    analysis = text(t("公正性分析", "Analysis of impartiality"), 5)


SERVICES = Register(
    "services",
    t("其他服务", "Services beside certification"),
    subject="service",
    rows=queries.services_seen_by,
    roles=queries.READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="income", sort="kind"),
        Column("name", t("名称", "Name"), value=lambda row: t(row.name_zh, row.name_en), sort="name_zh"),
        Column("impartiality", t("公正性类别", "Impartiality class"), Kind.STATUS, words="service-class", tones=TONES, sort="impartiality"),
        Column("classified_on", t("定类日期", "Classified on"), Kind.DAY, sort="classified_on"),
    ),
    search=("number", "name_zh", "name_en"),
    tabs=(EVERYTHING, Tab("unclassified", t("待定类", "Without a class"), Q(impartiality=""))),
    enter=Verb(enter_service, t("登记服务", "Enter a service"), ServiceForm),
    verbs=(
        Verb(
            classify_service,
            t("确定公正性类别", "Set the impartiality class"),
            ClassForm,
            icon="scale",
            primary=True,
            begin=lambda row: {"impartiality": row.impartiality, "analysis": row.analysis},
        ),
    ),
    facts=lambda row: [Fact(t("公正性分析", "What it means for impartiality"), row.analysis, long=True)],
)  # fmt: skip
