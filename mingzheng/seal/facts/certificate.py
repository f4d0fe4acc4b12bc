"""Facts of the decision, the certificate and the letters about it (ISO/IEC 17021-1 8.2, 9.5, 9.6)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.rulebook.standard_editions import StandardEdition
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection
from mingzheng.seal.facts.paper import CertificateRow, Member, Paper, Reason, Site, Two


@dataclass(frozen=True)
class Attached:
    """A file inside the PDF: what a program reads of the certificate."""

    name: str
    media_type: str
    content: str


@dataclass(frozen=True, kw_only=True)
class Certificate(Paper):
    """认证证书 (ISO/IEC 17021-1 8.2.2). `dated` is the day of issue; bilingual whatever the language asked for."""

    standard: Standard | StandardEdition  # today's edition, or the earlier one it is to
    scope: Two
    business_address: Two
    first_issued: date
    valid_until: date
    verify_url: str
    signatory: Two  # title of who signs
    sites: tuple[Site, ...] = ()
    accredited: bool = False
    accreditation: str = ""  # number of the body's accreditation, beside the mark
    mark: str = ""  # the accreditation mark, SVG; without one its place is held by words
    main: str = ""  # of a sub-certificate 子证书: the number of its main certificate
    site: Site | None = None  # and the site it is for
    replaces: str = ""  # number of the certificate this one replaces
    lapsed_on: date | None = None  # 8.2.2 b note: the last cycle's expiry, where there is a gap
    recertified_on: date | None = None  # and the day of the recertification audit
    attached: tuple[Attached, ...] = ()
    specimen: bool = False  # 样张: the same, with that word across it


@dataclass(frozen=True)
class Decided:
    """What was decided for one standard."""

    standard: Standard
    act: Two
    certificate: str = ""
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class DecisionRecord(Paper):
    """认证决定, per standard, by people who did not audit (9.5)."""

    project: str
    kind: Two
    scope: Two
    decisions: tuple[Decided, ...]
    reviewed_by: str
    decided_by: str
    team: tuple[Member, ...]


@dataclass(frozen=True, kw_only=True)
class StatusNotice(Paper):
    """Notice of suspension, restoration, withdrawal or cancellation (9.6.5)."""

    act: str  # suspend, restore, withdraw, cancel
    certificates: tuple[CertificateRow, ...]
    reasons: tuple[Reason | Objection, ...]
    effective_on: date
    until: date | None = None  # last day of a suspension
    appeal_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Maintained(Paper):
    """保持认证通知书, after a surveillance audit (9.6.2)."""

    project: str
    kind: Two
    certificates: tuple[CertificateRow, ...]
    audited_from: date
    audited_to: date
    next_due: date | None  # latest day of the next audit
