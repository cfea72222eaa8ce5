"""One answer at a time, for other places: each activity as data, and as a page for a frame.

`data/activities/<id>.json` is for programs, `embed/<id>/` for wikis: no script, one small
stylesheet, and nothing in it that the activity's own page does not say.
"""

from __future__ import annotations

import json

from scripts import addresses, evidence
from scripts.addresses import lower
from scripts.model import Comparison
from scripts.problems import DataError, Problem
from scripts.publish.site import BuiltPage, BuiltSite
from scripts.render import house
from scripts.render.templating import document
from scripts.render.text import flat, sentence

DATA = "data/activities"
EMBED = "embed"
STYLE = "embed.*.css"


def write(data: Comparison, site: BuiltSite) -> None:
    """Write both for every activity; the pages become part of the site, for the policy's sake."""
    style = _style(site)
    for id in data.activities:
        text = json.dumps(answer(data, site, id), ensure_ascii=False, indent=1)
        site.write(f"{DATA}/{id}.json", text + "\n")
        url = f"{EMBED}/{id}/"
        page = embed(data, site, id, f"../../assets/{style}")
        site.documents.append(BuiltPage(site.root / url / "index.html", url, page))


def _style(site: BuiltSite) -> str:
    """The name of the stylesheet, which holds a hash of its content."""
    found = sorted(site.root.glob(f"assets/{STYLE}"))
    if len(found) != 1:
        what = f"holds {len(found)} files {STYLE} instead of one"
        raise DataError([Problem("overrides/assets", 1, "", what, "run 'node scripts/bundle.mjs'")])
    return found[0].name


def answer(data: Comparison, site: BuiltSite, id: str) -> dict[str, object]:
    """What the page of an activity says, for a program."""
    activity = data.activities[id]
    found = evidence.leads(data, activity)
    mark = evidence.of_activity(data, activity)
    elsewhere = [
        {
            "setting": setting,
            "setting_name": data.settings[setting].name,
            "lead": who,
            "lead_name": data.name_of(who),
        }
        for setting, who in found.elsewhere
    ]
    return {
        "id": id,
        "name": activity.name,
        "url": _address(site, id),
        "answer": flat(activity.answer),
        "lead": found.usual,
        "lead_name": data.name_of(found.usual) if found.usual else None,
        "elsewhere": elsewhere,
        "rivals": list(found.rivals),
        "shares": list(found.shares),
        "direction": mark.direction.value,
        "depends_on": list(mark.variables),
        "firmness": mark.proof.firmness.value,
        "words": mark.words,
        "advice": activity.advice,
        "say": activity.say,
        "stuck": activity.stuck,
        **_here(data, id),
        "reviewed": activity.reviewed.isoformat() if activity.reviewed else None,
        "changed": data.changed.isoformat(),
    }


def _here(data: Comparison, id: str) -> dict[str, object]:
    """What this house has agreed, where it has."""
    rule = data.house.get(id)
    return {"here": rule.model_dump(mode="json", exclude_defaults=True)} if rule else {}


def _address(site: BuiltSite, id: str) -> str:
    return site.address + addresses.url(addresses.activity_page(id))


def embed(data: Comparison, site: BuiltSite, id: str, style: str) -> str:
    """The page for a frame; its links open in the whole window."""
    activity = data.activities[id]
    found = evidence.leads(data, activity)
    address = _address(site, id)
    return document(
        "embed.html",
        activity=flat(activity.name),
        url=address if site.address else f"../../{address}",
        style=style,
        answer=sentence(activity.answer),
        lead=lower(data.name_of(found.usual)) if found.usual else "no usual lead",
        words=evidence.of_activity(data, activity).words,
        agreed_here=house.plain(data, id),
        elsewhere=[
            (data.settings[setting].name, lower(data.name_of(role)))
            for setting, role in found.elsewhere
        ],
        sentence_to_say=flat(activity.say).strip("“”") if activity.say else "",
        site=site.name,
        changed=data.changed.isoformat(),
        license=data.edition.content_license.name,
    )
