"""Screens of the own system, impartiality and publicity."""

import csv
import hashlib
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from mingzheng.office.impartiality.models import Gift, Meeting, PlannedMeeting, RelatedBody, Risk, Seat
from mingzheng.office.inspectors.actions.note_shown import note_shown
from mingzheng.office.inspectors.models import Access
from mingzheng.office.people.models import Person
from mingzheng.office.publicity.models import Item
from mingzheng.office.quality.models import (
    Confirmation,
    Inspection,
    InternalAudit,
    InternalFinding,
    ManagementReview,
    Penalty,
    SpecialEvent,
)
from mingzheng.rulebook.inspectors import Shown
from mingzheng.rulebook.own_system import ReviewInput
from mingzheng.rulebook.roles import Role
from tests import certified, rows
from tests.office.audits import stage as auditing
from tests.office.impartiality.test_impartiality import USCC
from tests.office.inspectors import stage as access_stage
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT, RISKS = "/staff/quality/", "/staff/impartiality/"


def text(answer) -> str:
    return answer.content.decode()


def test_an_inspection_from_entry_to_answer_with_the_package_of_a_case(enter):
    certified.body()
    audit, _ = auditing.closed()
    quality, number = enter("quality"), audit.visit.number
    told = {
        "kind": "file_check",
        "authority": "市监局",
        "place": "本部",
        "inspected_on": DAY,
        "visits": number,
    }
    assert quality.post(f"{AT}inspections/new/", told).url == f"{AT}inspections/"
    row = Inspection.objects.get()
    at = f"{AT}inspections/{row.number}/"
    assert row.number in text(quality.get(f"{AT}inspections/")) and f"{number}.zip" in text(quality.get(at))

    package = ZipFile(BytesIO(quality.get(f"{at}package/{number}/").content))
    listed = list(csv.reader(StringIO(package.read("index.csv").decode("utf-8-sig"))))[1:]
    assert len(listed) == len(package.namelist()) - 1 >= 3
    for place, name, size, digest in listed:
        content = package.read(f"{int(place):02d}_{name}")
        assert (len(content), hashlib.sha256(content).hexdigest()) == (int(size), digest)

    assert quality.post(f"{at}result/", {"result": "to_rectify", "evidence": "记录"}).status_code == 409
    result = {"result": "to_rectify", "evidence": "记录", "findings": "缺日期", "answer_due": DAY}
    assert quality.post(f"{at}result/", result).url == at
    assert quality.post(f"{at}answer/", {"answer": "已补"}).url == at
    assert "办结" in text(quality.get(at))
    assert enter("auditor").get(at).status_code == 403


def test_an_internal_audit_with_a_finding_closed_by_another(enter, cast):
    Person.objects.filter(login="technical").update(department="技术部")
    quality = enter("quality")
    told = {
        "planned_on": DAY,
        "scope": "年度内审",
        "departments": "市场部\n财务部",
        "auditors": ["technical"],
    }
    assert quality.post(f"{AT}audits/new/", told).url == f"{AT}audits/"
    audit = InternalAudit.objects.get()
    at = f"{AT}audits/{audit.number}/"
    assert audit.departments == ["市场部", "财务部"]
    assert quality.post(f"{at}held/", {"held_on": DAY, "report": "查 12 项"}).url == at
    found = {"clause": "9.1", "department": "市场部", "statement": "缺签名", "owner": "market", "due_on": DAY}
    assert quality.post(f"{at}findings/new/", found).url == at
    assert "缺签名" in text(quality.get(at))
    assert quality.post(f"{at}findings/1/", {"correction": "已补"}).url == at
    assert InternalFinding.objects.get().closed_on == DAY and "年度内审" in text(
        quality.get(f"{AT}audits/?tab=all")
    )


