"""What `publish` makes of a built site: each step on its own, then all of them on the real site."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from scripts.model import Change, Comparison, Revision
from scripts.problems import DataError
from scripts.publish import feed, lean, previews, tooltips
from scripts.publish.main import publish
from scripts.publish.site import BuiltSite
from tests import building

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://example.org/"


# Tooltips


def test_a_definition_is_marked_once_a_section() -> None:
    pm = '<abbr title="Product manager">PM</abbr>'
    po = '<abbr title="Product owner">PO</abbr>'
    page = f"<h1>A {pm}</h1><p>{pm} {po} {pm}</p><h2>B</h2><p>{pm} {pm}</p>"
    assert tooltips.dedupe(page) == f"<h1>A PM</h1><p>{pm} {po} PM</p><h2>B</h2><p>{pm} PM</p>"


def test_a_definition_is_not_marked_where_it_is_given() -> None:
    raci = '<abbr title="Responsible, …">RACI</abbr>'
    for heading in (raci, f"Letters ({raci})"):
        page = f'<h2 id="a">{heading}<a href="#a">#</a></h2><p>{raci}</p><h2>B</h2><p>{raci}</p>'
        assert tooltips.dedupe(page).count(raci) == 1


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ('<a href="x">', "</a>"),
        ("<h3>", "</h3>"),
        ("<caption>", "</caption>"),
        ("<figcaption>", "</figcaption>"),
        ("<summary>", "</summary>"),
        ("<button type=button>", "</button>"),
        ("<label>", "</label>"),
    ],
)
def test_no_tooltip_where_it_would_be_in_the_way(start: str, end: str) -> None:
    page = f'{start}a <b>b <abbr title="x > y">c</abbr></b>{end}<p><abbr title="x > y">c</abbr></p>'
    kept = f'{start}a <b>b c</b>{end}<p><abbr title="x > y">c</abbr></p>'
    assert tooltips.dedupe(page) == kept


def test_what_only_looks_like_a_tooltip_is_left_alone() -> None:
    page = '<script>"<abbr title=a>b</abbr>"</script><!-- <abbr title="a">b</abbr> -->'
    page += '<p><abbr title="a">b</abbr></p><abbr>c</abbr>'
    assert tooltips.dedupe(page) == page


_text = st.text(st.sampled_from("ab <>&\"'\n"), max_size=8).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
)
_abbr = st.builds('<abbr title="{}">{}</abbr>'.format, _text, _text)
_inline = st.lists(_text | _abbr, max_size=5).map("".join)
_wrapped = st.builds(
    lambda tag, inside: f"<{tag}>{inside}</{tag.split()[0]}>",
    st.sampled_from(["a href='x>y'", "h2", "p", "summary", "em", "pre"]),
    _inline,
)


@given(st.lists(_wrapped | _inline, max_size=8).map("".join))
def test_the_visible_text_stays_the_same(body: str) -> None:
    page = f"<html><body><div>{body}</div></body></html>"
    before, after = (html.document_fromstring(text) for text in (page, tooltips.dedupe(page)))
    assert after.text_content() == before.text_content()
    assert {element.tag for element in before.iter()} - {
        element.tag for element in after.iter()
    } <= {"abbr"}
    assert tooltips.dedupe(tooltips.dedupe(page)) == tooltips.dedupe(page)


def test_squeezed_pages_keep_white_space_that_counts() -> None:
    page = "<p>a\n\n   b</p>\n\n<pre>\n  c\n\n  d</pre>\n  <script>\n  e\n</script>"
    assert lean.minify(page) == "<p>a\nb</p>\n<pre>\n  c\n\n  d</pre>\n<script>\n  e\n</script>"


def test_browsers_read_the_same_page_without_breaks_and_ends_that_mean_nothing() -> None:
    rows = "<tr><th>A</th>\n<td>b <em>c</em>\nd</td>\n</tr>\n<tr><td>e</td></tr>\n"
    items = "<li>f\n<ul>\n<li>g</li>\n<li>h</li>\n</ul>\n</li>\n<li>i</li> \n<li>j</li>"
    body = (
        f"<table>\n<thead>\n{rows}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        f"<ul>\n{items}</ul>\n<p>k</p>\n<pre>\nl</li>\n</pre>\n<b>m</b>\n<b>n</b>\n"
    )
    page = f"<html>\n<head>\n<title>T</title>\n</head>\n<body>\n{body}</body>\n</html>\n"
    squeezed = lean.squeeze(page)
    assert "</td>" not in squeezed and "</b>\n<b>" in squeezed and len(squeezed) < 0.8 * len(page)

    def shown(text: str) -> list[tuple[object, str]]:
        elements = list(html.document_fromstring(text).iter())
        return [(each.tag, "".join(each.text_content().split())) for each in elements]

    assert shown(squeezed) == shown(page)


def test_few_tooltips_are_left(built: BuiltSite) -> None:
    for page in built.pages:
        for quiet in (
            "a",
            "h1",
            "h2",
            "h3",
            "summary",
            "caption",
        ):
            assert not page.main.xpath(f".//{quiet}//abbr"), page.url


# Pictures


def test_every_page_has_a_picture_of_its_own(built: BuiltSite) -> None:
    seen: dict[bytes, str] = {}
    for page in built.pages:
        assert page.meta("og:image") == page.canonical + previews.FILE
        data = (page.file.parent / previews.FILE).read_bytes()
        with Image.open(page.file.parent / previews.FILE) as picture:
            assert picture.size == (1200, 630)
        assert len(data) < 100_000
        assert data not in seen, (page.url, seen[data])
        seen[data] = page.url


def test_a_picture_holds_every_word_it_should() -> None:
    words = previews.Words(("Technical program manager", "Product marketing manager"))
    lines = [line.text for line in previews._lines(words)]
    assert lines == ["Technical program manager", "vs.", "Product marketing manager"]
    told = previews.Words(("Focus",), "word " * 30)
    assert " ".join(line.text for line in previews._lines(told)) == f"Focus {'word ' * 30}".strip()
    long = previews.Words(("Ünï – " + "long " * 40,), "word " * 300)
    assert all(line.text.isascii() for line in previews._lines(long))


ICONS = (("apple-touch-icon.png", 180), ("favicon.ico", 32))


def icon(site: Path, name: str) -> Image.Image:
    with Image.open(site / name) as picture:
        return picture.convert("RGBA")


@pytest.mark.parametrize(("name", "size"), ICONS)
def test_the_icon_is_there_for_whoever_shows_no_svg(site: Path, name: str, size: int) -> None:
    assert icon(site, name).size == (size, size)


@pytest.mark.content  # its shapes are the logo of the reference
@pytest.mark.parametrize(("name", "size"), ICONS)
def test_the_icon_is_drawn_from_the_logo(site: Path, name: str, size: int) -> None:
    green, white, light = (20, 83, 45, 255), (255, 255, 255, 255), (134, 239, 172, 255)
    drawn = icon(site, name)
    at = {"left": (0.3, 0.3), "right": (0.72, 0.3), "middle": (0.5, 0.5)}
    seen = {key: drawn.getpixel((int(x * size), int(y * size))) for key, (x, y) in at.items()}
    assert (seen["left"], seen["right"], seen["middle"]) == (white, light, green)
    assert drawn.getpixel((0, 0)) == (green if size == 180 else (0, 0, 0, 0))


# Feed and search box


def test_the_feed_is_atom(site: Path, told: Comparison) -> None:
    root = ET.fromstring((site / feed.FEED).read_text(encoding="utf-8"))
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert element.findtext(ATOM + name)
        assert re.search(r"T(00|12):\d\d:\d\dZ$", str(element.findtext(f"{ATOM}updated")))
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    links = {link.get("rel", "alternate"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{HOME}changes.atom", "alternate": f"{HOME}changes/"}
    times = [each.findtext(f"{ATOM}updated") for each in root.findall(f"{ATOM}entry")]
    assert len(set(times)) == len(times) == len([*feed._revisions(told, HOME), *told.changes])


def test_finders_that_compare_exactly_find_the_feed(built: BuiltSite) -> None:
    found = "//link[@rel='alternate'][@type='application/atom+xml']/@href"
    assert [page.url for page in built.pages if len(page.tree.xpath(found)) != 1] == []


def entries(told: Comparison, ids: frozenset[str] = frozenset()) -> list[dict[str, str]]:
    """What the feed says of each change."""
    root = ET.fromstring(feed.feed(told, HOME, "N", ids))
    assert root.findtext(f"{ATOM}updated") == root.findtext(f"{ATOM}entry/{ATOM}updated")
    return [
        {each.tag.removeprefix(ATOM): each.get("href") or each.text or "" for each in entry}
        for entry in root.iter(f"{ATOM}entry")
    ]


def test_a_new_change_leaves_old_entries_alone(told: Comparison) -> None:
    new = Change(date=told.changed, says="A second <change> & of the same day.")
    dimension, role = next(iter(told.dimensions)), next(iter(told.roles))
    of = f"dimensions/{dimension}/{role}"
    revised = Revision(date=told.changed, of=of, what="claim", was="Before.", now="After.")
    told = told.model_copy(update={"revisions": (revised, *told.revisions)})
    more = told.model_copy(update={"changes": (new, *told.changes)})
    before, after = entries(told), entries(more)
    (added,) = [entry for entry in after if entry["content"] == new.says]
    assert [entry for entry in after if entry != added] == before
    for name in ("id", "updated"):
        assert len({entry[name] for entry in after}) == len(after)
    assert [entry["updated"] for entry in after] == sorted(
        (entry["updated"] for entry in after), reverse=True
    )


def test_entries_lead_to_their_own_place(told: Comparison) -> None:
    (day,) = {change.date.isoformat() for change in told.changes[:1]}
    number = sum(change.date.isoformat() == day for change in told.changes)
    anchor = f"{day}-{number}"
    told = told.model_copy(update={"revisions": ()})  # they lead to what they are about
    assert entries(told)[0]["link"] == f"{HOME}changes/"
    assert entries(told, frozenset({anchor}))[0]["link"] == f"{HOME}changes/#{anchor}"


def test_the_search_box_description(site: Path) -> None:
    root = ET.fromstring((site / feed.SEARCH).read_text(encoding="utf-8"))
    found = {element.tag.rpartition("}")[2]: element for element in root}
    assert 0 < len(found["ShortName"].text or "") <= 16
    assert len(found["LongName"].text or "") <= 48
    assert found["Url"].get("template") == f"{HOME}?q={{searchTerms}}"
    assert (site / urlsplit(found["Image"].text or "").path[1:]).is_file()


# All of it


def test_a_published_site_is_not_published_again(site: Path, told: Comparison) -> None:
    before = {file: file.stat().st_mtime_ns for file in site.rglob("*")}
    with pytest.raises(DataError, match="is published already; build it anew first"):
        publish(told, building.ROOT, site, {})
    assert {file: file.stat().st_mtime_ns for file in site.rglob("*")} == before


def test_no_built_site_is_a_message(tmp_path: Path, told: Comparison) -> None:
    with pytest.raises(DataError, match="holds no built site; run 'make build'"):
        publish(told, building.ROOT, tmp_path, {})
