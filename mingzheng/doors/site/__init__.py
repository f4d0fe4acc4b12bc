"""The public folder: pages, credentials, lists and the log as files, for whoever serves files. Made anew at any time."""
