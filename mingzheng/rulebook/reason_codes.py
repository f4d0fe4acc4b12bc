"""Reason codes the regulator's platform takes when a certificate's state changes.

Edition: the platform's code tables as of 2018. Words: :mod:`mingzheng.words.certificate_life`, under
``suspend-reason.CODE``, ``withdraw-reason.CODE``, ``replace-reason.CODE``.
"""

from enum import StrEnum

EDITION = "CNCA platform tables as of 2018"


class SuspendReason(StrEnum):
    """Why a certificate is suspended 暂停原因."""

    REQUIREMENTS_NOT_MET = "0111"
    CONTRACT_NOT_KEPT = "0112"
    PENALISED = "0113"
    REGULATOR_FOUND = "0114"
    PERMIT_EXPIRED = "0115"
    CLIENT_ASKED = "0116"
    ACCIDENT = "0117"
    ENERGY_PERFORMANCE = "0118"
    CAR_MAKER_STATUS = "0119"
    OTHER = "0199"


class WithdrawReason(StrEnum):
    """Why a certificate is withdrawn 撤销原因."""

    AUDIT_FAILED = "0101"
    LEGAL_STATUS_LOST = "0111"
    SUPERVISION_REFUSED = "0112"
    ACCIDENT_BY_VIOLATION = "0113"
    OTHER_GRAVE_VIOLATION = "0114"
    SUSPENSION_RAN_OUT = "0115"
    SYSTEM_NOT_RUN = "0116"
    MARK_MISUSED = "0117"
    ACCIDENT = "0118"
    ENERGY_PERFORMANCE = "0119"
    REPLACED = "0120"
    CONTRACT_NOT_KEPT = "0121"
    GIVEN_UP = "0122"
    OTHER = "0199"


class ReplaceReason(StrEnum):
    """Why a certificate is replaced by a new version 换证原因."""

    SURVEILLANCE = "0101"
    RECERTIFICATION = "0102"
    TRANSFER = "0103"
    DATA_CHANGED = "0104"
    OTHER = "0199"


# The platform of 2018 books a replaced certificate and one the client gave up as withdrawn. Here they are
# states of their own (replaced, cancelled); the two codes serve only to report them.
ONLY_FOR_REPORTING = frozenset({WithdrawReason.REPLACED, WithdrawReason.GIVEN_UP})
