"""Names as people search for them: full pinyin and initials."""


def searchable(*names: str) -> str:
    """ "王芳" -> "wangfang wf"; several names one after another. Letters and digits stay, lower-case."""
    from pypinyin import Style, lazy_pinyin  # weighty: see tests/house

    said = []
    for name in filter(None, names):
        said.append("".join(lazy_pinyin(name)).lower())
        said.append("".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower())
    return " ".join(said)
