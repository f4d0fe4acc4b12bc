"""Who audits whom, when: a problem in, a plan and its reasons out. See README.md of this folder."""
