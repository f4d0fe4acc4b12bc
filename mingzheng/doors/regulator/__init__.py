"""检查人员室: inspectors of an authority, who look at what was opened to them and change nothing."""
