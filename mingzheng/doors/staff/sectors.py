"""行业: sectors the body develops, what was done for each, and the tags that clients carry."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.clients.actions.open_sector import open_sector
from mingzheng.office.clients.actions.record_sector_step import record_sector_step
from mingzheng.office.clients.actions.tag_client import tag_client
from mingzheng.office.clients.actions.untag_client import untag_client
from mingzheng.office.clients.models import Sector
from mingzheng.office.clients.queries import READERS, clients_for, sectors_of, sectors_seen_by
from mingzheng.rulebook.client_sectors import SectorStep
from mingzheng.rulebook.roles import Role

from .asking import asked
from .fields import choice, day, line, text
from .recorded import Act, Fact, Table
from .register import Register, Verb
from .rights import StaffRequest, staff_page


class SectorForm(forms.Form):
    name_zh = line(t("名称", "Name in Chinese"), 60)
    name_en = line(t("英文名称", "Name in English"))
    purpose = text(t("开发目的", "What it is developed for"), 3, max_length=300)


class StepForm(forms.Form):
    step = choice(t("步骤", "Step"), SectorStep, "sector-step")
    done_on = day(t("完成日期", "Done on"))
    what = text(t("做了什么", "What was done"))


def sector_choices() -> list[tuple[str, str]]:
    """Every sector, by its number."""
    return [(one.number, called(one)) for one in Sector.objects.order_by("name_zh")]


def records(row: Sector) -> list[Table]:
    """What was done for it, the latest first, and who is tagged."""
    done = row.records.order_by("-done_on", "-pk")
    tags = row.tags.filter(ended_on=None).select_related("client").order_by("client__name_zh")
    return [
        Table(
            t("开发记录", "Records of the development"),
            (t("步骤", "Step"), t("完成日期", "Done on"), t("做了什么", "What was done")),
            [("", (say_lazy(f"sector-step.{one.step}"), one.done_on, one.what)) for one in done],
        ),
        Table(
            t("客户", "Clients"),
            (t("名称", "Name"), t("标注日期", "Tagged on")),
            [
                (reverse("staff:client", args=[one.client.uscc]), (called(one.client), one.tagged_on))
                for one in tags
            ],
        ),
    ]


SECTORS = Register(
    "sectors",
    t("行业开发", "Sectors"),
    subject="sector",
    rows=sectors_seen_by,
    roles=READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("name_zh", t("名称", "Name"), sort="name_zh"),
        Column("name_en", t("英文名称", "Name in English"), sort="name_en"),
        Column("opened_on", t("立项日期", "Opened on"), Kind.DAY, sort="opened_on"),
        Column("clients", t("客户数", "Clients"), Kind.NUMBER, sort="clients"),
    ),
    search=("number", "name_zh", "name_en"),
    facts=lambda row: [Fact(t("开发目的", "What it is developed for"), row.purpose, long=True)],
    tables=records,
    acts=lambda row, by: [
        Act(t("看客户清单", "List its clients"), f"{reverse('staff:clients')}?sector={row.number}", "list")
    ],
    enter=Verb(open_sector, t("行业开发立项", "Open a sector"), SectorForm),
    verbs=(
        Verb(
            record_sector_step,
            t("登记开发记录", "Record a step"),
            StepForm,
            begin=lambda _: {"done_on": today()},
            primary=True,
        ),
    ),
    crumb=(t("客户", "Clients"), "staff:clients"),
    heading=called,
)


class TagForm(forms.Form):
    sector = forms.ChoiceField(label=t("行业", "Sector"), choices=sector_choices)


@staff_page(Role.MARKET, Role.PROGRAMME_MANAGER)
def tag(request: StaffRequest, uscc: str) -> HttpResponse:
    """The client belongs to a sector from today on."""
    row = get_object_or_404(clients_for(request.user), uscc=uscc)
    return asked(
        request,
        TagForm(request.POST or None),
        lambda said: tag_client(uscc, said["sector"], on=today(), by=request.user),
        heading=t("标注行业：{client}", "Tag with a sector: {client}", client=called(row)),
        back=reverse("staff:client", args=[uscc]),
        done=t("行业标签已加上。", "The client is tagged."),
    )


@staff_page(Role.MARKET, Role.PROGRAMME_MANAGER)
def untag(request: StaffRequest, uscc: str) -> HttpResponse:
    """One of its tags is taken off."""
    row = get_object_or_404(clients_for(request.user), uscc=uscc)
    form = TagForm(request.POST or None)
    held = [(one.sector.number, called(one.sector)) for one in sectors_of(row)]
    form.fields["sector"].choices = held  # type: ignore[attr-defined]
    return asked(
        request,
        form,
        lambda said: untag_client(uscc, said["sector"], on=today(), by=request.user),
        heading=t("取消行业标签：{client}", "Take a sector tag off: {client}", client=called(row)),
        back=reverse("staff:client", args=[uscc]),
        done=t("行业标签已取消。", "The tag is taken off."),
    )
