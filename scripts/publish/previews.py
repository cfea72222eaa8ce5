"""The picture that a link to a page unfolds to: 1200 × 630, one a page, from its own words.

Readable at the size of a thumbnail, so one or two names fill it. Drawn with the font that Pillow
brings along: no file, no network, the same pixels everywhere.
"""

from __future__ import annotations

import io
import unicodedata
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import PIL
from PIL import Image, ImageDraw, ImageFont

from scripts import addresses, colors
from scripts.model import Comparison
from scripts.publish import icons
from scripts.publish.cache import kept
from scripts.publish.site import BuiltPage, BuiltSite

FILE = "preview.png"
WIDTH, HEIGHT = 1200, 630
LEFT, RIGHT, FOOT = 90, WIDTH - 70, 516  # the foot is where the name of the site begins
NAME_SIZES, BELOW_SIZES = (120, 108, 96, 84, 78, 66), (46, 42, 38)
PAPER, INK = (0xFD, 0xFD, 0xFB), (0x17, 0x21, 0x1B)

# One byte a pixel: from 0, paper, to 238, ink, in even steps, so that drawing in the palette's
# numbers blends as drawing in colors would; the accent and the colors of the logo follow, reached
# by no blend.
_INK, _GRAY, _ACCENT, _LOGO, _LOGO_COLORS = 238, 155, 239, 240, 16
_LOGO_SIZE = 72
_PALETTE = [
    round(paper + (ink - paper) * step / _INK)
    for step in range(_INK + 1)
    for paper, ink in zip(PAPER, INK, strict=True)
]

# Characters that the font lacks and an accent's removal does not mend.
_FOLD = str.maketrans({"–": "-", "—": "-", "\N{NON-BREAKING HYPHEN}": "-", "×": "x"})
_Font = ImageFont.FreeTypeFont


class Words(NamedTuple):
    """What a picture says: one name or two to tell apart, in large type, and what explains it."""

    names: tuple[str, ...]
    below: str = ""


class _Line(NamedTuple):
    """A line of type, and the gap above it."""

    text: str
    size: int
    fill: int = _INK
    bold: bool = False
    gap: int = 0

    @property
    def height(self) -> int:
        return self.gap + round(self.size * 1.16)


def draw(comparison: Comparison, site: BuiltSite) -> None:
    """Put `preview.png` beside every page."""
    known = _words(comparison)
    accent = comparison.edition.accent.light
    blank = cache(
        lambda: _blank(site.name, accent, icons.logo(svg, comparison.edition, _LOGO_SIZE))
    )
    svg = (site.root / icons.SOURCE).read_bytes()
    own = (site.name + accent).encode() + svg
    drawing = PIL.__version__.encode() + Path(__file__).read_bytes() + own
    for page in site.pages:
        words = known.get(page.url) or _titled(page)

        def picture(words: Words = words) -> bytes:
            return _png(_picture(blank(), words))

        site.write(page.url + FILE, kept(drawing + repr(words).encode(), picture))


def _words(data: Comparison) -> dict[str, Words]:
    """What to say on the pages whose name comes from the data."""
    return {
        **{
            addresses.url(addresses.dimension_page(id)): Words((each.name,), each.question)
            for id, each in data.dimensions.items()
        },
        **{
            addresses.url(addresses.role_page(id)): Words((role.name,), role.summary)
            for id, role in data.roles.items()
        },
        **{
            addresses.url(addresses.pair_page(id)): Words(
                (data.roles[pair.roles[0]].name, data.roles[pair.roles[1]].name)
            )
            for id, pair in data.pairs.items()
        },
    }


def _titled(page: BuiltPage) -> Words:
    """A title up to its colon, or its question, is the name; the rest explains."""
    name, _, below = page.title.replace("? ", "?: ").partition(": ")
    return Words((name,), below[:1].upper() + below[1:] if below else page.meta("description"))


