"""Pages for the benchmarks: made from small tables, the same for the same number."""

from __future__ import annotations

import random
from datetime import date, timedelta

ACTORS = (
    *("France", "Germany", "Kenya", "Brazil", "India", "Japan", "Norway"),
    *("Egypt", "Chile", "Canada", "Poland", "Ghana", "the European Union", "NATO"),
)
SENTENCES = (
    "{a} signed a trade agreement with {b} on {day}.",
    "The government of {a} accused {b} of blocking ships near the strait.",
    "Officials from {a} and {b} will meet next week to discuss the border.",
    "{a} condemned the attack on a convoy in the north and called on {b} to respond.",
    "“We will keep talking to {b},” a spokesman for {a} told reporters on {day}.",
    "The two sides have argued about fishing quotas, customs duties and the price of gas since {year}.",
    "Analysts said the decision would change little for the farmers who depend on the canal.",
    "About {count} people marched through the old town before police closed the bridge.",
    "{a} sent food and tents to {b} after the river flooded {count} houses.",
    "Nobody expected the vote to be so close, a professor of law at the university said.",
    "{a} denied that its soldiers had crossed the border, and {b} did not repeat the charge.",
    "If the talks fail, {a} may withdraw its engineers from the dam.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
LINKS = "".join(
    f'<li><a href="/section/{n}/story-{n * 7}">A story of another day, number {n}</a></li>' for n in range(60)
)
SCRIPT = "<script>" + "window.dataLayer=window.dataLayer||[];" * 200 + "</script>"


def page(number: int, paragraphs: int = 14) -> str:
    """HTML of one made-up news page of about 30 kB: head, menus, an article of some 450 words, lists, a footer."""
    chance = random.Random(number)
    day = date(2026, 1, 1) + timedelta(number % 90)
    title = f"{chance.choice(ACTORS)} and {chance.choice(ACTORS)} in talks, number {number}"
    body = "".join(f"<p>{_paragraph(chance)}</p>" for _ in range(paragraphs))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Bench Post</title>'
        f'<link rel="canonical" href="https://bench.example/{day:%Y/%m/%d}/{number}">'
        f'<meta property="article:published_time" content="{day.isoformat()}T10:00:00+00:00">'
        f'<meta name="author" content="Ada Byron">{SCRIPT}</head><body><nav><ul>{LINKS}</ul></nav>'
        f"<main><article><h1>{title}</h1>{body}</article></main><aside><h3>Most read</h3><ul>{LINKS}</ul></aside>"
        f"<footer><p>© Bench Post. All rights reserved.</p></footer>{SCRIPT}</body></html>"
    )


def _paragraph(chance: random.Random) -> str:
    first, second = chance.sample(ACTORS, 2)
    values = {"a": first, "b": second, "day": chance.choice(DAYS), "year": chance.randint(1990, 2024)}
    sentences = (s.format(count=chance.randint(20, 900), **values) for s in chance.sample(SENTENCES, 3))
    return " ".join(s[0].upper() + s[1:] for s in sentences)
