"""客户: the register of clients, and everything about one of them on one page."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, ClassVar

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.dress import DayInput
from mingzheng.doors.frame.filters import Choice
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.certificates.queries import certificates
from mingzheng.office.clients.actions.add_contact import add_contact
from mingzheng.office.clients.actions.change_client import change_client
from mingzheng.office.clients.actions.change_site import change_site
from mingzheng.office.clients.actions.enter_site import enter_site
from mingzheng.office.clients.actions.open_client import open_client
from mingzheng.office.clients.actions.set_tier import set_tier
from mingzheng.office.clients.models import Client, Site
from mingzheng.office.clients.queries import (
    READERS,
    clients_for,
    in_sector,
    may_see_tiers,
    sectors_of,
    with_tier,
)
from mingzheng.office.contracts.queries import applications_for, contracts_for
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification, Visit
from mingzheng.office.schedule.actions.end_account import end_account
from mingzheng.office.schedule.actions.give_account import give_account
from mingzheng.office.schedule.queries import account_of, accounts, looked_after_by
from mingzheng.rulebook.client_tiers import NOT_FOR_DECIDERS, Tier
from mingzheng.rulebook.code_lists import region
from mingzheng.rulebook.identifiers import normalise_social_credit_code
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused

from .applications.case import told
from .asking import asked
from .fields import line, people
from .handling import handling
from .rights import StaffRequest, staff_page
from .sectors import SECTORS, sector_choices, tag, untag

WRITERS = (Role.MARKET, Role.PROGRAMME_MANAGER)
ACCOUNTS = (Role.MARKET, Role.DIRECTOR)


def owners() -> list[tuple[str, str]]:
    """Whoever looks after a client."""
    return sorted({(one.person.login, called(one.person)) for one in accounts()}, key=itemgetter(1))


OF_OWNER = Choice("owner", t("客户经理", "Account owner"), owners, condition=looked_after_by)
OF_SECTOR = Choice("sector", t("行业", "Sector"), sector_choices, condition=in_sector)


class ClientsListing(Listing):
    name, title = "clients", t("客户", "Clients")
    columns: ClassVar[Sequence[Column]] = (
        Column("name_zh", t("名称", "Name"), sort="name_zh"),
        Column("uscc", t("信用代码", "Credit code"), Kind.CODE, sort="uscc"),
        Column("name_en", t("英文名称", "English name")),
        Column("address_zh", t("地址", "Address")),
        Column("employees", t("人数", "People"), Kind.NUMBER, sort="employees"),
    )
    search = ("name_zh", "pinyin", "uscc", "name_en")
    search_hint = t("名称、曾用名、拼音首字母、信用代码", "Name, former name, pinyin initials or credit code")
    filters: ClassVar[Sequence[Choice]] = (OF_OWNER, OF_SECTOR)
    order = ("name_zh",)
    template = "staff/clients/clients.html"

    def link(self, row: Any) -> str:
        return reverse("staff:client", args=[row.uscc])


TIERS = [(one.value, say_lazy(f"client-tier.{one}")) for one in Tier]


class TieredListing(ClientsListing):
    """The same for those from whom tiers are not kept."""

    columns = (
        *ClientsListing.columns,
        Column("tier", t("等级", "Tier"), Kind.STATUS, words="client-tier", tones={"premium": "good", "standard": "idle"}),
    )  # fmt: skip
    filters = (Choice("tier", t("等级", "Tier"), TIERS), OF_OWNER, OF_SECTOR)


@staff_page(*READERS)
def clients(request: StaffRequest) -> HttpResponse:
    may_open = any(request.user.holds(role) for role in (*WRITERS, Role.DIRECTOR))
    rows, sees = clients_for(request.user), may_see_tiers(request.user)
    listing = TieredListing(request, with_tier(rows, today())) if sees else ClientsListing(request, rows)
    return listing.response(may_open=may_open, sees_tiers=sees)


@staff_page(*READERS)
def client(request: StaffRequest, uscc: str) -> HttpResponse:
    """Everything about one client: who he is, what he has, what happened."""
    row = get_object_or_404(clients_for(request.user), uscc=uscc)
    return render(request, "staff/clients/client.html", shown(row, request.user))


def shown(row: Client, by: Person) -> dict[str, Any]:
    """What the page shows this person."""
    certifications = list(Certification.objects.filter(client=row).select_related("client").order_by("id"))
    return {
        "client": row,
        "district": " ".join([*named.within, named.zh]) if (named := region(row.district)) else "",
        "tiers": row.tiers.order_by("-set_on", "-pk") if may_see_tiers(by) else None,
        "sectors": sectors_of(row),
        "account": account_of(row.uscc).first(),
        "gives_account": any(by.holds(role) for role in ACCOUNTS),
        "may_change": any(by.holds(role) for role in WRITERS),
        "applications": applications_for(by).filter(uscc=row.uscc),
        "contracts": contracts_for(by).filter(client=row),
        "certifications": certifications,
        "certificates": certificates(by=by)
        .filter(certification__in=certifications)
        .order_by("-issued_on", "-id"),
        "visits": Visit.objects.filter(client=row, dropped_on=None).order_by("id"),
        **told(*_subjects(row, certifications)),
    }


def _about(by: Person, uscc: str, what: str) -> str:
    """The heading of a page that does something for one client: what, and for whom."""
    return t(
        "{what}：{client}",
        "{what}: {client}",
        what=what,
        client=called(get_object_or_404(clients_for(by), uscc=uscc)),
    )


def _subjects(row: Client, certifications: Iterable[Certification]) -> list[str]:
    return [f"client:{row.uscc}", *(f"certification:{one.subject_key}" for one in certifications)]


def district_field() -> forms.CharField:
    return forms.CharField(
        label=t(
            "行政区划代码（六位，排程按其驻地计算路程）",
            "District (six digits; travel is reckoned to its seat)",
        ),
        max_length=6,
        required=False,
    )


class TierForm(forms.Form):
    tier = forms.ChoiceField(label=t("等级", "Tier"), choices=TIERS)
    reason = forms.CharField(label=t("分级依据", "What it rests on"), max_length=300, widget=forms.Textarea)


class ClientForm(forms.Form):
    name_zh = forms.CharField(label=t("名称", "Name in Chinese"), max_length=200)
    name_en = forms.CharField(label=t("英文名称", "Name in English"), max_length=300, required=False)
    address_zh = forms.CharField(label=t("地址", "Address in Chinese"), max_length=300, required=False)
    address_en = forms.CharField(label=t("英文地址", "Address in English"), max_length=400, required=False)
    district = district_field()
    legal_representative = forms.CharField(
        label=t("法定代表人", "Legal representative"), max_length=60, required=False
    )
    employees = forms.IntegerField(label=t("人数", "People"), min_value=1, required=False)


class NewClientForm(ClientForm):
    uscc = forms.CharField(label=t("统一社会信用代码", "Unified social credit code"), max_length=30)

    field_order = ("uscc", "name_zh")

    def clean_uscc(self) -> str:
        return normalise_social_credit_code(self.cleaned_data["uscc"]).text


class SiteForm(forms.Form):
    name_zh = forms.CharField(label=t("名称", "Name"), max_length=200)
    kind = forms.ChoiceField(
        label=t("类别", "Kind"),
        choices=[(kind, say_lazy(f"site-kind.{kind}")) for kind in ("permanent", "temporary", "virtual")],
    )
    address_zh = forms.CharField(label=t("地址", "Address in Chinese"), max_length=300)
    address_en = forms.CharField(label=t("英文地址", "Address in English"), max_length=400, required=False)
    activity_zh = forms.CharField(label=t("活动", "Activities"), max_length=300, required=False)
    district = district_field()


class ChangedSiteForm(SiteForm):
    closed_on = forms.DateField(label=t("关闭日期", "Closed on"), widget=DayInput, required=False)


class AccountForm(forms.Form):
    owner = people(t("客户经理", "Account owner"))


class EndAccountForm(forms.Form):
    reason = line(t("原因", "Reason"), 200)


class ContactForm(forms.Form):
    name = forms.CharField(label=t("姓名", "Name"), max_length=60)
    phone = forms.CharField(label=t("电话", "Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=t("邮箱", "E-mail"), required=False)


@staff_page(*WRITERS, Role.DIRECTOR)
def new(request: StaffRequest) -> HttpResponse:
    """A client without an application here: carried over, or foreign."""
    on, by = today(), request.user
    return asked(
        request,
        NewClientForm(request.POST or None),
        lambda said: open_client(said.pop("uscc"), facts=said, on=on, by=by),
        heading=t("建立客户档案", "Open a client"),
        back=reverse("staff:clients"),
        done=t("客户档案已建立。", "The client was opened."),
    )


@staff_page(*WRITERS, Role.CERTIFICATE_CLERK)
def change(request: StaffRequest, uscc: str) -> HttpResponse:
    """Change what is known; an earlier name is kept."""
    row = get_object_or_404(clients_for(request.user), uscc=uscc)
    on, by = today(), request.user
    return asked(
        request,
        ClientForm(request.POST or None, initial=vars(row)),
        lambda said: change_client(uscc, facts=said, on=on, by=by),
        heading=_about(by, uscc, t("变更客户信息", "Change the client's details")),
        back=reverse("staff:client", args=[uscc]),
        done=t("客户信息已变更。", "The details were changed."),
        consequences=[t("更名后原名保留为曾用名", "An earlier name stays and is still found")],
    )


@staff_page(*WRITERS)
def tier(request: StaffRequest, uscc: str) -> HttpResponse:
    """Set how the client is served from today on."""
    if not may_see_tiers(request.user):
        raise Refused(NOT_FOR_DECIDERS)
    return asked(
        request,
        TierForm(request.POST or None),
        lambda said: set_tier(uscc, Tier(said["tier"]), reason=said["reason"], on=today(), by=request.user),
        heading=_about(request.user, uscc, t("客户分级", "Set the client's tier")),
        back=reverse("staff:client", args=[uscc]),
        done=t("客户等级已设定。", "The tier is set."),
        consequences=[say_lazy("client-tier.not-for-deciders")],
    )


@staff_page(*ACCOUNTS)
def account(request: StaffRequest, uscc: str) -> HttpResponse:
    """Say who of the staff looks after the client."""
    return asked(
        request,
        AccountForm(request.POST or None),
        lambda said: give_account(uscc, **said, on=today(), by=request.user),
        heading=_about(request.user, uscc, t("指定客户经理", "Name the account owner")),
        back=reverse("staff:client", args=[uscc]),
        done=t("客户经理已指定。", "It is entered who looks after the client."),
        consequences=[
            t(
                "客户经理不参加该客户的审核、评定和决定",
                "He takes no part in its audits, reviews and decisions",
            )
        ],
    )


@staff_page(*ACCOUNTS)
def no_account(request: StaffRequest, uscc: str) -> HttpResponse:
    """Nobody in particular looks after the client any more."""
    return asked(
        request,
        EndAccountForm(request.POST or None),
        lambda said: end_account(uscc, **said, on=today(), by=request.user),
        heading=_about(request.user, uscc, t("取消客户经理", "End the account owner's duty")),
        back=reverse("staff:client", args=[uscc]),
        done=t("已登记。", "Entered."),
    )


@staff_page(*WRITERS)
def contact(request: StaffRequest, uscc: str) -> HttpResponse:
    """One more contact person."""
    on, by = today(), request.user
    return asked(
        request,
        ContactForm(request.POST or None),
        lambda said: add_contact(uscc, **said, on=on, by=by),
        heading=_about(by, uscc, t("增加联系人", "Add a contact")),
        back=reverse("staff:client", args=[uscc]),
        done=t("联系人已增加。", "The contact was added."),
    )


@staff_page(*WRITERS)
def new_site(request: StaffRequest, uscc: str) -> HttpResponse:
    """One more place where the client works."""
    on, by = today(), request.user
    return asked(
        request,
        SiteForm(request.POST or None),
        lambda said: enter_site(uscc, facts=said, on=on, by=by),
        heading=_about(by, uscc, t("登记场所", "Enter a site")),
        back=reverse("staff:client", args=[uscc]),
        done=t("场所已登记。", "The site is entered."),
    )


@staff_page(*WRITERS)
def site(request: StaffRequest, uscc: str, number: int) -> HttpResponse:
    """Change what is known of a site, or close it."""
    row = get_object_or_404(Site, pk=number, client__in=clients_for(request.user).filter(uscc=uscc))
    on, by = today(), request.user
    return asked(
        request,
        ChangedSiteForm(request.POST or None, initial=vars(row)),
        lambda said: change_site(uscc, number, facts=said, on=on, by=by),
        heading=_about(by, uscc, t("变更场所“{n}”", "Change site {n}", n=row.name_zh)),
        back=reverse("staff:client", args=[uscc]),
        done=t("场所已变更。", "The site is changed."),
    )


urlpatterns = [
    path("", clients, name="clients"),
    path("new/", new, name="open-client"),
    path("handling/", handling, name="handling"),
    *SECTORS.urls(),
    path("<str:uscc>/", client, name="client"),
    path("<str:uscc>/change/", change, name="change-client"),
    path("<str:uscc>/tier/", tier, name="set-tier"),
    path("<str:uscc>/account/", account, name="give-account"),
    path("<str:uscc>/account/end/", no_account, name="end-account"),
    path("<str:uscc>/tag/", tag, name="tag-client"),
    path("<str:uscc>/untag/", untag, name="untag-client"),
    path("<str:uscc>/sites/new/", new_site, name="enter-site"),
    path("<str:uscc>/sites/<int:number>/", site, name="change-site"),
    path("<str:uscc>/contacts/new/", contact, name="add-contact"),
]
