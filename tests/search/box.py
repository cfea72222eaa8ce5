"""The search box of a served site in Chromium: what a reader who types a query is shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page

HERE = Path(__file__).parent
TUNED, WIDER, STORIES, EARLIER, UNSEEN = (
    HERE / f"{name}.yml" for name in ("queries", "wider", "stories", "earlier", "unseen")
)
NO_ANSWER = "no-answer"

# The theme tells nobody when results are in: listen in on its worker. Also counts what it answers.
_LISTEN = """
window.Worker = class extends Worker {
  constructor(url) {
    super(url);
    window.answers = 0;
    this.addEventListener("message", ({ data }) => {
      if (data.type !== 3 || data.again) return; // an answer; and not only a better one, unasked
      window.answers += 1;
      // After the theme, which listens later than this, has shown them.
      setTimeout(() => window.answered?.(window.answers));
    });
  }
};
"""
# Type each query and collect, in the order in which readers see them, the addresses of the results.
# The page at the head of a group counts if it was found itself: before its sections if none of
# them scored higher. What is folded ("3 more on this page") counts after all that is in sight.
_ASK = """
async (queries) => {
  const box = document.querySelector(".md-search__input");
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base, location);
  const link = ".md-search-result__link";
  const score = (link) => Number(link.querySelector("[data-md-score]").dataset.mdScore);
  const address = ({ href }) => {
    const url = new URL(href);
    return url.pathname.slice(base.pathname.length) + url.hash;
  };
  const found = [];
  // The theme starts with an empty query.
  while (!window.answers) await new Promise((resolve) => setTimeout(resolve, 10));
  box.focus();
  for (const query of queries) {
    if (box.value !== query) {
      const before = window.answers;
      const answered = new Promise((resolve) => {
        window.answered = (count) => count > before && resolve();
      });
      box.value = query;
      const start = performance.now();
      box.dispatchEvent(new KeyboardEvent("keyup"));
      await answered;
      window.took = performance.now() - start;
    }
    const [shown, folded] = [[], []];
    for (const item of document.querySelectorAll(".md-search-result__item")) {
      const [head, ...sections] = item.querySelectorAll(`${link}:not(details *)`);
      const last = sections.length && score(head) < score(sections[0]);
      if (score(head) === 0) shown.push(...sections);
      else shown.push(...(last ? [...sections, head] : [head, ...sections]));
      folded.push(...item.querySelectorAll(`details ${link}`));
    }
    found.push({ shown: [...shown, ...folded].map(address), took: window.took });
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
    took: float  # milliseconds from the key to the results

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
    found = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [Query(str(each["q"]), each["class"], tuple(each["accept"])) for each in found]


def listen(page: Page) -> None:
    """To be called before the page is loaded."""
    page.add_init_script(_LISTEN)


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
