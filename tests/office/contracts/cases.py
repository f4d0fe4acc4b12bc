"""An application as an applicant fills it in, and the way through its review, for tests."""

from datetime import date
from decimal import Decimal

from mingzheng.office.contracts.actions.accept_application import accept_application
from mingzheng.office.contracts.actions.begin_application import begin_application
from mingzheng.office.contracts.actions.check_applicant import check_applicant
from mingzheng.office.contracts.actions.classify_application import classify_application
from mingzheng.office.contracts.actions.confirm_market import confirm_market
from mingzheng.office.contracts.actions.confirm_programme import confirm_programme
from mingzheng.office.contracts.actions.confirm_technical import confirm_technical
from mingzheng.office.contracts.actions.determine_audit_time import determine_audit_time
from mingzheng.office.contracts.actions.offer_contract import offer_contract
from mingzheng.office.contracts.actions.submit_application import submit_application
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.library.models import AccreditedScope, Body
from mingzheng.office.record.actors import Applicant
from mingzheng.rulebook.contract_review import POINTS, Part
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from tests.rows import auditor

DAY = date(2026, 3, 2)
PDF = b"%PDF-1.7\n"
USCC = complete_social_credit_code("91310113" + complete_organisation_code("MA1GKA02"))
FACTS = {
    "uscc": USCC,
    "name_zh": "绿源物业（示例）有限公司",
    "name_en": "Lvyuan Property (Sample) Co., Ltd.",
    "address_zh": "示例省示例市示例路2号",
    "address_en": "2 Sample Road, Sample City",
    "legal_representative": "甲某",
    "contact_name": "何经理",
    "contact_phone": "000-12345678",
    "contact_email": "he@example.com",
    "standards": ["QMS", "EMS"],
    "scope_zh": "物业管理服务",
    "scope_en": "Property management services",
    "sites": [
        {
            "kind": "permanent",
            "name_zh": "总部",
            "address_zh": "示例路2号",
            "address_en": "",
            "activity_zh": "办公",
        }
    ],
    "personnel": [
        {"kind": "full_time", "count": 80, "hours": "8", "shift": "", "note": ""},
        {"kind": "part_time", "count": 10, "hours": "4", "shift": "夜班", "note": "保洁"},
    ],
    "has_certificates": False,
    "existing_certificates": [],
    "used_consultancy": False,
    "consultancy": [],
    "had_incident": False,
    "ordered_to_stop": False,
    "operating_since": date(2025, 6, 1),
    "internal_audit_on": date(2025, 12, 1),
    "management_review_on": date(2025, 12, 20),
}


def begun(**more) -> Application:
    told = begin_application({**FACTS, **more}, on=DAY, by=Applicant("new"))
    return Application.objects.get(number=told.number)


def applicant(application: Application) -> Applicant:
    return Applicant(application.number)


def submitted(**more) -> Application:
    application = begun(**more)
    own = applicant(application)
    subject = f"application:{application.number}"
    file_paper(subject, kind="licence", name="营业执照.pdf", content=PDF, on=DAY, by=own)
    submit_application(application.number, on=DAY, by=own)
    application.refresh_from_db()
    return application


def equip() -> None:
    """The body is accredited for group 17 and has two competent auditors."""
    Body.objects.create(
        name_zh="示例认证有限公司", name_en="Sample Certification Ltd", short_name_zh="示例认证", short_name_en="Sample",
        uscc="T" * 18, approval_number="CNCA-R-2003-117", address_zh="示例路", address_en="Sample Road", phone="000",
        email="a@example.com", complaints_phone="000", complaints_email="c@example.com", certificate_prefix="117",
        day_rate=Decimal(3000), application_fee=Decimal(1000), registration_fee=Decimal(2000),
    )  # fmt: skip
    AccreditedScope.objects.bulk_create(
        AccreditedScope(standard=standard, group="17", valid_from=date(2020, 1, 1))
        for standard in ("QMS", "EMS", "OHSMS")
    )
    auditor("liu"), auditor("chen")


def check(application, cast, **more):
    return check_applicant(application.number, on=DAY, by=cast["market"], **more)


def classify(application, cast, code="17.10.02"):
    return classify_application(
        application.number,
        codes={standard: [code] for standard in application.standards},
        complexities={standard: "medium" for standard in application.standards},
        on=DAY,
        by=cast["technical"],
    )


def time(application, cast, **more):
    more = {"factors": {"QMS": [{"reason": "成熟的管理体系", "percent": -10}]}, **more}
    return determine_audit_time(application.number, on=DAY, by=cast["programme_manager"], **more)


def reviewed(application, cast, code="17.10.02", **timed) -> Application:
    """All three have found out and confirmed; `timed` is said of the audit time."""
    number = application.number
    check(application, cast), classify(application, cast, code), time(application, cast, **timed)
    confirm_market(number, points=POINTS[Part.MARKET], on=DAY, by=cast["market"])
    confirm_technical(number, points=POINTS[Part.TECHNICAL], on=DAY, by=cast["technical"])
    confirm_programme(number, points=POINTS[Part.PROGRAMME], on=DAY, by=cast["programme_manager"])
    application.refresh_from_db()
    return application


def accepted(cast, **more) -> Application:
    equip()
    application = reviewed(submitted(**more), cast)
    accept_application(application.number, on=DAY, by=cast["market"])
    application.refresh_from_db()
    return application


def offered(cast, **more) -> Contract:
    told = offer_contract(accepted(cast, **more).number, on=DAY, by=cast["market"])
    return Contract.objects.get(number=told.number)
