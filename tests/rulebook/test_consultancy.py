"""Words of an audit report that read as consultancy are shown to the reviewer, and plain findings are not."""

import pytest

from mingzheng.rulebook.consultancy import PHRASES, phrases
from mingzheng.words import WORDS


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("帮助企业解决体系建立和运行过程中出现的各种问题", "helped"),  # as the printed report of 2020 had it
        ("审核组协助编写了程序文件。", "helped"),
        ("建议采用某某软件管理设备台账。", "solution"),
        ("纠正措施建议：重新培训。", "solution"),
        ("中心提供各种增值服务。", "offer"),
        ("我方另有咨询服务可选。", "offer"),
        ("The team helped the client to draft its procedure.", "helped"),
        ("The auditor recommends to buy a new gauge.", "solution"),
        ("Our value-added services were explained.", "offer"),
    ],
)
def test_what_reads_as_consultancy_is_found(text, of):
    assert [one.of for one in phrases([text])] == [of]


@pytest.mark.parametrize(
    "text",
    [
        "查 2026 年 3 月内审记录，未覆盖采购过程，不符合 9.2.1。",
        "企业已建立设备台账，帮助员工识别点检项目。",
        "请受审核方分析原因并采取纠正措施。",
        "整改措施如下：重新培训并验证。",
        "范围为某公司设计和生产阀门。",
        "认定为组织已策划并实施内审。",
        "受审核方主营工程咨询服务，咨询服务合同保存完好。",
        "The client corrected the finding before the closing meeting.",
        "The audit team thanks the client for its support.",
    ],
)
def test_what_an_auditor_writes_every_day_is_let_alone(text):
    assert phrases([text]) == []


def test_a_phrase_said_twice_is_told_once_and_every_kind_has_its_words():
    assert len(phrases(["提供增值服务", "提供增值服务"])) == 1
    assert all(f"consultancy.{of}" in WORDS for of, _ in PHRASES)
