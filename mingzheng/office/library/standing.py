"""What stands against entering laws and standards: those known already, and what is wrong with an entry."""

from collections.abc import Sequence

from mingzheng.rulebook.laws import LawEntry, NormEntry, objections_to_law, objections_to_norm
from mingzheng.rulebook.verdict import Objection

from .models import Law, Norm


def standing_of_laws(entries: Sequence[LawEntry]) -> list[list[Objection]]:
    """For each entry what stands against taking it; an earlier one of the same list comes first."""
    known = set(
        Law.objects.filter(name__in={one.name.strip() for one in entries}).values_list("name", "document")
    )
    answers = []
    for entry in entries:
        edition = entry.name.strip(), entry.document.strip()
        answers.append(objections_to_law(entry, known=edition in known))
        known.add(edition)
    return answers


def standing_of_norms(entries: Sequence[NormEntry]) -> list[list[Objection]]:
    """For each entry what stands against taking it; an earlier one of the same list comes first."""
    known = set(
        Norm.objects.filter(code__in={one.code.strip() for one in entries}).values_list("code", flat=True)
    )
    answers = []
    for entry in entries:
        answers.append(objections_to_norm(entry, known=entry.code.strip() in known))
        known.add(entry.code.strip())
    return answers
