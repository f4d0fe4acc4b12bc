"""Roles, persons and their competence."""

WORDS = {
    "person.not-yours": ("您无权办理此事", "This is not yours to do"),
}
