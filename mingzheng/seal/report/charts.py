"""Charts of the yearly report as SVG: drawn from numbers alone, with the numbers written on them."""

from collections.abc import Callable, Sequence
from html import escape

INK, PALE, GREY, RULE = "#1f3a5f", "#b9c7d8", "#5b6775", "#d5dde6"
TINT, EMPTY = "#c9d7e7", "#f4f6f9"
SCALE_COLOURS = ("#8a94a0", "#c3362b", "#dd8b83", "#d9b86a", "#7f9fc4", "#1f3a5f")
FONT = "Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif"
WIDTH, DARK = 660, 125  # of 255


def months(name: str, series: Sequence[tuple[str, Sequence[float]]], labels: Sequence[str]) -> str:
    """Bars side by side for each month; the last series is the one that is told, those before it stand pale."""
    height, base, top = 220, 176, 34
    most = max([1.0, *(value for _, values in series for value in values)])
    step = (WIDTH - 40) / len(labels)
    bar = min(20.0, (step - 10) / len(series))
    drawn = [_line(30, base, WIDTH - 10, base)]
    for n, label in enumerate(labels):
        middle = 30 + step * (n + 0.5)
        drawn.append(_text(middle, base + 16, label, size=11, anchor="middle", fill=GREY))
        for k, (_, values) in enumerate(series):
            tall = (base - top) * values[n] / most
            x, last = middle - bar * len(series) / 2 + bar * k, k == len(series) - 1
            drawn.append(_rect(x, base - tall, bar - 2, tall, INK if last else PALE))
            if last:
                drawn.append(
                    _text(
                        x + (bar - 2) / 2, base - tall - 4, _n(values[n]), size=10, anchor="middle", fill=INK
                    )
                )
    keys = [(title, INK if k == len(series) - 1 else PALE) for k, (title, _) in enumerate(series)]
    return _svg(name, height, [*drawn, *_legend(keys, height - 10)])


def bars(name: str, rows: Sequence[tuple[str, float, float | None]], keys: tuple[str, str]) -> str:
    """A bar for each row, that of the year before pale below it where it is known."""
    left, gap = 150, 38
    height = gap * len(rows) + 34
    most = max([1.0, *(value for _, *values in rows for value in values if value)])
    drawn = []
    for n, (label, value, before) in enumerate(rows):
        y = 10 + gap * n
        drawn.append(_text(left - 10, y + 15, label, size=12, anchor="end"))
        for k, (one, colour) in enumerate(((value, INK), (before, PALE))):
            if one is not None:
                wide = (WIDTH - left - 60) * one / most
                drawn.append(_rect(left, y + k * 13, wide, 11, colour))
                drawn.append(
                    _text(left + wide + 6, y + k * 13 + 10, _n(one), size=10, fill=INK if k == 0 else GREY)
                )
    known = [(keys[0], INK), (keys[1], PALE)] if any(b is not None for *_, b in rows) else [(keys[0], INK)]
    return _svg(name, height, [*drawn, *_legend(known, height - 8)])


def spread(name: str, parts: Sequence[tuple[str, float]]) -> str:
    """One bar cut into the parts of a whole, the numbers below; each part is numbered, so that it is read in grey too."""
    whole = sum(value for _, value in parts) or 1
    lines = -(-len(parts) // 2)
    height, x = 46 + 22 * lines, 0.0
    drawn = []
    colours = SCALE_COLOURS[-len(parts) :] if len(parts) <= len(SCALE_COLOURS) else SCALE_COLOURS * len(parts)
    for n, ((label, value), colour) in enumerate(zip(parts, colours, strict=False)):
        wide = WIDTH * value / whole
        if value:
            drawn.append(_rect(x, 6, max(wide - 1.5, 0.5), 26, colour))
        if wide > 14:
            drawn.append(_text(x + wide / 2, 23, str(n + 1), size=11, anchor="middle", fill=_on(colour)))
        x += wide
        place, y = (0, WIDTH / 2)[n % 2], 54 + 22 * (n // 2)
        drawn.append(_rect(place, y - 11, 15, 15, colour))
        drawn.append(_text(place + 7.5, y, str(n + 1), size=10.5, anchor="middle", fill=_on(colour)))
        drawn.append(_text(place + 21, y, f"{label}  {_n(value)} ({100 * value / whole:.1f}%)", size=11.5))
    return _svg(name, height, drawn)


def matrix(
    name: str,
    axes: Sequence[str],
    points: Sequence[tuple[str, int, int]],
    tinted: Callable[[int, int], bool],
    key: str,
    steps: int = 5,
) -> str:
    """A square of `steps` by `steps`: each point, called by its code, lies in the cell of its two weights; `axes` name them, `key` says what
    the tinted cells are.

    A row is as tall as what lies in it: no point is left out.
    """
    left, top, wide = 46, 8, 120
    cells: dict[tuple[int, int], list[str]] = {}
    for code, across, up in points:
        cells.setdefault((across, up), []).append(code)
    drawn, base = [], top
    for up in range(steps, 0, -1):
        row = [sorted(cells.get((across, up), ())) for across in range(1, steps + 1)]
        tall = max(46, 12 + 14 * max(-(-len(codes) // 3) for codes in row))
        for across, codes in enumerate(row, 1):
            x = left + wide * (across - 1)
            drawn.append(_rect(x, base, wide - 1, tall - 1, TINT if tinted(across, up) else EMPTY))
            for n, code in enumerate(codes):
                drawn.append(
                    _text(x + 6 + 38 * (n % 3), base + 14 + 14 * (n // 3), code, size=10.5, fill=INK)
                )
        drawn.append(_text(left - 8, base + tall / 2 + 4, str(up), size=10.5, anchor="end", fill=GREY))
        base += tall
    for n in range(1, steps + 1):
        drawn.append(_text(left + wide * (n - 0.5), base + 15, str(n), size=10.5, anchor="middle", fill=GREY))
    middle = (top + base) / 2
    drawn.append(_text(left + wide * steps / 2, base + 33, axes[0], size=11.5, anchor="middle", fill=GREY))
    turned = _text(14, middle + 4, axes[1], size=11.5, anchor="middle", fill=GREY)
    drawn.append(f'<g transform="rotate(-90 14 {middle:g})">{turned}</g>')
    return _svg(name, base + 62, [*drawn, *_legend([(key, TINT)], base + 56)])


def _on(colour: str) -> str:
    """What is read on a colour: white on a dark one, ink on a light one."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#ffffff" if 0.3 * red + 0.59 * green + 0.11 * blue < DARK else INK


def _n(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _svg(name: str, height: float, drawn: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}" '
        f'role="img" font-family="{FONT}" font-weight="500"><title>{escape(name)}</title>{"".join(drawn)}</svg>'
    )


def _rect(x: float, y: float, wide: float, tall: float, fill: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{fill}"/>'


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{RULE}" stroke-width="1"/>'


def _text(x: float, y: float, said: str, *, size: float, anchor: str = "start", fill: str = "#1b222b") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" fill="{fill}">{escape(said)}</text>'


def _legend(keys: Sequence[tuple[str, str]], y: float) -> list[str]:
    drawn, x = [], 30.0
    for title, colour in keys:
        drawn += [_rect(x, y - 9, 11, 11, colour), _text(x + 17, y, title, size=11, fill=GREY)]
        x += 36 + 12 * len(title)
    return drawn
