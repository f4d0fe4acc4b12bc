"""A QR code is a drawing with nothing in it but squares, and it says what it was given."""

from xml.etree import ElementTree

import segno

from mingzheng.seal import qr

ADDRESS = "HTTPS://WWW.MINGZHENG.EXAMPLE/C/K7Q29XHM4T"


def dark_modules(drawing: ElementTree.Element) -> set[tuple[int, int]]:
    """The dark squares of the drawing, by walking its pen: M and m move, h draws to the right."""
    path = drawing.find("{http://www.w3.org/2000/svg}path").get("d")
    modules, x, y = set(), 0.0, 0.0
    for step in path.replace("M", "|M").replace("m", "|m").replace("h", "|h").split("|")[1:]:
        numbers = [float(number) for number in step[1:].split()]
        if step[0] == "h":
            modules |= {(int(x) + across, int(y)) for across in range(int(numbers[0]))}
            x += numbers[0]
        else:
            x, y = (x * (step[0] == "m") + numbers[0], y * (step[0] == "m") + numbers[1])
    return modules


def test_the_drawing_is_the_code_with_its_quiet_zone():
    drawing = ElementTree.fromstring(qr.svg(ADDRESS))
    matrix = segno.make_qr(ADDRESS, error="q", boost_error=False).matrix
    dark = {(x + 4, y + 4) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert dark_modules(drawing) == dark
    assert drawing.get("viewBox") == f"0 0 {len(matrix) + 8} {len(matrix) + 8}"


def test_the_drawing_holds_no_script_and_no_link():
    drawing = ElementTree.fromstring(qr.svg(ADDRESS))
    assert {element.tag.split("}")[1] for element in drawing.iter()} == {"svg", "path"}
    assert ADDRESS not in qr.svg(ADDRESS)
