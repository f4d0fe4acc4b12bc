"""A body moves in with the registers it has: sheets of clients, certificates and auditors, however dirty.

Each row is taken, mended (saying how) or refused (saying row, column and why); nothing is guessed silently. The
terminal and the staff's door read sheets here and hand clean rows to an action.
"""
