from datetime import date

import pytest
from allauth.mfa.models import Authenticator

from mingzheng.office.people.actions.cancel_leave import cancel_leave
from mingzheng.office.people.actions.change_password import change_password
from mingzheng.office.people.actions.change_person import change_person
from mingzheng.office.people.actions.clear_second_factor import clear_second_factor
from mingzheng.office.people.actions.close_account import close_account
from mingzheng.office.people.actions.declare_tie import declare_tie
from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.people.actions.end_tie import end_tie
from mingzheng.office.people.actions.enter_leave import enter_leave
from mingzheng.office.people.actions.grant_role import grant_role
from mingzheng.office.people.actions.revoke_role import revoke_role
from mingzheng.office.people.actions.set_password import set_password
from mingzheng.office.people.models import Leave, Person, Tie
from mingzheng.office.people.names import searchable
from mingzheng.office.record.models import Event
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.impartiality import TieKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 3, 2), date(2026, 9, 1)
YEAR = {"valid_from": DAY, "valid_until": date(2029, 3, 1)}


@pytest.mark.slow
def test_a_person_is_taken_on_given_roles_and_let_in(cast):
    admin = cast["administrator"]
    employ_person("wangfang", name_zh="王芳", on=DAY, by=admin)
    grant_role("wangfang", Role.REVIEWER, on=DAY, by=admin)
    set_password("wangfang", "correct horse battery", on=DAY, by=admin)

    person = Person.objects.get(login="wangfang")
    assert person.holds(Role.REVIEWER) and person.check_password("correct horse battery")
    assert person.pinyin == "wangfang wf"
    assert kinds() == ["person.employed", "person.role-granted", "person.password-set"]
    assert "battery" not in str(Event.objects.latest("id").facts)


@pytest.mark.parametrize("login, why", [("Wang", "unfit"), ("1x", "unfit"), ("auditor", "taken")])
def test_a_login_must_be_fit_and_free(cast, login, why):
    with pytest.raises(Refused, match=f"account.login-{why}"):
        employ_person(login, name_zh="王芳", on=DAY, by=cast["administrator"])
    assert not Event.objects.exists()


def test_the_last_administrator_stays(cast):
    admin = cast["administrator"]
    for leave in (
        lambda: revoke_role("administrator", Role.ADMINISTRATOR, on=DAY, by=admin),
        lambda: close_account("administrator", on=DAY, by=admin),
    ):
        with pytest.raises(Refused, match="last-administrator"):
            leave()

    grant_role("quality", Role.ADMINISTRATOR, on=DAY, by=admin)
    revoke_role("administrator", Role.ADMINISTRATOR, on=DAY, by=admin)
    assert kinds() == ["person.role-granted", "person.role-revoked"]


@pytest.mark.slow
def test_a_closed_account_holds_no_role_and_can_be_opened_again(cast):
    admin = cast["administrator"]
    close_account("reviewer", on=DAY, by=admin)
    assert not Person.objects.get(login="reviewer").holds(Role.REVIEWER)
    with pytest.raises(Refused, match="already-closed"):
        close_account("reviewer", on=DAY, by=admin)

    set_password("reviewer", "correct horse battery", on=DAY, by=admin)
    assert Person.objects.get(login="reviewer").holds(Role.REVIEWER)


@pytest.mark.parametrize("role, why", [(Role.CLOCK, "not-a-persons-role"), (Role.REVIEWER, "role-held")])
def test_some_roles_are_not_given(cast, role, why):
    with pytest.raises(Refused, match=why):
        grant_role("reviewer", role, on=DAY, by=cast["administrator"])


def test_a_role_not_held_is_not_revoked(cast):
    with pytest.raises(Refused, match="role-not-held"):
        revoke_role("reviewer", Role.MARKET, on=DAY, by=cast["administrator"])


@pytest.mark.slow
def test_a_first_password_is_changed_by_its_owner_alone(cast):
    set_password("auditor", "correct horse battery", on=DAY, by=cast["administrator"])
    assert Person.objects.get(login="auditor").password_is_first
    with pytest.raises(Refused, match="not-yours"):
        change_password("auditor", "another horse", on=DAY, by=cast["administrator"])
    change_password("auditor", "another horse", on=DAY, by=cast["auditor"])

    person = Person.objects.get(login="auditor")
    assert person.check_password("another horse") and not person.password_is_first
    assert kinds() == ["person.password-set", "person.password-changed"]


