"""The search: the problem in arrays, a first plan, and its improvement by compiled annealing. Needs numba and numpy."""
