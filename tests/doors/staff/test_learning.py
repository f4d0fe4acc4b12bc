"""Screens of training, seminars and good cases."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from mingzheng.doors.frame.two import say_lazy
from mingzheng.office.learning.models import Course, GoodCase
from tests.office.decisions import stage as deciding
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = "/staff/learning/"


def text(answer) -> str:
    return answer.content.decode()


def test_a_course_is_planned_held_and_a_missing_quarter_stands_above_the_list(enter):
    office = enter("general_office")
    assert "2025 年第 4 季度没有专题研讨" in text(office.get(f"{AT}courses/"))
    told = {"kind": "seminar", "title": "评定问题讲解", "planned_on": DAY, "hours": "2"}
    assert office.post(f"{AT}courses/new/", told).url == f"{AT}courses/"
    at = f"{AT}courses/{Course.objects.get().number}/"
    said = {"held_on": DAY, "hours": "2.5", "attended": ["auditor", "market"], "remark": "考核合格"}
    assert office.post(f"{at}hold-course/", said).url == at
    assert "5.0" in text(office.get(at)) and "考核合格" in text(office.get(at))
    assert office.post(f"{at}cancel-course/", {"reason": "晚了"}).status_code == 409
    assert enter("auditor").get(f"{at}hold-course/").status_code == 403


def test_a_good_case_is_handed_in_voted_on_and_published(enter):
    auditor = enter("auditor")
    told = {"title": "关键过程", "text": "查出失控", "client": ""}
    assert "没有此客户" in text(auditor.post(f"{AT}good-cases/new/", {**told, "client": "X"}))
    assert auditor.post(f"{AT}good-cases/new/", told).url == f"{AT}good-cases/"
    at = f"{AT}good-cases/{GoodCase.objects.get().number}/"
    assert auditor.post(f"{at}vote-good-case/").status_code == 409
    assert enter("market").post(f"{at}vote-good-case/").url == at
    assert enter("market").get(f"{at}publish-good-case/").status_code == 403
    technical = enter("technical")
    assert technical.post(f"{at}publish-good-case/", {"title": "案例", "text": "某企业"}).url == at
    assert "某企业" in text(technical.get(at)) and "已发布" in text(technical.get(f"{AT}good-cases/"))


def test_what_reviews_sent_back_is_counted_by_section_for_the_next_seminar(enter, cast):
    audit = deciding.handed_in()
    deciding.read(audit, cast["reviewer"], passed=False)
    page = text(enter("general_office").get(f"{AT}problems/"))
    assert (
        "8.4 缺抽样记录" in page
        and str(say_lazy("review-section.records")) in page
        and audit.visit.number in page
    )
    exported = enter("general_office").get(f"{AT}problems/?export=xlsx")
    lines = list(load_workbook(BytesIO(exported.content)).worksheets[0].iter_rows(values_only=True))
    assert lines[1][0] == audit.visit.number and lines[1][2].date() == DAY and lines[1][4] == "8.4 缺抽样记录"
    assert enter("market").get(f"{AT}problems/?export=xlsx").status_code == 403
    assert enter("market").get(f"{AT}problems/").status_code == 403
