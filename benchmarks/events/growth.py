"""What matching costs: 10,000 and 100,000 synthetic mentions, in processor time and memory."""

from __future__ import annotations

import datetime as dt
import random
import resource
import string
import time
from collections.abc import Iterator

from extraction import edtf
from extraction.matching import Mention, suggest

FIRST, DAYS = dt.date(2019, 1, 1), 2190
VERBS = "killed wounded arrested visited signed approved attacked seized launched met resigned closed opened".split()
SIZES = (10_000, 100_000)


def report() -> None:
    """Prints seconds for each size, how they grow, and the most memory that was used."""
    seconds = []
    for size in SIZES:
        mentions = list(_mentions(size))
        began = time.process_time()
        found = suggest(mentions)
        seconds.append(time.process_time() - began)
        print(f"matching {size:,} mentions: {seconds[-1]:.1f} s of processor time, {len(found):,} pairs suggested")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"growth {seconds[1] / seconds[0]:.1f} times for {SIZES[1] // SIZES[0]} times the mentions; {memory:.0f} MB")


def _mentions(size: int) -> Iterator[Mention]:
    """Mentions of six years; each event is told by one to three articles, a tenth known by their month alone."""
    chance = random.Random(size)
    words = ["".join(chance.choices(string.ascii_lowercase, k=7)) for _ in range(20_000)]
    places = [word.capitalize() for word in words[:2_000]]
    people = [word.capitalize() for word in words[2_000:8_000]]
    number = 0
    while number < size:
        day = FIRST + dt.timedelta(days=chance.randrange(DAYS))
        place, who = chance.choice(places), f"{chance.choice(people)} {chance.choice(people)}"
        told = f"{who} {chance.choice(VERBS)} {' '.join(chance.choices(words[8_000:], k=6))} in {place}"
        date = edtf.day(day) if chance.random() < 0.9 else edtf.parse(f"{day:%Y-%m}")
        for _ in range(chance.randint(1, 3)):
            about = f"{told}. {' '.join(chance.choices(words, k=30))}"
            yield Mention(number, number, told, about, date, day, places=(place,), actors=(who,))
            number += 1
