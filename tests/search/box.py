"""The search box of a served site in Chromium: what a reader who types a query is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from playwright.sync_api import Page

from tests import building

HERE = Path(__file__).parent
TUNED, WIDER, STORIES, EARLIER, UNSEEN, FRESH, STRANGERS, ARGUMENTS, ASKERS, PUBLIC, THREADS = (
    HERE / f"{name}.yml"
    for name in (
        *("queries", "wider", "stories", "earlier", "unseen", "fresh", "strangers", "arguments"),
        *("askers", "public", "threads"),
    )
)
# What the weights are fitted to, each by another author. The last three sets are held out of it.
FITTED = (TUNED, WIDER, STORIES, EARLIER, UNSEEN, FRESH, STRANGERS, ARGUMENTS)
HELD_OUT = (ASKERS, PUBLIC, THREADS)
# Pages whose sections have become pages below them: `x/#y` is now `x/y/`.
BECAME_PAGES = {"who-does-what/"}
# Sections that have gone into the pages that held them, and the list that has stayed a section.
GONE, STAYED = {"all-roles"}, {"marks"}
NO_ANSWER = "no-answer"

# Type each query and collect the addresses of the results, in the order in which readers see them.
# The list is busy until the whole index has answered.
_ASK = """
async (queries) => {
  const dialog = document.getElementById("search");
  const box = dialog.querySelector("[name=q]");
  const base = new URL(document.querySelector(".logo").href).pathname;
  const list = () => document.getElementById("search-list");
  const until = async (done) => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const address = ({ pathname, hash }) => pathname.slice(base.length) + hash;
  const found = [];
  if (!dialog.open) document.querySelector(".find").click();
  await until(list);
  for (const query of queries) {
    const start = performance.now();
    if (box.value !== query) {
      box.value = query;
      box.dispatchEvent(new InputEvent("input"));
    }
    await until(() => list().ariaBusy === "false");
    const took = performance.now() - start;
    found.push({ shown: [...list().children].map(address), took });
  }
  return found;
}
"""


@dataclass(frozen=True)
class Query:
    q: str
    kind: str
    accept: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What one query was shown, and the place of the first accepted result, from 1; 0 if none."""

    query: Query
    shown: tuple[str, ...]
    took: float  # milliseconds from the key to the whole of the results

    @property
    def place(self) -> int:
        places = [at for at, address in enumerate(self.shown, 1) if address in self.query.accept]
        return min(places, default=0)


@dataclass(frozen=True)
class Score:
    """Of some answers: how many, and which share has a right one first, in the first three."""

    count: int
    first: float
    three: float
    mrr: float


def queries(file: Path) -> list[Query]:
    found = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [Query(str(each["q"]), each["class"], accepted(each["accept"])) for each in found]


def accepted(addresses: list[str]) -> tuple[str, ...]:
    """The addresses of a label, and the pages that settle who does an activity among them."""
    today = list(map(current, addresses))
    return tuple(dict.fromkeys([*today, *(page for each in today for page in settling(each))]))


@cache
def _fights() -> dict[str, list[str]]:
    data = yaml.safe_load((building.ROOT / "docs/data/fights.yml").read_text(encoding="utf-8"))
    return {id: fight.get("activities", []) for id, fight in data["fights"].items()}


def settling(address: str) -> list[str]:
    """The pages of the fights over an activity: labels are older than these."""
    return [
        f"settle/{id}/"
        for id, activities in _fights().items()
        if any(address == f"who-does-what/{activity}/" for activity in activities)
    ]


def current(address: str) -> str:
    """Where the address of a label leads today."""
    page, _, section = address.partition("#")
    if section in GONE:
        return page
    if section and page in BECAME_PAGES and section not in STAYED:
        return f"{page}{section}/"
    return address


def ask(page: Page, asked: list[Query]) -> list[Answer]:
    """Type every query into the box of a loaded page, after one that waits for the whole index."""
    _, *found = page.evaluate(_ASK, ["zzyzx", *(query.q for query in asked)])
    return [
        Answer(query, tuple(each["shown"]), each["took"])
        for query, each in zip(asked, found, strict=True)
    ]


def score(answers: list[Answer]) -> Score:
    """For queries without an answer, right is to show nothing."""
    if all(answer.query.kind == NO_ANSWER for answer in answers):
        empty = sum(not answer.shown for answer in answers) / len(answers)
        return Score(len(answers), empty, empty, empty)
    places = [answer.place for answer in answers]
    return Score(
        len(answers),
        sum(place == 1 for place in places) / len(places),
        sum(0 < place <= 3 for place in places) / len(places),
        sum(1 / place for place in places if place) / len(places),
    )


def by_class(answers: list[Answer]) -> dict[str, Score]:
    """The score of every class, and of "all" that have an answer."""
    kinds = dict.fromkeys(answer.query.kind for answer in answers)
    scores = {kind: score([a for a in answers if a.query.kind == kind]) for kind in kinds}
    return {"all": score([a for a in answers if a.query.kind != NO_ANSWER]), **scores}
