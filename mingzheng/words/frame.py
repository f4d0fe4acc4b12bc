"""How sure a value of a derivation is: the letters of `Step.confidence` (mingzheng/rulebook/verdict.py)."""

WORDS = {
    "confidence.S": ("公开原文可查", "Seen in public text"),
    "confidence.M": ("高度可信", "High confidence"),
    "confidence.m": ("中等可信", "Medium confidence"),
    "confidence.body": ("本机构录入", "Entered by the body"),
    "confidence.?": ("待核实", "Not confirmed"),
}
