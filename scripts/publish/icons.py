"""The icon as pictures, for browsers and phones that show no SVG as one: drawn from the SVG.

Under the names at the root of the site where they look unasked.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from lxml import etree
from PIL import Image, ImageDraw, ImageFont

from scripts.model import Edition
from scripts.publish.site import BuiltSite

SOURCE = "assets/favicon.svg"
TOUCH = "apple-touch-icon.png"  # 180 px, the corners cut by the phone
ICON = "favicon.ico"  # 32 px
FINE = 4  # drawn so many times as large, then made smaller: edges come out smooth

_STEP = re.compile(r"([MmhvHVz])([^MmhvHVz]*)")
Point = tuple[float, float]


def draw(site: BuiltSite, edition: Edition) -> None:
    """Write both, where the site has an icon; an initial stands for one of other shapes."""
    source = site.root / SOURCE
    if not source.is_file():
        return
    svg = source.read_bytes()
    for name, size, kind in ((TOUCH, 180, "PNG"), (ICON, 32, "ICO")):
        site.write(name, _file(logo(svg, edition, size, whole=name == TOUCH), kind))


def logo(svg: bytes, edition: Edition, size: int, whole: bool = False) -> Image.Image:
    """The logo as a picture; an initial in its place where it is of other shapes."""
    return picture(svg, size, whole) if _is_plain(svg) else _initial(edition, size, whole)


def _is_plain(svg: bytes) -> bool:
    """Whether an SVG is of rectangles from its corner and straight paths, and nothing else."""
    root = etree.fromstring(svg)
    names = {etree.QName(shape).localname for shape in root.iter("{*}*")} - {"svg"}
    paths = "".join(shape.get("d", "") for shape in root.iter("{*}path"))
    corner = all(
        shape.get("x", "0") == shape.get("y", "0") == "0" for shape in root.iter("{*}rect")
    )
    known = re.fullmatch(r"[MmhvHVz\d\s.,-]*", paths) and not root.xpath("//@transform | //@style")
    return bool(names <= {"rect", "path"} and corner and known and root.get("viewBox"))


def _initial(edition: Edition, size: int, whole: bool) -> Image.Image:
    """The first letter of the name on the accent color."""
    large = size * FINE
    image = Image.new("RGBA", (large, large))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle(
        (0, 0, large - 1, large - 1), 0 if whole else large / 5, edition.accent.light
    )
    font = ImageFont.load_default(large * 0.7)
    pen.text((large / 2, large / 2), edition.short_name[0].upper(), "#fff", font, anchor="mm")
    return image.resize((size, size), Image.Resampling.BOX)


def picture(svg: bytes, size: int, whole: bool) -> Image.Image:
    """The SVG of rectangles and straight paths in `size` pixels; `whole` up to its corners."""
    root = etree.fromstring(svg)
    scale = size * FINE / float(root.get("viewBox", "").split()[2])
    image = Image.new("RGBA", (size * FINE, size * FINE))
    pen = ImageDraw.Draw(image)
    for shape in root:
        fill, stroke = shape.get("fill"), shape.get("stroke")
        if etree.QName(shape).localname == "rect":
            names = ("width", "height", "rx")
            wide, high, cut = (scale * float(shape.get(name, 0)) for name in names)
            pen.rounded_rectangle((0, 0, wide - 1, high - 1), 0 if whole else cut, fill)
            continue
        for line in _lines(shape.get("d", "")):
            points = [(x * scale, y * scale) for x, y in line]
            if stroke:
                pen.line(points, stroke, round(float(shape.get("stroke-width", 1)) * scale))
            else:
                pen.polygon(points, fill)
    return image.resize((size, size), Image.Resampling.BOX)


def _lines(path: str) -> Iterator[list[Point]]:
    """The points of each stroke of a path of straight lines along the axes."""
    x = y = 0.0
    line: list[Point] = []
    for command, numbers in _STEP.findall(path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        match command:
            case "M" | "m":
                if line:
                    yield line
                x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
                line = []
            case "h" | "H":
                x = values[0] + (x if command == "h" else 0)
            case "v" | "V":
                y = values[0] + (y if command == "v" else 0)
        line.append((x, y))
    yield line


def _file(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()
