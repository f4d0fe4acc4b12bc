"""Codes that somebody outside is given, to read out and type in."""

import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none is mistaken for another when read out


def new_code() -> str:
    """A code such as K7Q2-9XHM-4TBW; nobody guesses it."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
