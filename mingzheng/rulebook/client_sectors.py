"""Sectors a body develops 行业: which step a project takes, and which client is tagged as one of a sector.

Clauses: ISO/IEC 17021-1:2015 7.1.2 (competence is determined for every area before it is worked in), own procedure for the tags.
"""

from enum import StrEnum

from .verdict import Objection

COMPETENT_FIRST = "ISO/IEC 17021-1:2015 7.1.2"
NAME_MISSING = Objection("sector.name-missing", "own procedure")
PURPOSE_MISSING = Objection("sector.purpose-missing", COMPETENT_FIRST)
OPEN_ALREADY = Objection("sector.open-already", "own procedure")
STEP_MISSING = Objection("sector.step-missing", COMPETENT_FIRST)
STEP_IN_THE_FUTURE = Objection("sector.step-in-the-future", "own procedure")
TAGGED_ALREADY = Objection("sector.tagged-already", "own procedure")
NOT_TAGGED = Objection("sector.not-tagged", "own procedure")


class SectorStep(StrEnum):
    """What is done before and while a sector is served."""

    SURVEY = "survey"  # 调研
    TRAINING = "training"  # 培养专职审核员
    PREPARATION = "preparation"  # 作业文件等准备


def objections_to_sector(name_zh: str, name_en: str, purpose: str, *, known: bool) -> list[Objection]:
    """`known`: a sector of this name is open already."""
    named = name_zh.strip() and name_en.strip()
    return (
        [NAME_MISSING] * (not named)
        + [PURPOSE_MISSING] * (not purpose.strip())
        + [OPEN_ALREADY.because(name=name_zh.strip())] * known
    )


def objections_to_step(what: str, *, later: bool) -> list[Objection]:
    """`later`: the day it was done lies after today."""
    return [STEP_MISSING] * (not what.strip()) + [STEP_IN_THE_FUTURE] * later


def objections_to_tag(*, tagged: bool) -> list[Objection]:
    """A client is tagged once as one of a sector."""
    return [TAGGED_ALREADY] * tagged


def objections_to_untagging(*, tagged: bool) -> list[Objection]:
    """Only a tag that stands is taken off."""
    return [NOT_TAGGED] * (not tagged)
