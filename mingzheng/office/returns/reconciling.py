"""What was sent against what the record says today: rows missing on either side, and cells that differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mingzheng.rulebook.return_files import Layout, Row


@dataclass(frozen=True)
class Difference:
    """One difference. `column` is empty where the whole row is on one side only; then the other side is empty too."""

    key: str
    column: str
    sent: str
    record: str


def differences(layout: Layout, sent: Sequence[Row], record: Sequence[Row]) -> list[Difference]:
    """Row by row; what was filled in by hand where the record says nothing is no difference."""
    there, here = _keyed(layout, sent), _keyed(layout, record)
    found = []
    for key in dict.fromkeys([*there, *here]):
        if key not in here:
            found.append(Difference(" ".join(key), "", "1", ""))
        elif key not in there:
            found.append(Difference(" ".join(key), "", "", "1"))
        else:
            found += [
                Difference(" ".join(key), column.name, was, now)
                for column in layout.columns
                if (now := here[key].get(column.name, "")) and (was := there[key].get(column.name, "")) != now
            ]
    return found


def _keyed(layout: Layout, rows: Sequence[Row]) -> Mapping[tuple[str, ...], Row]:
    return {tuple(row.get(name, "") for name in layout.once): row for row in rows}