def test_a_management_review_starts_from_what_the_record_says(enter):
    director = enter("director")
    page = text(director.get(f"{AT}reviews/new/"))
    assert "本年收到 0 件" in page
    told = {one.value: "已评审" for one in ReviewInput} | {"held_on": DAY, "present": "全体"}
    wrong = director.post(f"{AT}reviews/new/", {**told, "outputs": "招聘 | nobody | 2026-12-31"})
    assert "看不懂这一行" in text(wrong)
    director.post(f"{AT}reviews/new/", {**told, "outputs": "招聘 | market | 2026-12-31"})
    number = ManagementReview.objects.get().number
    at = f"{AT}reviews/{number}/"
    assert "招聘" in text(director.get(at)) and number in text(director.get(f"{AT}reviews/"))
    assert director.post(f"{at}1/", {"result": "已录用"}).url == at
    assert enter("quality").get(f"{AT}reviews/new/").status_code == 403


def test_what_is_late_is_called_out_and_none_is_said_after_both_confirmed(enter):
    page = text(enter("quality").get(AT))
    assert "超过 12 个月未做内部审核" in page and "维护公正性委员会已超过 12 个月未开会" in page
    for role in ("quality", "integrity"):
        assert enter(role).post(f"{AT}confirm/integrity/2025/", {"ok": 1}).url == AT
    assert Confirmation.objects.count() == 2
    assert "可以" in text(enter("integrity").get(AT))
    assert enter("quality").get(f"{AT}confirm/nothing/2025/").status_code == 404


def test_penalties_and_events_are_entered_and_listed(enter):
    quality = enter("quality")
    told = {"kind": "fine", "authority": "市监局", "imposed_on": DAY, "reason": "上报超期"}
    assert quality.post(f"{AT}penalties/new/", told).url == f"{AT}penalties/"
    assert Penalty.objects.get().number in text(quality.get(f"{AT}penalties/"))
    event = {"name": "疫情", "notice": "某通知", "scope": "全国", "first_day": DAY, "allowed": ["remote"]}
    assert quality.post(f"{AT}events/new/", event).url == f"{AT}events/"
    number = SpecialEvent.objects.get().number
    assert "远程审核" in text(quality.get(f"{AT}events/"))
    assert quality.post(f"{AT}events/{number}/end/", {"last_day": DAY}).url == f"{AT}events/"


def test_a_threat_is_entered_by_quality_and_accepted_by_the_direction(enter):
    told = {
        "kind": "impartiality",
        "threat": "self_review",
        "source": "上级做检测",
        "likelihood": 3,
        "impact": 5,
    }
    assert enter("quality").post(f"{RISKS}risks/new/", told).url == f"{RISKS}risks/"
    number = Risk.objects.get().number
    at = f"{RISKS}risks/{number}/"
    now = {"likelihood": 1, "impact": 5, "treatment": "人员隔离", "accepted": "on"}
    assert enter("quality").post(f"{at}review/", now).status_code == 409
    assert enter("director").post(f"{at}review/", now).url == at
    assert "人员隔离" in text(enter("quality").get(at)) and number in text(
        enter("quality").get(f"{RISKS}risks/")
    )


def test_related_bodies_and_panels(enter):
    quality = enter("quality")
    told = {
        "name": "某检测院",
        "uscc": USCC,
        "relation": "parent",
        "activities": ["testing"],
        "since": DAY,
        "analysis": "分开",
    }
    assert quality.post(f"{RISKS}related/new/", told).url == f"{RISKS}related/"
    assert "某检测院" in text(quality.get(f"{RISKS}related/"))
    assert quality.post(f"{RISKS}related/{USCC}/end/", {"ended_on": DAY}).url == f"{RISKS}related/"
    assert RelatedBody.objects.get().ended_on == DAY

    for name, interest in (("甲", "clients"), ("乙", "trade")):
        seat = {"panel": "committee", "name": name, "interest": interest, "since": DAY, "until": "2029-01-01"}
        assert quality.post(f"{RISKS}panels/seats/new/", seat).url == f"{RISKS}panels/"
    seats = list(Seat.objects.values_list("number", flat=True))
    met = {"panel": "committee", "held_on": DAY, "subject": "年会", "present": seats, "minutes": "审议了风险"}
    assert quality.post(f"{RISKS}panels/meetings/new/", met).url == f"{RISKS}panels/"
    number = Meeting.objects.get().number
    assert "年会" in text(quality.get(f"{RISKS}panels/"))
    assert "审议了风险" in text(quality.get(f"{RISKS}panels/meetings/{number}/"))
    assert quality.post(f"{RISKS}panels/seats/{seats[0]}/end/", {"ended_on": DAY}).url == f"{RISKS}panels/"


