"""Role pages: what the role answers for, its profile, and who stands next to it."""

from __future__ import annotations

from scripts import addresses
from scripts.addresses import Place
from scripts.render import pictures, tables
from scripts.render.site import Site, bullets, unsearched, who
from scripts.render.text import cite, md, md_link


def role_list(site: Site, page: str) -> str:
    return bullets(
        f"{md_link(role.name, Place(addresses.role_page(id)), page)}: {md(role.summary)}"
        for id, role in site.comparison.roles.items()
    )


def profile(site: Site, page: str, role: str) -> str:
    """What the role answers for and what not, its reach at a glance, then a line per dimension."""
    data = site.comparison.roles[role]
    reach = pictures.reach(data)
    daily = ", ".join(who(site.comparison, page, each) for each in data.circle.daily)
    names = ", ".join((*data.abbr, *data.aliases))
    facts = [
        f"**In one sentence:** {md(data.summary)} ({cite(site.comparison, data.sources, page)})",
        f"**Not:** {md(data.denies)}",
        f"**Looks ahead:** {md(reach.ahead)}. **Answers for:** {md(reach.wide)}."
        + (f" **Meets daily:** {daily}." if daily else ""),
    ]
    if names:
        facts.append(f"**Other words for it, some of them loose:** {md(names)}.")
    facts.append(tables.profile(site.comparison, role, page))
    return "\n\n".join(facts)


def neighbors(site: Site, page: str, role: str) -> str:
    """The pairs that a role takes part in, with the difference."""
    found = site.comparison.pairs_of(role)
    lines = []
    for id, pair in found.items():
        other = next(other for other in pair.roles if other != role)
        name = site.comparison.roles[other].name
        link = md_link(name, Place(addresses.pair_page(id)), page)
        lines.append(f"{link}: {md(pair.difference)}")
    return unsearched(bullets(lines)) if lines else "No pair with this role is compared yet."
