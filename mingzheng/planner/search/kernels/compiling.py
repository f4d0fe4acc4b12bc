"""How the search is compiled: by numba, once; the machine code is kept on disk for the next time.

numba looks only at the file of a function to see whether its machine code is still good, not at the functions it calls:
so every state of these sources has a folder of its own.
"""

import hashlib
import os
import sys
from pathlib import Path
from typing import Any

import numba

HERE = Path(__file__).parent


def sources() -> str:
    """A short name for the kernels and array layouts as they are."""
    files = [
        *sorted(HERE.glob("*.py")),
        HERE.parent / "arrays.py",
        *sorted((HERE.parents[1] / "bound").glob("*kernels.py")),
    ]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def kept() -> Path:
    """Where the machine code of these sources is kept: with the environment, or at the user's when that is not ours."""
    own = Path(sys.prefix) / "cache"
    return (
        own if os.access(sys.prefix, os.W_OK) else Path.home() / ".cache" / "mingzheng"
    ) / f"planner-{sources()}"


KEPT = kept()
vars(numba.config)["CACHE_DIR"] = str(KEPT)

# The kernels make no arrays, so numba need not count references to them (`_nrt`): five times as fast.
_settings: dict[str, Any] = {"error_model": "numpy", "_nrt": False}
compiled = numba.njit(cache=True, nogil=True, **_settings)
inlined = numba.njit(forceinline=True, **_settings)  # small: a call would cost more than what it does
