"""用能、空调温度和打印."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.footprint.actions.check_temperature import check_temperature
from mingzheng.office.footprint.actions.correct_reading import correct_reading
from mingzheng.office.footprint.actions.count_prints import count_prints
from mingzheng.office.footprint.actions.read_meter import read_meter
from mingzheng.office.footprint.queries import KEEPERS, prints_seen_by, readings_seen_by, temperatures_seen_by
from mingzheng.rulebook.footprint import Meter, Season

from ..fields import choice, count, day, line, text
from ..register import Register, Verb

CRUMB = (t("环境足迹", "Footprint"), "staff:footprint")
MONTH = t("月份（该月任意一天）", "Month (any day of it)")


def amount(label: str) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=12, decimal_places=2, min_value=0)


class ReadingForm(forms.Form):
    meter = choice(t("类别", "Meter"), Meter, "meter")
    month = day(MONTH)
    amount = amount(t("用量", "Used"))


class CorrectForm(forms.Form):
    amount = amount(t("更正为", "Correct to"))
    reason = text(t("理由", "Reason"), 2, max_length=300)


class CheckForm(forms.Form):
    season = choice(t("季节", "Season"), Season, "season")
    degrees = forms.DecimalField(
        label=t("设定温度（度）", "Set to (degrees)"), max_digits=4, decimal_places=1
    )
    place = line(t("地点", "Place"))
    checked_on = day(t("巡查日期", "Checked on"))


class PrintsForm(forms.Form):
    month = day(MONTH)
    single_sided = count(t("单面打印（张）", "Sheets printed on one side"))
    double_sided = count(t("双面打印（张）", "Sheets printed on both sides"))


def month(row: Any) -> str:
    return f"{row.month:%Y-%m}"


def conforming(row: Any) -> Any:
    return (
        pill(t("合格", "Conforming"), "good")
        if row.conforming
        else pill(t("不合格", "Not conforming"), "busy")
    )


READINGS = Register(
    "readings",
    t("用能读数", "Energy readings"),
    subject="reading",
    rows=readings_seen_by,
    roles=KEEPERS,
    crumb=CRUMB,
    icon="gauge",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("month", t("月份", "Month"), value=month, sort="month"),
        Column("meter", t("类别", "Meter"), Kind.STATUS, words="meter", sort="meter"),
        Column("amount", t("用量", "Used"), Kind.NUMBER, sort="amount"),
        Column("co2_kg", t("二氧化碳（千克）", "CO₂ (kg)"), Kind.NUMBER, sort="co2_kg"),
        Column("entered_on", t("登记日期", "Entered on"), Kind.DAY, sort="entered_on"),
    ),
    filters=(Choice("meter", t("类别", "Meter"), [(one, say_lazy(f"meter.{one}")) for one in Meter]),),
    order=("-month", "meter"),
    enter=Verb(read_meter, t("登记读数", "Enter a reading"), ReadingForm),
    verbs=(
        Verb(
            correct_reading,
            t("更正读数", "Correct it"),
            CorrectForm,
            begin=lambda row: {"amount": row.amount},
        ),
    ),
    papers=True,
)
TEMPERATURES = Register(
    "temperatures",
    t("空调温度巡查", "Temperature checks"),
    subject="temperature",
    rows=temperatures_seen_by,
    roles=KEEPERS,
    crumb=CRUMB,
    icon="sun",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("checked_on", t("巡查日期", "Checked on"), Kind.DAY, sort="checked_on"),
        Column("place", t("地点", "Place"), sort="place"),
        Column("season", t("季节", "Season"), Kind.STATUS, words="season", sort="season"),
        Column("degrees", t("设定温度", "Set to"), Kind.NUMBER, sort="degrees"),
        Column("conforming", t("26/20 度", "26/20 degrees"), value=conforming, sort="conforming",
               export=lambda row: "1" if row.conforming else "0"),
    ),
    search=("number", "place"),
    tabs=(EVERYTHING, Tab("not", t("不合格", "Not conforming"), Q(conforming=False))),
    order=("-checked_on",),
    enter=Verb(check_temperature, t("登记巡查", "Enter a check"), CheckForm, begin=lambda _: {"checked_on": today()}),
)  # fmt: skip
PRINTS = Register(
    "print-counts",
    t("打印统计", "Sheets printed"),
    subject="prints",
    rows=prints_seen_by,
    roles=KEEPERS,
    crumb=CRUMB,
    icon="printer",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("month", t("月份", "Month"), value=month, sort="month"),
        Column("single_sided", t("单面", "One side"), Kind.NUMBER, sort="single_sided"),
        Column(
            "double_sided",
            t("双面（每张节约一张）", "Both sides (each saves one)"),
            Kind.NUMBER,
            sort="double_sided",
        ),
    ),
    order=("-month",),
    enter=Verb(count_prints, t("登记打印", "Enter a month's sheets"), PrintsForm),
)
