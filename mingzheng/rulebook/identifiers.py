"""Numbers that name organisations: the unified social credit code and the organisation code, with their check digits.

GB 32100-2015: 18 characters; the last is a check digit over the first 17, and characters 9 to 17 are an organisation
code of GB 11714-1997, whose own check digit is character 17.
"""

from mingzheng.rulebook.certificate_numbers import (
    ApprovalNumber,
    CertificateNumber,
    CertificateNumberPattern,
    approval_number,
    compose_certificate_number,
    parse_certificate_number,
    plan_number_prefix,
)
from mingzheng.rulebook.mending import Mended, tidied
from mingzheng.rulebook.verdict import Objection, refuse_if

__all__ = [
    "ApprovalNumber",
    "CertificateNumber",
    "CertificateNumberPattern",
    "Mended",
    "approval_number",
    "complete_organisation_code",
    "complete_social_credit_code",
    "compose_certificate_number",
    "normalise_organisation_code",
    "normalise_social_credit_code",
    "objections_to_organisation_code",
    "objections_to_social_credit_code",
    "parse_certificate_number",
    "plan_number_prefix",
]

CREDIT_CODE_CLAUSE = "GB 32100-2015"
ORGANISATION_CODE_CLAUSE = "GB 11714-1997"

CREDIT_CODE_LENGTH = 18
ORGANISATION_CODE_LENGTH = 9
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: without I, O, S, V, Z
ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714-1997
REGION_POSITIONS = range(3, 9)  # the administrative division, digits only

CREDIT_CODE_LENGTH_WRONG = Objection("identifier.credit-code-length", CREDIT_CODE_CLAUSE)
CREDIT_CODE_CHARACTER = Objection("identifier.credit-code-character", CREDIT_CODE_CLAUSE)
CREDIT_CODE_CHECK = Objection("identifier.credit-code-check", CREDIT_CODE_CLAUSE)
INNER_CODE_CHECK = Objection("identifier.inner-code-check", ORGANISATION_CODE_CLAUSE)
ORGANISATION_CODE_FORM = Objection("identifier.organisation-code-form", ORGANISATION_CODE_CLAUSE)
ORGANISATION_CODE_CHECK = Objection("identifier.organisation-code-check", ORGANISATION_CODE_CLAUSE)


def normalise_social_credit_code(text: str) -> Mended:
    """The code as it should be written. O and I cannot occur in one, so they are taken for 0 and 1, and noted."""
    code = tidied(text)
    code = code.then(code.text.replace("-", ""), "identifier.mended-hyphens")
    code = code.then(code.text.replace("O", "0"), "identifier.mended-o-for-zero")
    return code.then(code.text.replace("I", "1"), "identifier.mended-i-for-one")


def objections_to_social_credit_code(code: str) -> list[Objection]:
    """What is wrong with a (normalised) code: its length, its characters, or one of its two check digits."""
    if len(code) != CREDIT_CODE_LENGTH:
        expected = CREDIT_CODE_LENGTH
        return [
            CREDIT_CODE_LENGTH_WRONG.because(field="social_credit_code", length=len(code), expected=expected)
        ]
    if strange := _strange_characters(code):
        return [
            CREDIT_CODE_CHARACTER.because(field="social_credit_code", position=position, character=character)
            for position, character in strange
        ]
    return [
        objection.because(
            field="social_credit_code", position=position, expected=expected, found=code[position - 1]
        )
        for objection, position, expected in (
            (INNER_CODE_CHECK, 17, _organisation_check(code[8:16])),
            (CREDIT_CODE_CHECK, 18, _credit_check(code[:17])),
        )
        if code[position - 1] != expected
    ]


def complete_social_credit_code(first_17: str) -> str:
    """The 17 characters with the check digit behind them; refused when they could not stand in a valid code.

    Characters 9 to 17 must be a valid organisation code: :func:`complete_organisation_code` makes one.
    """
    computable = len(first_17) == CREDIT_CODE_LENGTH - 1 and not _strange_characters(first_17)
    code = first_17 + (_credit_check(first_17) if computable else "0")
    refuse_if(objections_to_social_credit_code(code))
    return code


CREDIT_CODE_INNER = slice(8, 17)  # GB 32100-2015: the organisation code inside a unified social credit code


def normalise_organisation_code(text: str) -> Mended:
    """Nine characters without the hyphen that is printed before the last one."""
    code = tidied(text)
    return code.then(code.text.replace("-", ""), "identifier.mended-hyphens")


def objections_to_organisation_code(code: str) -> list[Objection]:
    """What is wrong with a (normalised) nine-character organisation code."""
    if len(code) != ORGANISATION_CODE_LENGTH or not _all_in(code, ORGANISATION_ALPHABET):
        return [ORGANISATION_CODE_FORM.because(field="organisation_code")]
    expected = _organisation_check(code[:8])
    if code[8] == expected:
        return []
    details = {"field": "organisation_code", "position": 9, "expected": expected, "found": code[8]}
    return [ORGANISATION_CODE_CHECK.because(**details)]


def complete_organisation_code(first_8: str) -> str:
    """The eight characters with the check digit of GB 11714 behind them."""
    if len(first_8) != ORGANISATION_CODE_LENGTH - 1 or not _all_in(first_8, ORGANISATION_ALPHABET):
        refuse_if([ORGANISATION_CODE_FORM.because(field="organisation_code")])
    return first_8 + _organisation_check(first_8)


def _strange_characters(code: str) -> list[tuple[int, str]]:
    return [
        (position, character)
        for position, character in enumerate(code, 1)
        if character not in (CREDIT_ALPHABET[:10] if position in REGION_POSITIONS else CREDIT_ALPHABET)
    ]


def _credit_check(first_17: str) -> str:
    total = sum(
        CREDIT_ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(first_17)
    )
    return CREDIT_ALPHABET[-total % 31]


def _organisation_check(first_8: str) -> str:
    values = (ORGANISATION_ALPHABET.index(character) for character in first_8)
    total = sum(value * weight for value, weight in zip(values, ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def _all_in(text: str, alphabet: str) -> bool:
    return all(character in alphabet for character in text)
