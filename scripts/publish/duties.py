"""The table by which a text in anybody's words is matched with activities and roles.

What pages run (`overrides/components/duties/`) loads it when a reader pastes something. It holds
words, and how often they stand in what the site says of an activity or a role; how words weigh and
which of them belong together is the script's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from scripts import addresses, evidence
from scripts.model import Activity, Comparison
from scripts.publish.sections import sections
from scripts.publish.site import BuiltSite
from scripts.render.text import flat

NAME = "duties"
NAME_WEIGHT, ANSWER_WEIGHT = 4, 2
COMMON = 0.5  # of all activities
LEAD_WEIGHT, DUTY_WEIGHT, CLAIM_WEIGHT = 2, 3, 2
_WORD = re.compile(r"[a-z]{3,}")
# What tells nothing; the script leaves these words out of a text, too (`search/text.js`).
EMPTY = frozenset(
    re.findall(
        r"\w+",
        "about across all also along and any are away back been being but can could did does "
        "doing down each even every for from get had has have having how into just like many "
        "may might more most much not off one only our out over per shall should some than that "
        "the their them then there these they thing things this those through too under very was "
        "were what when where which who whom whose why will with would you your",
    )
)

Counts = Counter[str]
Count = Callable[..., Counts]


def write(comparison: Comparison, site: BuiltSite, offline: bool = False) -> None:
    site.write_data(NAME, table(comparison, site), offline)


def table(data: Comparison, site: BuiltSite) -> dict[str, dict[str, str]]:
    """Words with their counts, by id of activity and of role."""
    count = _counter(data)
    activities = {id: _of_activity(data, count, id) for id in data.activities}
    pages = (site.by_url.get(addresses.url(addresses.dimension_page(id))) for id in data.dimensions)
    found = chain.from_iterable(sections(page) for page in pages if page)
    passages = {
        section.address: " ".join(paragraph.text for paragraph in section.paragraphs)
        for section in found
    }
    roles = {id: _of_role(data, count, passages, id) for id in data.roles}
    common = _common([*activities.values()])
    return {
        "activities": {id: _packed(counts, common) for id, counts in activities.items()},
        "roles": {id: _packed(_pruned(counts)) for id, counts in roles.items()},
    }


def _common(documents: Sequence[Counts]) -> frozenset[str]:
    """Words that stand almost everywhere, and so tell no activity from another; their plurals."""
    spread = Counter(word for counts in documents for word in counts)
    common = {word for word, count in spread.items() if count > len(documents) * COMMON}
    return frozenset(common | {f"{word}s" for word in common})


def _packed(counts: Counts, common: frozenset[str] = frozenset()) -> str:
    kept = sorted((word, count) for word, count in counts.items() if word not in common)
    return " ".join(f"{word}{count if count > 1 else ''}" for word, count in kept)


def _pruned(counts: Counts) -> Counts:
    """Without what stands there once or twice: chance more than a sign of the role."""
    return Counter({word: count for word, count in counts.items() if count > 2})


def _counter(data: Comparison) -> Count:
    """How often words stand in texts, without the names of roles: "The product owner decides" tells
    who, and nothing of what is done."""
    names = {
        flat(name).lower() for role in data.roles.values() for name in (role.name, role.plural)
    }
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    named = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b".replace(r"\ ", "[ -]"))

    def count(texts: Iterable[str], weight: int = 1) -> Counts:
        found: Counts = Counter()
        for text in texts:
            for word in _WORD.findall(named.sub(" ", flat(text).lower().replace("’", "'"))):
                if word not in EMPTY:
                    found[word] += weight
        return found

    return count


def _of_activity(data: Comparison, count: Count, id: str) -> Counts:
    activity = data.activities[id]
    return (
        count([activity.name], NAME_WEIGHT)
        + count([activity.answer], ANSWER_WEIGHT)
        + count(filter(None, (activity.advice, activity.say, activity.example)))
        + count(witness.says for witness in activity.witnesses)
        + count(data.asks.get(id, ()))
    )


def _of_role(data: Comparison, count: Count, passages: Mapping[str, str], role: str) -> Counts:
    kit = data.kits.get(role)
    cells = [(id, row.cells[role]) for id, row in data.dimensions.items()]
    found = count([data.roles[role].summary], CLAIM_WEIGHT)
    found += count((cell.claim for _, cell in cells), CLAIM_WEIGHT)
    found += count(passages.get(addresses.cell(id, role).address, "") for id, _ in cells)
    if kit:
        found += count(kit.duties, DUTY_WEIGHT)
    for activity in data.activities.values():
        if weight := _weight(data, activity, role):
            found += count([activity.name], weight * NAME_WEIGHT)
            found += count((w.says for w in activity.witnesses if w.lead == role), weight)
    return found


def _weight(data: Comparison, activity: Activity, role: str) -> int:
    leads = evidence.leads(data, activity)
    if leads.usual == role:
        return LEAD_WEIGHT
    return int(any(who == role for _, who in leads.elsewhere))
