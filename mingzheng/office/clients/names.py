"""How a client is found: by its name, an earlier name, pinyin in full, or pinyin initials."""

import re
import unicodedata
from collections.abc import Iterable


def plain(text: str) -> str:
    """`text` as it is compared: half width, small letters, without spaces and brackets."""
    return re.sub(r"[\s()（）\[\]【】·.,，。-]", "", unicodedata.normalize("NFKC", text)).lower()


def spelled(names: Iterable[str]) -> str:
    """What a client with these names is found by: each name plain, in pinyin and as initials (cqcayh)."""
    from pypinyin import Style, lazy_pinyin  # weighty: see tests/house

    found = []
    for name in filter(None, map(plain, names)):
        initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
        found += [name, "".join(lazy_pinyin(name)), initials]
    return " ".join(dict.fromkeys(found))
