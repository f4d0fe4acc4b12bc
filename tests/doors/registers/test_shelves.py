"""Lists of laws, standards and own documents, carried in from a workbook."""

from datetime import date

import pytest

from mingzheng.doors.registers.moving_in import carry_in, look
from mingzheng.doors.registers.register import Outcome
from mingzheng.office.documents.models import Document
from mingzheng.office.library.models import Law, Norm
from mingzheng.rulebook.roles import Role
from tests.registers import ON, workbook

pytestmark = pytest.mark.django_db
SINCE = date(2020, 6, 1)


def law(name="示例条例", **more):
    return {"name": name, "document": "第 1 号", "kind": "行政法规", "issuer": "示例机关", "in_force_from": SINCE,
            "applies_to": "受理", **more}  # fmt: skip


def norm(code="GB/T 19001-2016", **more):
    return {
        "code": code,
        "title_zh": "某标准",
        "level": "国家标准",
        "branch": "标准化导则",
        "in_force_from": SINCE,
        **more,
    }


def document(code="Q/1-2020", **more):
    return {"code": code, "title_zh": "某规范", "kind": "企业标准", "version": 2, "in_force_from": SINCE,
            "branch": "服务提供规范", **more}  # fmt: skip


@pytest.fixture
def admin(person):
    return person("admin", Role.ADMINISTRATOR)


@pytest.fixture
def looked(tmp_path, admin):
    return lambda kind, *sheets: look(kind, workbook(tmp_path / "a.xlsx", kind, *sheets), on=ON, by=admin)


@pytest.mark.parametrize(
    "kind, rows, model",
    [
        ("laws", [law(f"第 {n} 条例") for n in range(30)], Law),
        ("norms", [norm(f"GB/T {n}-2020") for n in range(30)], Norm),
        ("documents", [document(f"Q/{n}-2020") for n in range(30)], Document),
    ],
)
def test_a_clean_list_is_carried_in_whole_and_known_the_second_time(looked, admin, kind, rows, model):
    first = looked(kind, rows)
    assert first.counts == {Outcome.TAKEN: 30} and not any(row.remarks for row in first.rows)
    carry_in(first, on=ON, by=admin)
    assert model.objects.count() == 30
    assert looked(kind, rows).counts == {Outcome.KNOWN: 30}


@pytest.mark.parametrize(
    "kind, row, column, words",
    [
        ("laws", law(kind="命令"), "C 类别", "fault.unknown-code"),
        ("laws", law(applies_to=None), "G 适用范围", "fault.missing"),
        ("laws", law(issued_on=date(2021, 1, 1)), "F 施行日期", "law.in-force-before-issued"),
        ("norms", norm(level="厂标"), "D 级别", "fault.unknown-code"),
        ("norms", norm(withdrawn_on=date(2019, 1, 1)), "G 作废日期", "norm.withdrawn-early"),
        ("documents", document(branch=None), "H 体系位置", "document.branch-missing"),
        ("documents", document(kind="审核作业指导书"), "J 专业代码", "document.area-missing"),
        ("documents", document(version="A"), "E 版本", "fault.not-a-number"),
        ("documents", document(in_force_from=date(2030, 1, 1)), "F 施行日期", "document.not-yet-in-force"),
    ],
)
def test_what_is_wrong_is_refused_at_its_column(looked, kind, row, column, words):
    (found,) = looked(kind, [row]).rows
    assert found.outcome is Outcome.REFUSED
    assert [(remark.column, remark.words) for remark in found.remarks] == [(column, words)]