def test_a_lost_second_factor_is_cleared_by_the_administrator(cast):
    for person in (cast["auditor"], cast["reviewer"]):
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
    with pytest.raises(Refused, match="not-yours"):
        clear_second_factor("auditor", on=DAY, by=cast["auditor"])
    clear_second_factor("auditor", on=DAY, by=cast["administrator"])

    assert [held.user.login for held in Authenticator.objects.select_related("user")] == ["reviewer"]
    assert kinds() == ["person.second-factor-cleared"]


def test_what_is_known_of_a_person_is_put_right_and_the_record_keeps_it_private(cast):
    event = change_person(
        "auditor", name_zh="王芳", phone="021-5555", full_time=True, on=DAY, by=cast["competence_evaluator"]
    )

    assert Person.objects.get(login="auditor").pinyin == "wangfang wf"
    assert event.changed == ["name_zh", "phone"]
    assert "021-5555" not in str(Event.objects.get().facts)


def test_everyone_enters_his_own_leave_but_nobody_elses(cast):
    days = {"first_day": DAY, "last_day": date(2026, 3, 6), "on": DAY, "by": cast["auditor"]}
    enter_leave("auditor", **days)
    with pytest.raises(Refused, match="not-yours"):
        enter_leave("reviewer", **days)
    with pytest.raises(Refused, match="not-yours"):
        cancel_leave("auditor", first_day=DAY, on=DAY, by=cast["reviewer"])
    cancel_leave("auditor", first_day=DAY, on=DAY, by=cast["programme_manager"])

    assert Leave.objects.get().cancelled_on == DAY
    assert kinds() == ["person.leave-entered", "person.leave-cancelled"]


def test_leave_does_not_end_before_it_begins(cast):
    with pytest.raises(Refused, match="ends-before"):
        enter_leave("auditor", first_day=DAY, last_day=date(2026, 3, 1), on=DAY, by=cast["programme_manager"])


def test_everyone_declares_his_own_ties(cast):
    code = complete_social_credit_code("91310113" + complete_organisation_code("01234567"))
    told = {"organisation": "示例有限公司", "kind": TieKind.CONSULTANCY, "ended_on": None, "on": DAY}
    declare_tie("reviewer", code, **told, by=cast["reviewer"])
    declare_tie("auditor", code, **told, by=cast["quality"])
    with pytest.raises(Refused, match="not-yours"):
        declare_tie("auditor", code, **told, by=cast["reviewer"])
    with pytest.raises(Refused):
        declare_tie("reviewer", "12345", **told, by=cast["reviewer"])

    assert Tie.objects.count() == 2 and kinds() == ["person.tie-declared"] * 2


def test_a_tie_ends_on_a_day_that_has_come(cast):
    code = complete_social_credit_code("91310113" + complete_organisation_code("01234567"))
    tie = {"organisation": "示例有限公司", "kind": TieKind.EMPLOYMENT, "ended_on": None, "on": DAY}
    declare_tie("auditor", code, **tie, by=cast["auditor"])
    for by, day, why in [("market", DAY, "not-yours"), ("auditor", date(2026, 3, 3), "not-ended-yet")]:
        with pytest.raises(Refused, match=why):
            end_tie("auditor", code, TieKind.EMPLOYMENT, ended_on=day, on=DAY, by=cast[by])
    end_tie("auditor", code, TieKind.EMPLOYMENT, ended_on=DAY, on=DAY, by=cast["auditor"])

    assert Tie.objects.get().ended_on == DAY
    assert kinds() == ["person.tie-declared", "person.tie-ended"]


@pytest.mark.parametrize(
    "act",
    [
        lambda by: employ_person("new", name_zh="新人", on=DAY, by=by),
        lambda by: grant_role("auditor", Role.MARKET, on=DAY, by=by),
        lambda by: revoke_role("auditor", Role.AUDITOR, on=DAY, by=by),
        lambda by: close_account("auditor", on=DAY, by=by),
        lambda by: set_password("auditor", "correct horse battery", on=DAY, by=by),
        lambda by: change_person("auditor", phone="1", on=DAY, by=by),
        lambda by: cancel_leave("auditor", first_day=DAY, on=DAY, by=by),
    ],
)
def test_only_those_whose_business_it_is(cast, act):
    with pytest.raises(Refused, match="person.not-yours"):
        act(cast["market"])
    assert not Event.objects.exists()


def test_names_are_found_by_pinyin_and_initials():
    assert searchable("重庆长安银行") == "chongqingchanganyinhang cqcayh"
