"""Who audits whom, when: a problem in, a plan and its reasons out. See README.md of this folder.

The checker, explaining and the data need nothing but Python; :mod:`.planning` and :mod:`.replanning` need the ``planner``
group (numba, numpy) and are imported by whoever plans.
"""

from .checker import Violation, check, cost
from .explaining import Candidate, Explanation, explain
from .plain_data import NotReadable
from .problem import Problem

__all__ = ["Candidate", "Explanation", "NotReadable", "Problem", "Violation", "check", "cost", "explain"]
