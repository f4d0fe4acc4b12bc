"""Who comes in when nobody does: the log's sequencer, the followers of the record, the days that pass."""
