"""What ends an argument beside an answer: whose work it is, on what it depends, what to do."""

from __future__ import annotations

from scripts import addresses, evidence
from scripts.model import Bounded, Comparison, Settled
from scripts.render import activities, house, marks
from scripts.render.site import next_step, who
from scripts.render.text import lower_first, md_link

# Not every question is about a last word; the table of a fight or an activity always is.
DEPENDS = ("On what it depends", "What holds then")


def blocks(data: Comparison, page: str, entry: Settled) -> list[str]:
    """Who does it, under what conditions which answer holds, what to do and to say; empty ones,
    too."""
    return [*bounds(data, page, entry), *next_step(entry.advice, entry.say)]


def bounds(data: Comparison, page: str, entry: Bounded) -> list[str]:
    """Who does it, and under what conditions which answer holds."""
    depends = marks.depends(activities.conditions(entry.depends), DEPENDS)
    return [_who_does_it(data, page, entry), depends]


def _who_does_it(data: Comparison, page: str, entry: Bounded) -> str:
    """The activities, each with its last word and its marks; "" without any."""
    lines: list[str] = []
    for id in entry.activities:
        activity = data.activities[id]
        usual = evidence.leads(data, activity).usual
        name = lower_first(activity.name) if lines else activity.name
        link = md_link(name, addresses.activity(id), page)
        leader = who(data, page, usual) if usual else "no usual lead"
        mark = evidence.of_activity(data, activity)
        way = lower_first(marks.short_way(mark) or mark.direction.label)
        lines.append(
            f"{link}: {leader} ({way} · {mark.proof.firmness.label}){house.suffix(data, id)}"
        )
    # Found by the activity itself, and so kept out of the search.
    return f"**Last word.** {'; '.join(lines)}.\n{{: .lastword .unsearched }}" if lines else ""
