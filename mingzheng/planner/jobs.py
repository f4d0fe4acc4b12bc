"""Jobs for any executor: functions of plain data, so many under way at once that no worker waits."""

import pickle
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TypeVar

BETWEEN_LOOKS = 0.01  # seconds

T = TypeVar("T")
J = TypeVar("J")
R = TypeVar("R")


def carried_out(
    carry_out: Callable[[J], R], jobs: Iterator[tuple[T, J]], executor: Executor, most: int
) -> Iterator[tuple[T, R]]:
    """The jobs' results as they come, with so many under way that nobody waits and none is made long before its time."""
    waiting: dict[Future[R], T] = {}
    for team, job in jobs:
        waiting[_submitted(carry_out, job, executor)] = team
        if len(waiting) >= most:
            yield from _ended(waiting)
    while waiting:
        yield from _ended(waiting)


def _submitted(carry_out: Callable[[J], R], job: J, executor: Executor) -> Future[R]:
    """A job for other processes goes packed: a cluster's client looks into every field of what it is given, for seconds."""
    if isinstance(executor, ThreadPoolExecutor):
        return executor.submit(carry_out, job)
    return executor.submit(unpacked, carry_out, pickle.dumps(job))


def unpacked(carry_out: Callable[[J], R], packed: bytes) -> R:
    return carry_out(pickle.loads(packed))


def _ended(waiting: dict[Future[R], T]) -> Iterator[tuple[T, R]]:
    while not (ended := [future for future in waiting if future.done()]):
        time.sleep(BETWEEN_LOOKS)
    for future in ended:
        yield waiting.pop(future), future.result()
