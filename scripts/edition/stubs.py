"""What a new entry consists of: lines of data, text of pages, and what is left to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from scripts import regions
from scripts.addresses import lower
from scripts.model import Cell, Comparison
from scripts.page_rules.stubs import STUB, STUB_DAY, STUB_SOURCE
from scripts.render.text import article
from scripts.yaml_text import scalar

SOURCES = f"sources: [{{id: {STUB_SOURCE}}}]"


@dataclass(frozen=True)
class Asked:
    """The entry that is asked for."""

    id: str
    name: str
    group: str = ""  # of an activity
    activity: str = ""  # that a fight is over


def _write(what: str) -> str:
    return scalar(f"{STUB} {what}")


def role(data: Comparison, asked: Asked) -> str:
    who = article(asked.name)
    return f"""{asked.id}:
  name: {scalar(asked.name)}
  plural: {scalar(plural(asked.name))}
  summary: {_write(f"say in one sentence what {who} answers for")}
  not: {_write(f"say what {who} does not do, and who does")}
  horizon: {{from: sprint, to: quarter}}
  breadth: {{from: team, to: team}}
  circle:
    daily: []
    often: []
    rarely: []
  {SOURCES}"""


def cell(name: str, beside: Iterable[Cell] = ()) -> str:
    """The cell of a role; with a next step where the cells beside it have one."""
    claim = f"claim: {_write(f'say what holds for {article(name)}')}\n"
    if any(each.advice or each.say for each in beside):
        claim += f"advice: {_write('say what to do next')}\n"
    return claim + SOURCES


def dimension(data: Comparison, asked: Asked) -> str:
    cells = "".join(
        f"    {id}:\n" + "".join(f"      {line}\n" for line in cell(each.name).split("\n"))
        for id, each in data.roles.items()
    )
    return f"""{asked.id}:
  name: {scalar(asked.name)}
  question: {_write("ask what this dimension answers for every role")}
  reviewed: '{STUB_DAY}'
  cells:
{cells}"""


def activity(data: Comparison, asked: Asked) -> str:
    return f"""{asked.id}:
  name: {scalar(asked.name)}
  group: {asked.group}
  answer: {_write("say who has the last word, and what is left to the others")}
  example: {_write("show it in two sentences, without a real company")}
  witnesses:
    - says: {_write("say what a source says, and add the key lead with who leads by it")}
      {SOURCES}"""


def pair(data: Comparison, asked: Asked) -> str:
    roles = asked.id.split("-vs-")
    return f"""{asked.id}:
  roles: [{", ".join(roles)}]
  difference: {_write("say the difference in two or three sentences")}
  {SOURCES}"""


def combination(data: Comparison, asked: Asked) -> str:
    roles = asked.id.split("-and-")
    return f"""{asked.id}:
  roles: [{", ".join(roles)}]
  verdict: {_write("say when one person can hold both")}
  conflict: {_write("say which interests collide in that person")}
  witnesses:
    - rating: with-care
      says: {_write("say what a source says, and rate it works, with-care or avoid")}
      {SOURCES}"""


def question(data: Comparison, asked: Asked) -> str:
    return f"""{asked.id}:
  name: {scalar(asked.name)}
  topic: own
  answer: {_write("answer in two sentences, the first of which suffices")}
  depends:
    - when: {_write("say in which case")}
      then: {_write("say what holds then")}
  advice: {_write("say what to do next")}
  {SOURCES}
  see: [{next(iter(data.roles))}]"""


def term(data: Comparison, asked: Asked) -> str:
    return f"""{asked.id}:
  term: {scalar(asked.name)}
  says: {_write("say what the word means, and whose word it is")}
  {SOURCES}"""


def title(data: Comparison, asked: Asked) -> str:
    return f"""{asked.id}:
  name: {scalar(asked.name)}
  says: {_write("say what people of this title do")}
  {SOURCES}"""


def source(data: Comparison, asked: Asked) -> str:
    return f"""{asked.id}:
  title: {scalar(asked.name)}
  short: {scalar(asked.name[:48])}
  author: {_write("name who wrote it")}
  publisher: {_write("name who published it")}
  year: {_write("give the year, or n.d.")}
  seen: 2000-01
  kind: practitioner"""


def fight(data: Comparison, asked: Asked) -> str:
    roles = ", ".join(list(data.roles)[:2])
    return f"""{asked.id}:
  name: {scalar(asked.name)}
  roles: [{roles}]
  answer: {_write("say who has the last word")}
  heard: {_write("say who must be asked first")}
  stuck: {_write("say where it goes when the two do not agree")}
  monday: {_write("say what to do on Monday")}
  say: {_write("give a sentence to say")}
  activities: [{asked.activity}]"""


DATA: dict[str, Callable[[Comparison, Asked], str]] = {
    "roles": role,
    "dimensions": dimension,
    "activities": activity,
    "pairs": pair,
    "combinations": combination,
    "questions": question,
    "glossary": term,
    "titles": title,
    "sources": source,
    "fights": fight,
}

PLACEHOLDER_SOURCE = f"""{STUB_SOURCE}:
  title: {_write("cite a source in its place, then remove this one")}
  short: Source to name
  author: nobody
  publisher: nobody
  year: n.d.
  seen: 2000-01
  kind: practitioner"""


def plural(name: str) -> str:
    if name.endswith("y"):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("ch", "sh", "s", "x")) else f"{name}s"


def ask(kind: str, name: str) -> str:
    """How people would ask for it."""
    asked = {"roles": "what does a {} do", "titles": "what does a {} do", "glossary": "what is {}"}
    return asked.get(kind, "{}").format(lower(name)).rstrip("?")


def region(name: str) -> str:
    return "\n".join(regions.MARKDOWN.lines(name))


def passage(role: str, name: str) -> str:
    """The section of a role on the page of a dimension."""
    head = f"## {name} {{#{role}}}\n\n{region(f'cell:{role}')}"
    return f"{head}\n\n{STUB} say why, name the line to the other roles, and give an example\n"


def _matter(title: str) -> str:
    description = f"{STUB} say in a sentence what is on this page"
    return f'---\ntitle: "{title}"\ndescription: "{description}"\n---\n'


def role_page(id: str, name: str) -> str:
    return f"""{_matter(name)}
# {name}

{STUB} say what {article(name)} answers for, and what not

## Profile {{#profile}}

{region("profile")}

## What {article(name)} does not do {{#not}}

{STUB} list what others do, each with who does it

## Often confused with {{#neighbors}}

{region("neighbors")}

## Activities {{#activities}}

{region("activities")}
"""


def dimension_page(id: str, name: str, roles: Sequence[tuple[str, str]]) -> str:
    passages = "\n".join(passage(role, each) for role, each in roles)
    return f"""{_matter(name)}
# {name}

{STUB} say what the question settles

## Every role on {lower(name)} {{#all-roles}}

{region("row")}

{passages}"""


def pair_page(id: str, name: str) -> str:
    return f"""{_matter(name)}
# {name}

{region("difference")}

## Which one are you really doing? {{#test}}

{STUB} give signs that tell the two apart

## Side by side {{#side-by-side}}

{region("side-by-side")}

## Who does what {{#who-does-what}}

{region("shared-activities")}
"""


def combination_section(id: str, name: str) -> str:
    head = f"## {name} {{#{id}}}\n\n{region(f'combination:{id}')}"
    return f"{head}\n\n{STUB} say how to guard it, and when to split the two\n"