def test_everybody_sees_his_own_gifts_only(enter):
    auditor = enter("auditor")
    told = {"giver": "某企业", "what": "茶叶", "value": "200", "received_on": DAY}
    assert auditor.post(f"{RISKS}gifts/new/", told).url == f"{RISKS}gifts/"
    number = Gift.objects.get().number
    at = f"{RISKS}gifts/{number}/"
    assert "茶叶" in text(auditor.get(at))
    assert enter("market").get(at).status_code == 404
    integrity = enter("integrity")
    assert integrity.post(f"{RISKS}gifts/new/", {**told, "login": "market"}).url == f"{RISKS}gifts/"
    assert integrity.post(f"{at}settle/", {"settlement": "returned", "evidence": "快递单"}).url == at
    assert "退还" in text(integrity.get(at))


def test_publicity_is_flagged_approved_by_two_and_then_public(enter, cast):
    Person.objects.filter(login__in=("market", "technical")).update(department="市场部")
    told = {
        "medium": "commitment",
        "title_zh": "承诺",
        "title_en": "Promise",
        "text_en": "Fair.",
        "department": "市场部",
    }
    flagged = "帮助企业建立管理体系。"
    assert (
        enter("market").post("/staff/publicity/new/", {**told, "text_zh": flagged}).url == "/staff/publicity/"
    )
    number = Item.objects.get().number
    at = f"/staff/publicity/items/{number}/"
    page = text(enter("technical").get(at))
    assert "帮助企业建立" in page and "审批通过" in page and "核对网页" not in page
    waiting = text(enter("market").get(at))
    assert f"{at}compare/" not in waiting and "核对网页" in waiting  # grey until it is public
    asked = text(enter("technical").get(f"{at}approve/"))
    assert "note-warning" in asked and flagged in asked  # what is doubtful, and where, before it is let stand
    assert enter("technical").post(f"{at}approve/", {"reason": ""}).status_code == 409
    assert enter("technical").post(f"{at}approve/", {"reason": "引文"}).url == at
    assert enter("director").post(f"{at}approve/", {"reason": "引文"}).url == at
    assert f"{at}compare/" in text(enter("market").get(at))
    assert flagged in text(enter("market").get("/information/"))
    assert enter("technical").post(f"{at}compare/", {"where": "x", "page": flagged}).status_code == 403
    altered = {"where": "https://example.org/about", "page": "帮助企业取得证书。"}
    assert enter("market").post(f"{at}compare/", altered).url == at
    assert "帮助企业取得证书" in text(enter("market").get(at))
    assert 'value="https://example.org/about"' in text(enter("market").get(f"{at}compare/"))
    assert (
        number in text(enter("market").get(f"/staff/publicity/new/?of={number}")) or Item.objects.count() == 1
    )
    assert enter("market").post(f"{at}down/", {"reason": "过时"}).url == at
    assert flagged not in text(enter("market").get("/information/"))
    assert enter("market").post("/staff/publicity/new/", {**told, "text_zh": "公正。"}).status_code == 302
    other = Item.objects.latest("pk").number
    assert (
        enter("technical").post(f"/staff/publicity/items/{other}/return/", {"reason": "太短"}).status_code
        == 302
    )
    assert Item.objects.latest("pk").returned_on == DAY and Role.MARKET in cast["market"].roles


