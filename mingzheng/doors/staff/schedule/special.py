"""特批: visits that go beyond a limit of the body's own, asked for with a reason and approved by a director."""

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.people.queries import names_of
from mingzheng.office.schedule.actions.decide_special_approval import decide_special_approval
from mingzheng.office.schedule.actions.request_special_approval import request_special_approval
from mingzheng.office.schedule.queries import SEE_ALL, special_approvals_seen_by
from mingzheng.rulebook.special_approvals import DECIDED_ALREADY, Limit

from ..exceptions import TABS, TONES, deciding, why_and_what_became_of_it
from ..fields import choice, count, day, people, text
from ..footprint.travel import CLIENT, SEARCH, VISIT, VisitForm, of_visit
from ..recorded import Fact
from ..register import Register, Verb


class AskForm(VisitForm):
    limit = choice(t("超出哪个限度", "Which limit"), Limit, "special-approval")
    login = people(t("外出天数超限的人员", "Whose days out are too many"), required=False)
    first_day = day(t("外出首日", "First day out"), required=False)
    last_day = day(t("外出末日", "Last day out"), required=False)
    share = count(
        t("远程比例超限的，拟远程比例（%）", "Held from afar, where that is above the limit (%)"),
        max_value=100,
        required=False,
    )
    reason = text(t("理由", "Reason"), 3, max_length=300)

    def clean_share(self) -> int:
        return self.cleaned_data["share"] or 0


SPECIAL = Register(
    "special-approvals",
    t("审核特批", "Special approvals"),
    subject="special-approval",
    rows=special_approvals_seen_by,
    roles=SEE_ALL,
    icon="rubber-stamp",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        VISIT,
        CLIENT,
        Column(
            "limit",
            t("超出的限度", "Limit"),
            value=lambda row: say_lazy(f"special-approval.{row.limit}"),
            sort="limit",
        ),
        Column("person", t("人员", "Person"), value=lambda row: called(row.person)),
        Column("share", t("远程（%）", "From afar (%)"), Kind.NUMBER, value=lambda row: row.share or None),
        Column("state", t("状态", "State"), Kind.STATUS, words="exception-state", tones=TONES, sort="state"),
        Column("asked_on", t("提出日期", "Asked on"), Kind.DAY, sort="asked_on"),
    ),
    search=SEARCH,
    tabs=TABS,
    enter=Verb(request_special_approval, t("申请特批", "Ask for a special approval"), AskForm),
    verbs=(deciding(decide_special_approval, DECIDED_ALREADY),),
    facts=lambda row: [
        of_visit(row),
        Fact(t("外出首日", "First day out"), row.first_day),
        Fact(t("外出末日", "Last day out"), row.last_day),
        Fact(t("提出人", "Asked by"), names_of([row.asked_by]).get(row.asked_by, row.asked_by)),
        *why_and_what_became_of_it(row),
    ],
)
