"""How cheap a plan can at best be: a lower bound proven by Lagrangian relaxation. See docs/decisions for the argument."""
