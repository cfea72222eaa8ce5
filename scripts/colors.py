"""Contrast, as the Web Content Accessibility Guidelines measure it."""

from __future__ import annotations

LEAST = 4.5  # of text to the paper it stands on
# What accents stand on, by scheme; a test holds it against the stylesheet.
PAPERS = {"light": ("#ffffff", "#f3f5f2"), "dark": ("#121714", "#1c231f")}


def rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white."""
    first, second = sorted(map(_luminance, (one, other)))
    return (second + 0.05) / (first + 0.05)


def least_contrast(color: str, scheme: str) -> float:
    """The contrast to that paper of a scheme from which the color stands out least."""
    return min(contrast(color, paper) for paper in PAPERS[scheme])


def readable(color: str, scheme: str) -> str:
    """The nearest color of the same hue that can be read on a scheme's papers."""
    end = 0 if scheme == "light" else 255
    for step in range(101):
        mixed = [round(part + (end - part) * step / 100) for part in rgb(color)]
        found = "#" + "".join(f"{part:02x}" for part in mixed)
        if least_contrast(found, scheme) >= LEAST:
            break
    return found


def _luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in rgb(color))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
