"""The compiled part of the search. Numba infers the types: `instance`, `state` and the rest are of search/arrays.py."""
