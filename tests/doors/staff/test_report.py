"""校对报告: a pasted report is read, told and not kept."""

import pytest

from mingzheng.rulebook.roles import Role

pytestmark = pytest.mark.django_db
WRONG = "一、概况\n\n现有管理人员 10 人，审核员 63 人，共 70 人。\n\n三、结语\n\n谢谢。"


@pytest.fixture
def quality(client, person):
    client.force_login(person("sun", Role.QUALITY))


@pytest.mark.parametrize("language, told", [("zh-hans", "10 + 63 = 73"), ("en", "The numbering jumps")])
def test_what_is_wrong_with_a_pasted_report_is_told_in_the_readers_language(client, quality, language, told):
    client.cookies["django_language"] = language
    page = client.post("/staff/report/proofread/", {"text": WRONG}).content.decode()
    assert told in page and "3" in page


def test_a_report_without_a_fault_is_called_so(client, quality):
    assert (
        "未发现问题"
        in client.post("/staff/report/proofread/", {"text": "一、概况\n\n很好。"}).content.decode()
    )


def test_nothing_to_read_is_asked_for(client, quality):
    answer = client.post("/staff/report/proofread/", {"text": ""})
    assert answer.context["form"].errors["text"] and answer.context["found"] is None
