"""What people do on the screens, step by step; stories put the steps together."""

from collections.abc import Mapping

from mingzheng.office.contracts.models import Application, Contract

from .conftest import Visitor

PDF = b"%PDF-1.7\n%%EOF\n"


def applies(stranger: Visitor, *, name: str, code: str, standards: list[str], **fields: str) -> Application:
    """A stranger fills the public form, hands in the licence and the application; he stays on the progress page."""
    stranger.goes("/apply/").fills(name_zh=name, uscc=code, contact_name="何经理", contact_phone="000-1")
    stranger.at("main form button[type=submit]").click()
    stranger.page.wait_for_url("**/form/")
    stranger.fills(address_zh="示例路2号", scope_zh="机械零件的生产", scope_en="Manufacture of machine parts")
    stranger.fills(name_en="Sample Parts Co., Ltd.", address_en="2 Sample Road", **fields)
    stranger.ticks("standards", *standards)
    stranger.ticks("has_certificates", "False").ticks("used_consultancy", "False")
    row = (
        stranger.at("[name^='sites-'][name$='-name_zh']").first.get_attribute("name").removesuffix("-name_zh")
    )
    stranger.chooses(**{f"{row}-kind": "permanent"})
    stranger.fills(**{f"{row}-name_zh": "总部", f"{row}-address_zh": "示例路2号"})
    row = (
        stranger.at("[name^='personnel-'][name$='-count']").first.get_attribute("name").removesuffix("-count")
    )
    stranger.chooses(**{f"{row}-kind": "full_time"}).fills(**{f"{row}-count": "85", f"{row}-hours": "8"})
    stranger.chooses(kind="licence")
    stranger.at("input[type=file]").set_input_files(
        {"name": "执照.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    stranger.at("form[enctype='multipart/form-data'] button[type=submit]").click()
    stranger.sees("执照.pdf")
    stranger.at("button[name=act][value=submit]").click()
    stranger.page.wait_for_url("**/applied/")
    return Application.objects.latest("id")


def is_reviewed(people: Mapping[str, Visitor], application: Application, *, code: str = "17.10.02") -> None:
    """The three look into it and confirm, each his part; the audit time is determined with one factor."""
    page = f"/staff/applications/{application.number}/"
    market, technical, programme = (people[name] for name in ("market", "technical", "programme_manager"))
    presses(market.goes(f"{page}check/"))
    presses(market.goes(f"{page}confirm/market/").ticks_all("points"))
    technical.goes(f"{page}classify/")
    for standard in application.standards:
        technical.fills(**{f"codes-{standard}": code}).chooses(**{f"complexity-{standard}": "medium"})
    presses(technical)
    presses(technical.goes(f"{page}confirm/technical/").ticks_all("points"))
    presses(programme.goes(f"{page}audit-time/"))
    presses(programme.goes(f"{page}confirm/programme/").ticks_all("points"))


def presses(visitor: Visitor, selector: str = "main form button.btn-primary[type=submit]") -> Visitor:
    """The main button of a form; what follows is neither a refusal nor the form again with errors."""
    with visitor.page.expect_navigation():
        visitor.at(selector).last.click()
    wrong = visitor.at(".refusal-head, .reason-list:not(.reasons *), .field-error").all_inner_texts()
    refused = visitor.page.title() if visitor.at(".refusal-head").count() else ""
    assert not refused and not visitor.at(".field-error").count(), f"{visitor.page.url}: {wrong}"
    return visitor


def signs(people: Mapping[str, Visitor], application: Application) -> Contract:
    """Accepted, offered, and signed by both."""
    market, page = people["market"], f"/staff/applications/{application.number}/"
    presses(market.goes(page), "form[action$='/accept/'] button")
    presses(market.goes(f"{page}offer/"))
    contract = Contract.objects.get(application=application)
    files(market, "contract", contract.number, "signed_contract")
    market.goes(f"/staff/contracts/{contract.number}/sign/").fills(
        client_signatory="甲某", body_signatory="乙某"
    )
    presses(market)
    return contract


def files(visitor: Visitor, stage: str, number: str, kind: str) -> None:
    """A scan goes into the file of a case."""
    visitor.goes(f"/staff/papers/{stage}/{number}/file/").chooses(kind=kind)
    visitor.at("input[type=file]").set_input_files({"name": "扫描件.pdf", "mimeType": "application/pdf", "buffer": PDF})
    presses(visitor)
