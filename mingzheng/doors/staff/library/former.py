"""以往档案: what the body was before, in its names, approvals and seats; what papers of those days print."""

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.two import language, t
from mingzheng.office.library.actions.enter_former_profile import enter_former_profile
from mingzheng.office.library.queries import former_profiles
from mingzheng.words import pick

from ..recorded import Fact
from ..register import Register, Verb
from .body import READERS
from .forms import FormerForm

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
    ],
    heading=lambda row: pick(row.said["name_zh"], row.said["name_en"], language()),
    enter=Verb(enter_former_profile, t("登记以往档案", "Enter a former profile"), FormerForm),
    crumb=(t("机构与认可范围", "Body and scope"), "staff:library"),
)
