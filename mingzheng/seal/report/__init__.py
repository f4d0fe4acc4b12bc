"""The yearly report as a document in one language: plain data, and what it becomes on paper."""
