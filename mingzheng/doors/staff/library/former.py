"""以往档案: what the body was before, in its names, approvals and seats; what papers of those days print."""

from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.two import language, t
from mingzheng.office.library.actions.enter_former_profile import enter_former_profile
from mingzheng.office.library.actions.take_back_former_profile import take_back_former_profile
from mingzheng.office.library.queries import former_profiles, objections_to_taking_back
from mingzheng.words import pick

from ..recorded import Fact
from ..register import Register, Verb
from .body import READERS
from .forms import FormerForm, TakeBackForm

FORMER = Register(
    "former-profiles",
    t("以往档案", "Former profiles"),
    subject="former-profile",
    rows=lambda by: former_profiles(),
    roles=READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column(
            "name",
            t("名称", "Name"),
            value=lambda row: pick(row.said["name_zh"], row.said["name_en"], language()),
        ),
        Column("approval", t("批准号", "Approval"), value=lambda row: row.said["approval_number"]),
        Column("valid_from", t("自", "From"), Kind.DAY, sort="valid_from"),
        Column("valid_until", t("至", "Until"), Kind.DAY, sort="valid_until"),
    ),
    search=("number", "said"),
    tabs=(
        Tab("valid", t("有效", "Valid"), Q(taken_back_on=None)),
        EVERYTHING,
    ),
    order=("-valid_until",),
    facts=lambda row: [
        Fact(t("认可注册号", "Accreditation number"), row.said["accreditation_number"]),
        Fact(t("机构代码", "Code"), row.said.get("uscc", "")),
        Fact(
            t("地址", "Address"),
            pick(row.said.get("address_zh", ""), row.said.get("address_en", ""), language()),
            long=True,
        ),
        Fact(
            t("变更原因与依据", "Why it changed, by which document"),
            pick(row.because_zh, row.because_en or row.because_zh, language()),
            long=True,
        ),
        Fact(t("撤销日期", "Taken back on"), row.taken_back_on),
    ],
    heading=lambda row: pick(row.said["name_zh"], row.said["name_en"], language()),
    enter=Verb(enter_former_profile, t("登记以往档案", "Enter a former profile"), FormerForm),
    verbs=(
        Verb(
            take_back_former_profile,
            t("撤销登记", "Take back"),
            TakeBackForm,
            icon="x",
            barred=lambda row: objections_to_taking_back(row, "."),
            consequences=[
                t(
                    "旧文件不再印这份档案；已签章的文件不变。撤销后可以重新登记这段日期。",
                    "Papers of those days print nothing of it any more; sealed ones stay. Its days can be entered anew.",
                )
            ],
        ),
    ),
    crumb=(t("机构与认可范围", "Body and scope"), "staff:library"),
)
