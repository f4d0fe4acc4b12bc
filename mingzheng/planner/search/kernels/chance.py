"""Chance, small and quick, and the same on every machine: xorshift64*; `seed` is an array of one unsigned number."""

import numpy as np

from .compiling import inlined

MULTIPLIER = np.uint64(2685821657736338717)
TO_UNIT = 1.0 / (1 << 53)


@inlined
def chance(seed):
    """A number from 0 up to, not including, 1."""
    x = seed[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    seed[0] = x
    return float((x * MULTIPLIER) >> np.uint64(11)) * TO_UNIT


@inlined
def one_of(seed, count):
    """A whole number from 0 up to, not including, `count`."""
    return int(chance(seed) * count)
