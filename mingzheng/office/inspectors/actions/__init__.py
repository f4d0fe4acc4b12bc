"""Writing: see README.md."""
