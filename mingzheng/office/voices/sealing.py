"""The hash under which the record knows the answers to a survey, without telling them."""

import hashlib
import json

from .models import Survey


def sealed(survey: Survey) -> str:
    """SHA-256 over the row's salt, its answers and its comment."""
    told = json.dumps([survey.salt, survey.answers, survey.comment], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
