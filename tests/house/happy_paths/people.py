"""People, papers, the body and its clients."""

from datetime import date

from allauth.mfa.models import Authenticator

from mingzheng.office.clients.models import Sector, SectorTag, Site
from mingzheng.office.people.models import Employment, Leave, Tie
from mingzheng.rulebook.client_sectors import SectorStep
from mingzheng.rulebook.client_tiers import Tier
from mingzheng.rulebook.engagement import DeclarationKind, InsuranceKind
from mingzheng.rulebook.impartiality import TieKind
from mingzheng.rulebook.roles import Role
from tests import certified, rows
from tests.office.contracts import cases
from tests.rows import DAY

from . import Call, Cast, Q, call, happy, plainly

plainly("people.employ_person", "administrator", "new", name_zh="新人")
plainly("people.grant_role", "administrator", "auditor", Role.REVIEWER)
plainly("people.revoke_role", "administrator", "auditor", Role.AUDITOR)
plainly("people.close_account", "administrator", "auditor")
plainly("people.set_password", "administrator", "auditor", "correct horse battery")
plainly("people.change_password", "auditor", "auditor", "another horse battery")
plainly("people.change_person", "administrator", "auditor", name_zh="新名", phone="000")
plainly("people.enter_leave", "auditor", "auditor", first_day=DAY, last_day=date(2026, 3, 6))
plainly(
    "people.declare_tie", "auditor", "auditor", cases.USCC, organisation="示例", kind=TieKind.KINSHIP, ended_on=None
)  # fmt: skip
plainly(
    "people.sign_contract", "administrator", "auditor",
    number="PY-1", full_time=False, main_employer="示例大学", first_day=DAY, last_day=date(2027, 3, 1),
)  # fmt: skip
plainly("people.sign_declaration", "auditor", "auditor", DeclarationKind.CONFIDENTIALITY)
plainly(
    "people.insure_person", "administrator", "auditor", InsuranceKind.ACCIDENT,
    insurer="示例保险", number="P-1", first_day=DAY, last_day=date(2027, 3, 1),
)  # fmt: skip
plainly("people.agree_availability", "programme_manager", "auditor", weekdays=[0, 4], days_a_year=80)
plainly("library.accredit_scope", "quality", Q, "17", valid_from=DAY)
plainly("library.enter_holiday", "programme_manager", DAY, working=False)
plainly(
    "clients.open_client", "market", cases.USCC, facts={"name_zh": "示例公司"},
    sites=[{"kind": "permanent", "name_zh": "总部", "address_zh": "示例路1号"}], contacts=[{"name": "何经理", "phone": "0"}],
)  # fmt: skip
plainly(
    "files.file_paper", "market", "contract:HT2026-0001", kind="signed_contract", name="合同.pdf", content=cases.PDF
)  # fmt: skip


@happy("people.clear_second_factor")
def _(cast: Cast) -> Call:
    Authenticator.objects.create(user=cast["auditor"], type=Authenticator.Type.TOTP, data={})
    return call("people.clear_second_factor", "auditor", by=cast["administrator"])


@happy("people.cancel_leave")
def _(cast: Cast) -> Call:
    Leave.objects.create(person=cast["auditor"], first_day=DAY, last_day=DAY)
    return call("people.cancel_leave", "auditor", first_day=DAY, by=cast["auditor"])


@happy("people.end_contract")
def _(cast: Cast) -> Call:
    Employment.objects.create(person=cast["auditor"], number="1", full_time=True, first_day=DAY)
    return call("people.end_contract", "auditor", "1", last_day=DAY, reason="辞职", by=cast["administrator"])


@happy("people.end_tie")
def _(cast: Cast) -> Call:
    Tie.objects.create(
        person=cast["auditor"], uscc=cases.USCC, organisation="示例", kind="employment", declared_on=DAY
    )
    return call("people.end_tie", "auditor", cases.USCC, TieKind.EMPLOYMENT, ended_on=DAY, by=cast["auditor"])


@happy("library.describe_body")
def _(cast: Cast) -> Call:
    certified.body()
    uscc = cases.USCC
    return call("library.describe_body", name_zh="新名称", uscc=uscc, by=cast["administrator"])


@happy("library.end_scope")
def _(cast: Cast) -> Call:
    cases.equip()
    return call("library.end_scope", Q, "17", valid_until=DAY, by=cast["quality"])


@happy("clients.change_client")
def _(cast: Cast) -> Call:
    facts = {"name_zh": "新名称", "address_zh": "新址"}
    return call("clients.change_client", rows.client().uscc, facts=facts, by=cast["market"])


SITE = {"kind": "permanent", "name_zh": "二厂", "address_zh": "示例路2号", "district": "510100"}


@happy("clients.set_tier")
def _(cast: Cast) -> Call:
    uscc = rows.client().uscc
    return call("clients.set_tier", uscc, Tier.PREMIUM, reason="三体系连续两个周期", by=cast["market"])


plainly("clients.open_sector", "market", name_zh="养老", name_en="Elderly care", purpose="服务养老机构")


def _sector() -> Sector:
    return Sector.objects.create(
        number="HY2026-0001", name_zh="养老", name_en="Elderly care", purpose="x", opened_on=DAY
    )


@happy("clients.record_sector_step")
def _(cast: Cast) -> Call:
    told = {"step": SectorStep.SURVEY, "done_on": DAY, "what": "走访两家养老机构"}
    return call("clients.record_sector_step", _sector().number, **told, by=cast["market"])


@happy("clients.tag_client")
def _(cast: Cast) -> Call:
    return call("clients.tag_client", rows.client().uscc, _sector().number, by=cast["market"])


@happy("clients.untag_client")
def _(cast: Cast) -> Call:
    one, sector = rows.client(), _sector()
    SectorTag.objects.create(client=one, sector=sector, tagged_on=DAY)
    return call("clients.untag_client", one.uscc, sector.number, by=cast["market"])


@happy("clients.enter_site")
def _(cast: Cast) -> Call:
    return call("clients.enter_site", rows.client().uscc, facts=SITE, by=cast["market"])


@happy("clients.change_site")
def _(cast: Cast) -> Call:
    client = rows.client()
    site = Site.objects.create(client=client, **SITE)
    facts = {**SITE, "district": "510104"}
    return call("clients.change_site", client.uscc, site.pk, facts=facts, by=cast["market"])


@happy("clients.add_contact")
def _(cast: Cast) -> Call:
    return call("clients.add_contact", rows.client().uscc, name="何经理", phone="000", by=cast["market"])


plainly("people.join_union", "union", "auditor", joined_on=DAY)


@happy("people.leave_union")
def _(cast: Cast) -> Call:
    number = call("people.join_union", "auditor", joined_on=DAY, by=cast["union"])().number
    return call("people.leave_union", number, left_on=DAY, by=cast["union"])
