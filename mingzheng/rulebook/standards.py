"""What a body certifies to: management systems, products and services, and what regulator and certificate call them."""

from dataclasses import dataclass
from enum import StrEnum


class Standard(StrEnum):
    """A standard, or a kind of rules, in the edition certified to today."""

    QMS = "QMS"  # 质量管理体系
    EMS = "EMS"  # 环境管理体系
    OHSMS = "OHSMS"  # 职业健康安全管理体系
    CSR = "CSR"  # 企业社会责任管理体系
    PRODUCT = "product"  # 自愿性产品认证, by the rules for the kind of product
    SERVICE = "service"  # 服务认证, by the rules for the kind of service

    @property
    def letter(self) -> str:
        """The letter in a certificate number."""
        return _NAMES[self].letter

    @property
    def gb(self) -> str:
        """The Chinese number, as printed on the certificate."""
        return _NAMES[self].gb

    @property
    def iso(self) -> str:
        """The international number, as printed on the certificate."""
        return _NAMES[self].iso

    @property
    def cnca_item(self) -> str | None:
        """The item code 认证项目代码 of the regulator's platform; None where nobody could confirm it."""
        return _NAMES[self].cnca_item


@dataclass(frozen=True)
class _Names:
    letter: str
    gb: str
    iso: str
    cnca_item: str | None


# Item codes: the regulator's list as used in 2018; the one for GB/T 45001 is younger than that list.
_NAMES = {
    Standard.QMS: _Names("Q", "GB/T 19001-2016", "ISO 9001:2015", "A010102"),
    Standard.EMS: _Names("E", "GB/T 24001-2016", "ISO 14001:2015", "A020102"),
    Standard.OHSMS: _Names("S", "GB/T 45001-2020", "ISO 45001:2018", None),
    Standard.CSR: _Names("C", "GB/T 39604-2020", "ISO 26000:2010", None),
    Standard.PRODUCT: _Names("P", "自愿性产品认证实施规则", "ISO/IEC 17065:2012", None),
    Standard.SERVICE: _Names("F", "服务认证实施规则", "ISO/IEC 17065:2012", None),
}
SYSTEMS = (Standard.QMS, Standard.EMS, Standard.OHSMS)
"""Audited in the three-year programme under accreditation."""
OTHERS = (Standard.CSR, Standard.PRODUCT, Standard.SERVICE)
"""Certified after an evaluation of their own, without the mark of accreditation."""


def standard_of_letter(letter: str) -> Standard:
    """The standard a certificate number's letter means; O is the letter OHSMS had before GB/T 45001."""
    if letter == "O":
        return Standard.OHSMS
    return next(standard for standard in Standard if standard.letter == letter)