def _blank(name: str, accent: str, logo: Image.Image) -> Image.Image:
    """What all pictures share: paper, a bar at the edge, the site's logo and name at the foot."""
    ground = Image.new("RGB", logo.size, PAPER)
    ground.paste(logo, mask=logo.getchannel("A"))
    mark = ground.quantize(_LOGO_COLORS)
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    own = (mark.getpalette() or [])[: 3 * _LOGO_COLORS]
    image.putpalette([*_PALETTE, *colors.rgb(accent), *own])
    image.paste(mark.point(lambda color: color + _LOGO), (LEFT, FOOT + 22))
    pen = _pen(image)
    pen.rectangle((0, 0, 27, HEIGHT), fill=_ACCENT)
    pen.rectangle((LEFT, FOOT, LEFT + 72, FOOT + 5), fill=_ACCENT)
    start = (LEFT + _LOGO_SIZE + 20, FOOT + 22 + _LOGO_SIZE // 2)
    pen.text(start, _drawable(name), font=_font(32), fill=_INK, stroke_width=0.4, anchor="lm")
    return image


def _picture(blank: Image.Image, words: Words) -> Image.Image:
    image = blank.copy()
    pen = _pen(image)
    lines = _lines(words)
    # In the middle of what the foot leaves free.
    top = (FOOT - sum(line.height for line in lines)) / 2 + 4
    for line in lines:
        stroke = line.size / 80 if line.bold else 0
        place = (LEFT, top + line.gap)
        pen.text(place, line.text, font=_font(line.size), fill=line.fill, stroke_width=stroke)
        top += line.height
    return image


def _lines(words: Words) -> list[_Line]:
    """The words at the largest sizes that leave room for all; else without the explanation."""
    for size, small in product(NAME_SIZES, BELOW_SIZES):
        lines = _set(words, size, small)
        if lines:
            return lines
    return _lines(words._replace(below="")) if words.below else _broken(words, NAME_SIZES[-1])


def _set(words: Words, size: int, small: int) -> list[_Line]:
    """The words at two sizes; nothing if they take more room than there is."""
    lines = _broken(words, size)
    if len(words.names) > 1 and len(lines) > 3:
        return []  # each of two names on a line of its own, so that one sees that there are two
    if words.below:
        gap = 32
        for text in _wrap(_drawable(words.below), small):
            lines.append(_Line(text, small, gap=gap))
            gap = 8
    return lines if sum(line.height for line in lines) <= FOOT - 110 else []


def _broken(words: Words, size: int) -> list[_Line]:
    """The names as lines of one size, "vs." between two."""
    first, *rest = words.names
    lines = [_Line(text, size, bold=True) for text in _wrap(_drawable(first), size)]
    for name in rest:
        lines.append(_Line("vs.", 56, _GRAY, gap=18))
        broken = _wrap(_drawable(name), size)
        lines += [_Line(text, size, bold=True, gap=14) for text in broken]
    return lines


def _pen(image: Image.Image) -> ImageDraw.ImageDraw:
    pen = ImageDraw.Draw(image)
    pen.fontmode = "L"  # smooth edges; Pillow's own choice for a palette is hard ones
    return pen


@cache
def _wrap(text: str, size: int) -> tuple[str, ...]:
    """The text in lines that fit the width."""
    lines: list[str] = []
    room = 0.0
    for word in text.split():
        needed = _width(word, size)
        if not lines or room < needed:
            lines.append(word)
            room = RIGHT - LEFT - needed
        else:
            lines[-1] += " " + word
            room -= needed
        room -= _width(" ", size)
    return tuple(lines)


@cache
def _width(text: str, size: int) -> float:
    """Of a word or a space: these come again and again, lines do not."""
    return _font(size).getlength(text)


def _drawable(text: str) -> str:
    """The text in characters that the font has."""
    parts = unicodedata.normalize("NFKD", text.translate(_FOLD))
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def _font(size: int) -> _Font:
    font = ImageFont.load_default(size)
    if not isinstance(font, _Font):
        raise RuntimeError("Pillow was built without FreeType; install its wheel from PyPI")
    return font


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    # Run lengths suit flat areas: as small as deflate's best here, in a tenth of the time.
    image.save(out, "PNG", compress_type=3)
    return out.getvalue()
