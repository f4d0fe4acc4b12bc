"""Every paper can be drawn in both languages, says what it was told, and is the same tomorrow as today."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from mingzheng.rulebook.standards import Standard
from mingzheng.seal.facts import PAPERS, OwnPaper, Paper, Two
from mingzheng.seal.papers import Undrawable, render
from mingzheng.words import WORDS
from tests.seal.specimens import CLIENT, LONG_CLIENT, LONG_SCOPE, SITES, TEAM, certificate, specimens

pytestmark = pytest.mark.slow  # PDFs are drawn and read back

SPECIMENS = specimens()
LONG_SPECIMENS = specimens(LONG_CLIENT, LONG_SCOPE)


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, without spaces, for lines break where they like."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    return "".join(pages_of(pdf))


def tight(text: str) -> str:
    return "".join(text.split())


def whom(paper: OwnPaper, language: str) -> str:
    """The client, or the body itself on its own papers."""
    name = (paper.client if isinstance(paper, Paper) else paper.body).name
    return name.zh if language == "zh-hans" else name.en


def test_there_is_a_specimen_of_every_paper():
    assert {key.split()[0] for key in SPECIMENS} == PAPERS.keys()
    assert all(type(facts) is PAPERS[key.split()[0]] for key, facts in SPECIMENS.items())


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("key", SPECIMENS)
def test_every_paper_says_whom_it_is_about_in_both_languages(key, language):
    text = text_of(render(key.split()[0], SPECIMENS[key], language))
    assert tight(whom(SPECIMENS[key], language)) in text
    assert tight(SPECIMENS[key].number) in text


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("key", LONG_SPECIMENS)
def test_long_names_with_rare_characters_are_printed_whole(key, language):
    text = text_of(render(key.split()[0], LONG_SPECIMENS[key], language))
    assert tight(whom(LONG_SPECIMENS[key], language)) in text


@pytest.mark.parametrize("key", SPECIMENS)
def test_the_same_facts_give_the_same_bytes(key):
    first, second = (render(key.split()[0], SPECIMENS[key], "zh-hans") for _ in range(2))
    assert first == second


def test_a_paper_carries_its_own_date_and_no_other():
    metadata = PdfReader(BytesIO(render("certificate", certificate(), "en"))).metadata
    assert metadata.creation_date.date() == date(2026, 7, 20)


def test_a_certificate_says_what_the_standard_wants_on_it():
    # ISO/IEC 17021-1 8.2.2: who and where, since when, until when, which number, which standard, which scope, who issued it
    text = text_of(render("certificate", certificate(), "zh-hans"))
    for said in (
        "99926Q10031R2M",
        CLIENT.name.zh,
        CLIENT.name.en,
        CLIENT.uscc,
        CLIENT.address.zh,
        CLIENT.address.en,
        "GB/T19001-2016/ISO9001:2015",
        "精密机械零部件的设计、生产和服务",
        "Design, manufacture and servicing of precision mechanical components",
        "2020年7月20日",
        "2026年7月20日",
        "19July2029",
        "明证认证有限公司",
        "CNCA-R-2002-999",
        "HTTPS://WWW.MINGZHENG.EXAMPLE/C/K7Q29XHM4T",
    ):
        assert tight(said) in text


def test_a_certificate_shows_the_accreditation_mark_only_under_accreditation():
    assert "认可注册" in text_of(render("certificate", certificate(accredited=True), "zh-hans"))
    assert "认可注册" not in text_of(render("certificate", certificate(accredited=False), "zh-hans"))


def test_a_gap_between_cycles_is_told_on_the_certificate():
    lapsed = certificate(lapsed_on=date(2026, 1, 3), recertified_on=date(2026, 7, 1))
    text = text_of(render("certificate", lapsed, "zh-hans"))
    assert "2026年1月3日" in text
    assert "1July2026" in text


def test_long_names_and_scopes_stay_on_one_page():
    assert len(pages_of(render("certificate", certificate(LONG_CLIENT, LONG_SCOPE), "zh-hans"))) == 1


def test_several_sites_are_listed_in_an_annex_and_one_is_not():
    first, annex = pages_of(render("certificate", certificate(sites=SITES), "zh-hans"))
    assert "青浦工厂" in annex
    assert "青浦工厂" not in first
    assert "99926Q10031R2M" in annex
    assert len(pages_of(render("certificate", certificate(sites=SITES[:1]), "zh-hans"))) == 1


def test_a_main_certificate_lists_its_sub_certificates_and_each_of_them_leads_to_it():
    sites = (SITES[0], replace(SITES[1], sub="99926Q10031R2M-1"), *SITES[2:])
    first, annex = pages_of(render("certificate", certificate(sites=sites), "zh-hans"))
    assert "99926Q10031R2M-1" in annex and "子证书编号见证书附件" in first
    sub = certificate(
        main="99926Q10031R2M", site=sites[1], business_address=sites[1].address, number="99926Q10031R2M-1"
    )
    (page,) = pages_of(render("certificate", sub, "zh-hans"))
    assert "99926Q10031R2M-1" in page and "主证书编号" in page and sites[1].name.zh in page
    assert "validonlytogetherwithit" in page


def test_a_scope_no_page_can_hold_moves_to_the_annex():
    first, *annex = pages_of(
        render("certificate", certificate(scope=Two(LONG_SCOPE.zh * 6, LONG_SCOPE.en * 6)), "en")
    )
    assert "见证书附件" in first
    assert tight(LONG_SCOPE.zh) not in first
    assert "".join(annex).count("轨道交通车辆制动系统") == 36


def test_a_name_no_page_can_hold_is_refused():
    with pytest.raises(Undrawable, match="too long"):
        render("certificate", certificate(scope=Two("甲"), business_address=Two("路" * 5000)), "zh-hans")


@pytest.mark.parametrize("character", ["\N{GRINNING FACE}", "\ue000", "\ue863", "\U000323b0", "\0"])
def test_a_character_that_cannot_be_drawn_is_refused(character):
    # among them the private-use places where old Chinese systems kept rare names
    with pytest.raises(Undrawable, match="could not be displayed"):
        render("certificate", certificate(scope=Two("设计" + character)), "zh-hans")


def test_what_a_client_writes_is_text_and_never_a_command():
    scope = '#panic("x") *bold* $a$ \\ [b] {number} <c>'
    assert tight(scope) in text_of(render("certificate", certificate(scope=Two(scope)), "en"))


def test_a_missing_or_unknown_fact_is_refused():
    facts = dict(vars(certificate()))
    with pytest.raises(TypeError, match="unheard_of"):
        render("certificate", {**facts, "unheard_of": 1}, "zh-hans")
    del facts["scope"]
    with pytest.raises(TypeError, match="scope"):
        render("certificate", facts, "zh-hans")


def test_the_two_originals_of_a_contract_are_told_apart():
    contract = vars(SPECIMENS["contract"])
    first, second = (text_of(render("contract", {**contract, "original": n}, "zh-hans")) for n in (1, 2))
    assert "正本一" in first
    assert "正本一" not in second
    assert "正本二" in second


def test_money_is_said_in_figures_and_in_words():
    text = text_of(render("quotation", SPECIMENS["quotation"], "zh-hans"))
    assert "6,000.50" in text
    assert "28,501.00" in text
    assert "人民币贰万捌仟伍佰零壹元整" in text


def test_a_derivation_is_printed_step_by_step_with_clause_and_confidence():
    text = text_of(render("audit_time", SPECIMENS["audit_time"], "zh-hans"))
    assert tight("查表基础审核时间（人日）7IAF MD 5:2019 QMS 1M") in text


def test_an_objection_of_the_rulebook_is_a_reason_with_its_clause():
    text = text_of(render("refusal", SPECIMENS["refusal"], "en"))
    assert tight(WORDS["certificate.no-decision"][1]) in text
    assert tight("ISO/IEC 17021-1:2015 9.5") in text


def test_the_record_of_a_meeting_says_what_was_not_explained():
    text = text_of(render("meeting", SPECIMENS["meeting"], "zh-hans"))
    assert "重申保密承诺是" in text
    assert "保安安排否" in text


def test_each_standard_gives_its_own_certificate_title():
    for standard in Standard:
        text = text_of(render("certificate", certificate(standard=standard), "zh-hans"))
        assert WORDS[f"standard.{standard}"][0] + "认证证书" in text


def test_the_team_is_named_in_the_notice_the_client_may_object_to():
    text = text_of(render("audit_notice", SPECIMENS["audit_notice"], "zh-hans"))
    assert all(member.name in text for member in TEAM)
    assert "2026年7月10日" in text
