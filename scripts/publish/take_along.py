"""One answer at a time, for other places: each activity as data, and as a page for a frame.

`data/activities/<id>.json` is for programs, `embed/<id>/` for wikis: no script, one small
stylesheet, and nothing in it that the activity's own page does not say.
"""

from __future__ import annotations

import json
from html import escape

from scripts import addresses, evidence
from scripts.addresses import lower
from scripts.model import Comparison
from scripts.problems import DataError, Problem
from scripts.publish.site import BuiltPage, BuiltSite
from scripts.render import house
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
    words = evidence.of_activity(data, activity).words
    name = escape(flat(activity.name))
    url = escape(_address(site, id) if site.address else f"../../{_address(site, id)}")
    lead = escape(lower(data.name_of(found.usual))) if found.usual else "no usual lead"
    license = escape(data.edition.content_license.name)
    items = [
        f"<li>{escape(data.settings[setting].name)}: {escape(lower(data.name_of(who)))}</li>"
        for setting, who in found.elsewhere
    ]
    elsewhere = f"<p>Elsewhere:</p>\n<ul>{''.join(items)}</ul>\n" if items else ""
    here = house.plain(data, id)
    agreed = f"<p><strong>{escape(here)}</strong></p>\n" if here else ""
    said = f"<p>Say: “{escape(flat(activity.say).strip('“”'))}”</p>\n" if activity.say else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{name}: who has the last word</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{url}">
<link rel="icon" href="../../assets/favicon.svg">
<link rel="stylesheet" href="{style}">
</head>
<body>
<main>
<h1><a href="{url}" target="_top">{name}</a></h1>
<p>{escape(sentence(activity.answer))}</p>
<p><strong>Last word:</strong> {lead}. {escape(words)}.</p>
{agreed}{elsewhere}{said}<p class="small"><a href="{url}" target="_top">{escape(site.name)}</a>, \
{data.changed.isoformat()}, {license}</p>
</main>
</body>
</html>
"""
