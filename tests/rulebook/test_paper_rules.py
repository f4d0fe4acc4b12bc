"""Papers of a file, their order and what they say; codes; rotation, registration, transfer; registers."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.rulebook import code_lists, record_set
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.paper_logic import Identity, Paper, objections_to_identities, objections_to_order
from mingzheng.rulebook.record_set import FileKind, Held, missing_papers, papers_of
from mingzheng.rulebook.register_check import Line, Overdue, line_of, overdue, surveillance_window
from mingzheng.rulebook.registration import (
    Education,
    Registered,
    Trainee,
    apply_by,
    objections_to_promotion,
    objections_to_registering_again,
)
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import Point, TransferFacts, complete_by, objections_to_transfer
from mingzheng.rulebook.verdict import Refused
from mingzheng.rulebook.workload import Led, led_in_a_row, objections_to_leading_again


def d(text):
    return date.fromisoformat(text)


def codes(objections):
    return [o.code for o in objections]


def test_the_record_set_has_58_papers_for_six_kinds_of_file():
    assert list(record_set.RECORD_SET) == list(range(1, 59))
    must = {kind: len(papers_of(kind)) for kind in FileKind}
    assert must == {
        "initial": 39,
        "surveillance": 26,
        "recertification": 38,
        "change": 11,
        "transfer": 20,
        "unannounced": 16,
    }
    for paper in record_set.RECORD_SET.values():
        assert paper.zh and paper.en and paper.clause and any(h is not Held.NO for h in paper.held.values())


def test_a_file_tells_what_it_lacks():
    whole = [paper.no for paper in papers_of(FileKind.CHANGE)]
    assert missing_papers(FileKind.CHANGE, whole) == []
    (missing,) = missing_papers(FileKind.CHANGE, whole[1:])
    assert (missing.code, missing.details["no"], missing.clause) == (
        "record-set.missing",
        2,
        "ISO/IEC 17021-1:2015 9.1",
    )
    (applies,) = missing_papers(FileKind.CHANGE, whole, applicable=[3])
    assert applies.details["no"] == 3
    assert missing_papers(FileKind.CHANGE, [*whole, 3], applicable=[3]) == []
    assert missing_papers(FileKind.CHANGE, whole, applicable=[1]) == [], (
        "an application does not belong into it"
    )
    unknown = missing_papers(FileKind.CHANGE, [*whole, 99], applicable=[77])
    assert [(o.code, o.details["field"], o.details["no"]) for o in unknown] == [
        ("record-set.unknown-paper", "present", 99),
        ("record-set.unknown-paper", "applicable", 77),
    ]


def order(**days):
    return [
        (o.details["first"], o.details["then"], o.clause.split()[-1])
        for o in objections_to_order({Paper(k): d(v) for k, v in days.items()})
    ]


def test_days_that_can_be_are_not_objected_to():
    day = "2026-03-02"
    assert (
        order(
            application=day,
            review=day,
            contract=day,
            task=day,
            opening=day,
            closing=day,
            decision=day,
            certificate=day,
        )
        == []
    )
    assert order() == [] == order(opening=day)
    assert order(document_review="2026-03-01", stage1_ended="2026-03-01", opening=day) == []


def test_impossible_days_are_told_by_the_nearest_pair():
    assert order(application="2026-03-03", contract="2026-03-02") == [("application", "contract", "5.1.2")]
    assert order(application="2026-03-03", review="2026-03-01", contract="2026-03-02") == [
        ("application", "review", "9.1.2.1")
    ]
    assert order(decision="2026-03-02", certificate="2026-03-01") == [("decision", "certificate", "8.2.2")]
    assert order(finding="2026-03-03", closing="2026-03-02") == [("finding", "closing", "9.4.7")]
    assert order(independence="2026-03-03", task="2026-03-02") == [("independence", "task", "5.2.13")]


@pytest.mark.parametrize("paper", ["document_review", "stage1_ended"])
def test_what_must_be_over_before_is_not_on_the_same_day(paper):
    assert [pair[:2] for pair in order(**{paper: "2026-03-02", "opening": "2026-03-02"})] == [
        (paper, "opening")
    ]


def test_papers_that_name_the_client_differently_are_told():
    papers = [
        Identity("application", "明达机械（上海）有限公司", "上海市 浦东新区1号", ""),
        Identity("contract", "明达机械(上海)有限公司", "上海市浦东新区１号", "机械制造"),
        Identity("certificate", "明达机械有限公司", "", "机械的制造"),
    ]
    found = objections_to_identities(papers)
    assert [(o.code, o.details["field"], o.details["other"]) for o in found] == [
        ("case-paper.other-name", "papers[2].name", "application"),
        ("case-paper.other-scope", "papers[2].scope", "contract"),
    ]
    assert [o.clause[-5:] for o in found] == ["8.2.2 a"[-5:], "8.2.2 f"[-5:]]
    assert objections_to_identities(papers[:2]) == [] == objections_to_identities([])


@pytest.mark.parametrize(
    ("code", "name", "within"),
    [
        ("310115", "浦东新区", ("上海市", "市辖区")),
        ("3101", "市辖区", ("上海市",)),
        ("31", "上海市", ()),
        (" 110101 ", "东城区", ("北京市", "市辖区")),
        ("999999", None, None),
        ("", None, None),
        ("31011", None, None),
    ],
)
def test_regions(code, name, within):
    found = code_lists.region(code)
    assert (found and (found.zh, found.within)) == (name and (name, within))


@pytest.mark.parametrize(
    ("code", "name", "within"),
    [
        ("C", "制造业", ()),
        ("33", "金属制品业", ("制造业",)),
        ("c3311", "金属结构制造", ("制造业", "金属制品业", "结构性金属制品制造")),
        ("3311", "金属结构制造", ("制造业", "金属制品业", "结构性金属制品制造")),
        ("Z", None, None),
        ("", None, None),
    ],
)
def test_industries(code, name, within):
    found = code_lists.industry(code)
    assert (found and (found.zh, found.within)) == (name and (name, within))


def led(*leaders):
    return [Led(date(2020 + n, 5, 1), leader) for n, leader in enumerate(leaders)]


@pytest.mark.parametrize(
    ("leaders", "times"),
    [
        ((), 0),
        (("wang",), 1),
        (("wang", "wang", "wang"), 3),
        (("wang", "li"), 0),
        (("wang", "li", "wang"), 1),
        (("li", "wang", "wang"), 2),
    ],
)
def test_a_leader_gives_way_after_three_audits_in_a_row(leaders, times):
    audits = led(*leaders)
    assert led_in_a_row("wang", audits) == led_in_a_row("wang", audits[::-1]) == times
    assert codes(objections_to_leading_again("wang", audits)) == (["workload.rotate"] if times >= 3 else [])


def test_a_trainee_becomes_auditor_when_years_and_days_are_there():
    ready = {
        "education": Education.BACHELOR,
        "work_years": 4,
        "field_years": 2,
        "audit_days": Decimal(20),
        "on_site_days": Decimal(10),
    }
    assert objections_to_promotion(Trainee(**ready)) == []
    for field in ("work_years", "field_years", "audit_days", "on_site_days"):
        short = {**ready, field: ready[field] - 1}
        assert codes(objections_to_promotion(Trainee(**short))) == [f"registration.too-little.{field}"]
    college = objections_to_promotion(Trainee(**{**ready, "education": Education.COLLEGE}))
    assert [(o.details["field"], o.details["needed"]) for o in college] == [
        ("work_years", 8),
        ("field_years", 6),
    ]


def test_registering_again_wants_education_experience_and_an_early_application():
    ready = {
        "valid_until": d("2027-05-31"),
        "cpd_hours": Decimal(20),
        "cpd_field_hours": Decimal(4),
        "audit_days": Decimal(10),
    }
    assert apply_by(ready["valid_until"]) == d("2027-02-28")
    assert objections_to_registering_again(Registered(**ready), d("2027-02-28")) == []
    late = objections_to_registering_again(Registered(**ready), d("2027-03-01"))
    assert [(o.code, o.details["by"]) for o in late] == [("registration.apply-earlier", d("2027-02-28"))]
    for field in ("cpd_hours", "cpd_field_hours", "audit_days"):
        short = {**ready, field: ready[field] - 1}
        (objection,) = objections_to_registering_again(Registered(**short), d("2027-01-01"))
        assert (objection.code, objection.details["field"]) == (f"registration.too-little.{field}", field)


def transfer(**more):
    return TransferFacts(
        **{
            "status": Status.IN_FORCE,
            "expires": d("2027-12-31"),
            "accredited": True,
            "reviewed": tuple(Point),
            **more,
        }
    )


@pytest.mark.parametrize(
    ("facts", "on", "expected"),
    [
        ({}, "2027-12-31", []),
        ({}, "2028-01-01", ["transfer.past-expiry"]),
        ({"accredited": False}, "2027-01-01", ["transfer.not-accredited"]),
        ({"majors_open": 1}, "2027-01-01", ["transfer.major-open"]),
        ({"reviewed": tuple(Point)[1:]}, "2027-01-01", ["transfer.not-reviewed"]),
        ({"reviewed": ()}, "2027-01-01", ["transfer.not-reviewed"] * 8),
        ({"issuer_lost_accreditation": d("2026-01-31")}, "2026-08-01", ["transfer.too-late"]),
        ({"issuer_lost_accreditation": d("2027-11-30")}, "2028-01-01", ["transfer.past-expiry"]),
    ],
)
def test_a_transfer_is_objected_to(facts, on, expected):
    assert codes(objections_to_transfer(transfer(**facts), d(on))) == expected


def test_without_a_lost_accreditation_a_transfer_may_take_until_expiry():
    assert complete_by(transfer()) == d("2027-12-31")


def line(**more):
    return Line(
        **{
            "number": "1",
            "standard": Standard.QMS,
            "status": Status.IN_FORCE,
            "issued": d("2025-03-01"),
            "expires": d("2028-02-29"),
            **more,
        }
    )


@pytest.mark.parametrize(
    ("facts", "on", "expected"),
    [
        ({}, "2026-03-01", []),
        ({}, "2026-03-02", [(Overdue.SURVEILLANCE, "2026-03-01", 1, "suspend")]),
        ({"last_audit_ended": d("2026-02-10")}, "2027-02-10", []),
        ({"last_audit_ended": d("2026-02-10")}, "2027-02-12", [(Overdue.SURVEILLANCE, "2027-02-10", 2, "suspend")]),
        ({"last_audit_ended": d("2027-02-10")}, "2028-02-20", []),
        ({}, "2028-03-01", [(Overdue.EXPIRY, "2028-02-29", 1, "expire")]),
        ({"status": Status.SUSPENDED, "suspended": d("2026-03-02")}, "2028-03-01", [(Overdue.EXPIRY, "2028-02-29", 1, "expire")]),
        ({"status": Status.SUSPENDED}, "2027-03-01", []),
        ({"status": Status.SUSPENDED, "suspended": d("2026-03-02"), "suspended_until": d("2026-05-01")}, "2026-05-02", [(Overdue.SUSPENSION, "2026-05-01", 1, "withdraw")]),
        ({"status": Status.WITHDRAWN}, "2030-01-01", []),
        ({"expires": d("2028-03-02")}, "2025-06-01", [(Overdue.TERM, "2028-02-29", 2, None)]),
        ({"expires": d("2028-03-02"), "recertified": True}, "2025-06-01", []),
        ({"expires": d("2028-03-02"), "status": Status.EXPIRED}, "2025-06-01", [(Overdue.TERM, "2028-02-29", 2, None)]),
    ],
)  # fmt: skip
def test_what_of_a_certificate_is_overdue(facts, on, expected):
    found = [(f.what, str(f.by), f.days, f.must) for f in overdue([line(**facts)], d(on))]
    assert found == expected


def test_a_surveillance_is_not_asked_for_in_the_months_of_recertification():
    assert surveillance_window(line(last_audit_ended=d("2027-02-10")), d("2027-03-01")) is None
    window = surveillance_window(line(decided=d("2025-02-20")), d("2025-12-01"))
    assert window and window.clause == "CNCA 2016 No.20", "judged by the edition of the day"


GOOD = {
    "number": "06426Q10318R0S",
    "standard": "Q",
    "status": "有效",
    "issued": "2025/01/10",
    "expires": "2028.01.09",
}


def test_a_row_of_a_register_is_read_as_people_write_it():
    read = line_of(
        {**GOOD, "recertified": "是", "decided": "", "suspended": None, "last_audit_ended": " 2026-01-02 "}
    )
    assert read == Line(
        "06426Q10318R0S",
        Standard.QMS,
        Status.IN_FORCE,
        d("2025-01-10"),
        d("2028-01-09"),
        None,
        d("2026-01-02"),
        None,
        None,
        True,
    )
    assert line_of({**GOOD, "standard": "", "status": "02"}).standard is Standard.QMS
    assert line_of({**GOOD, "standard": "o"}).standard is Standard.OHSMS
    assert not line_of(GOOD).recertified


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("number", " ", "register.missing"),
        ("standard", "X", "register.unknown"),
        ("status", "", "register.unknown"),
        ("issued", "", "register.missing"),
        ("issued", "2025-13-01", "register.not-a-day"),
        ("expires", "0999-01-01", "register.not-a-day"),
        ("expires", "2025-01-09", "register.ends-before-it-begins"),
        ("suspended", "soon", "register.not-a-day"),
    ],
)
def test_a_row_that_cannot_be_read_says_why(field, value, code):
    with pytest.raises(Refused) as refused:
        line_of({**GOOD, field: value})
    (objection,) = refused.value.objections
    assert (objection.code, objection.details["field"]) == (code, field)