@pytest.mark.parametrize(
    "language, words", [("zh-hans", ("未开", "已开", "临时")), ("en", ("Missed", "Held", "Extraordinary"))]
)
def test_the_calendar_of_the_board_shows_what_was_planned_held_and_missed(enter, it_is, language, words):
    director = enter("director")
    director.cookies["django_language"] = language
    pages = f"{RISKS}panels/"
    seat = {
        "panel": "board",
        "name": "陈理事",
        "interest": "trade",
        "since": DAY,
        "until": date(2028, 12, 31),
    }
    director.post(f"{pages}seats/new/", seat)
    for day, subject in (
        (date(2026, 4, 1), "一季度汇报会"),
        (date(2026, 6, 10), "半年汇报会"),
        (date(2026, 9, 9), "三季度汇报会"),
    ):
        director.post(f"{pages}calendar/new/", {"panel": "board", "planned_on": day, "subject": subject})
    it_is(date(2026, 6, 12))
    met = {
        "panel": "board",
        "held_on": date(2026, 6, 12),
        "present": [Seat.objects.get().number],
        "minutes": "听取汇报",
    }
    number = PlannedMeeting.objects.get(subject="半年汇报会").number
    assert "半年汇报会" in text(director.get(f"{pages}meetings/new/?planned={number}"))
    director.post(f"{pages}meetings/new/", {**met, "subject": "半年汇报会", "planned": number})
    director.post(f"{pages}meetings/new/", {**met, "subject": "紧急汇报会"})
    third = PlannedMeeting.objects.get(subject="三季度汇报会").number
    director.post(f"{pages}calendar/{third}/call-off/", {"reason": "合并"})
    shown = text(director.get(f"{pages}calendar/"))
    assert all(f">{word}</span>" in shown for word in words) and "紧急汇报会" in shown
    assert "一季度汇报会" not in text(director.get(f"{pages}calendar/?year=2025"))
    assert enter("market").get(f"{pages}calendar/").status_code == 403


def test_an_access_is_opened_for_an_inspection_its_openings_seen_and_then_closed(enter):
    held = certified.certificate()
    quality = enter("quality")
    number = access_stage.inspection(quality_of())
    at = f"{AT}inspections/{number}/access/"
    told = {
        "inspectors": "张科长 | 310-0001\n李科员｜310-0002",
        "first_day": DAY,
        "last_day": access_stage.UNTIL,
        "reason": "双随机抽查",
        "certifications": held.number,
        "people": ["auditor"],
    }
    unknown = quality.post(at, {**told, "clients": "无此客户"})
    assert unknown.status_code == 200 and "没有找到：无此客户" in text(unknown)
    for _ in range(2):
        rows.client(name_zh="同名有限公司")
    several = quality.post(at, {**told, "clients": "同名有限公司"})
    assert several.status_code == 200 and "请填信用代码：同名有限公司" in text(several)
    long = quality.post(at, {**told, "inspectors": f"{'张' * 61} | 310-0001"})
    assert long.status_code == 200 and "姓名不超过 60 个字符" in text(long)
    assert quality.post(at, {**told, "certifications": "", "people": []}).status_code == 409
    assert quality.post(at, told).url == f"{AT}inspections/{number}/"

    access = Access.objects.get()
    zhang, li = access.inspectors.order_by("place")
    assert (li.name, li.card) == ("李科员", "310-0002")
    at = f"{AT}access/{access.number}/"
    assert access.number in text(quality.get(f"{AT}inspections/{number}/"))
    page = text(quality.get(at))
    assert f"/inspect/in/{zhang.token}/" in page and li.code in page and "开放中" in page

    client = held.certification.client
    for _ in range(2):
        note_shown(access.number, what=Shown.CERTIFICATION, about="…", client=client.uscc, on=DAY, by=li)
    assert client.name_zh in text(quality.get(at))
    opened = text(quality.get(f"{at}opened/"))
    assert opened.count("认证档案</td>") == 2 and "李科员" in opened and "张科长" not in opened

    assert quality.post(f"{at}close/", {"reason": "检查结束"}).url == at
    assert "已关闭" in text(quality.get(at))
    assert quality.post(f"{at}close/", {"reason": "再关一次"}).status_code == 409


def test_accesses_are_no_business_of_other_roles(enter):
    access = access_stage.access(quality_of())
    market = enter("market")
    for at in (
        f"access/{access.number}/",
        f"access/{access.number}/opened/",
        f"inspections/{access.inspection.number}/access/",
    ):
        assert market.get(f"{AT}{at}").status_code == 403, at


def quality_of() -> Person:
    return Person.objects.get(login="quality")
