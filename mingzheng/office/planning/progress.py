"""How far a run of the planner is, told by the process at work and forgotten soon after: this is no record."""

from dataclasses import asdict

from django.core.cache import cache

from mingzheng.planner.plan import Progress

ALIVE_SECONDS = (
    120  # silent for longer, a run is taken to have lost its process; compiling takes half a minute
)


def claim(number: str) -> bool:
    """Take a run for oneself; False when another process is at it."""
    return cache.add(_worker(number), True, ALIVE_SECONDS)


def give_back(number: str) -> None:
    cache.delete_many([_worker(number), _told(number)])


def tell(number: str, progress: Progress) -> None:
    cache.set_many({_told(number): asdict(progress), _worker(number): True}, ALIVE_SECONDS)


def is_worked_on(number: str) -> bool:
    return cache.get(_worker(number)) is not None


def heard(number: str) -> Progress | None:
    """The latest word of the process at work, None when there is none or it fell silent."""
    said = cache.get(_told(number))
    return Progress(**said) if said else None


def _told(number: str) -> str:
    return f"plan-run-{number}"


def _worker(number: str) -> str:
    return f"plan-run-{number}-worker"
