"""Print how long the server takes to answer a changed choice while ten people are clicking.

Run it with ``python -m benchmarks.clicking``. It writes nothing.
"""

import http.client
import random
import statistics
import threading
import time
from itertools import product as every
from urllib.parse import urlencode, urlsplit

from benchmarks.product import running

PEOPLE = 10
CLICKS = 20
BETWEEN = (0.5, 1.5)
"""Seconds between one person's answer and their next click."""

OURS = ("E10000018", "E10000030", "E10000014")
GROUPS = ("counties-and-county-unitaries", "county-councils", "upper-tier", "region-east-midlands")
THEMES = ("overall", "economy", "childrens-social-care", "environment-waste")
DIRECTIONS = ("improved", "worsened")


def _asking(**choices: tuple[str, ...]) -> list[str]:
    return [
        "?" + urlencode(dict(zip(choices, values, strict=True)))
        for values in every(*choices.values())
    ]


PAGES = {
    "/dashboards/public-health": _asking(direction=DIRECTIONS, quartile=("1", "4")),
    "/indicators": _asking(direction=DIRECTIONS, quartile=("1", "2", "3", "4")),
    "/improvement": ["", "?dashboard=transport", "?dashboard=public-health&dashboard=economy"],
    "/funding": _asking(ours=OURS, group=GROUPS, base=("2019", "2020")),
    "/funding/floor": _asking(ours=OURS, group=GROUPS, percentile=("10", "25", "50")),
    "/funding/map": _asking(ours=OURS, group=GROUPS),
    "/funding/services": _asking(ours=OURS, group=GROUPS),
    "/comparison": _asking(ours=OURS, group=GROUPS, theme=THEMES),
    "/comparison/quadrant": _asking(ours=OURS, group=GROUPS, theme=THEMES),
    "/comparison/lowest-quartile": _asking(ours=OURS, group=GROUPS),
    "/comparison/indicators": _asking(ours=OURS, group=GROUPS, theme=THEMES[1:]),
    "/comparison/indicators/lait-revcp": _asking(ours=OURS, group=GROUPS),
    "/comparison/heat-map": _asking(ours=OURS, group=GROUPS, theme=THEMES[1:]),
}


def main() -> None:
    """Measure every page in turn and print a table."""
    with running() as address:
        where = urlsplit(address).netloc
        print("| Page | median | 95th | clicks |\n|---|---:|---:|---:|")
        for path, questions in PAGES.items():
            times = _ten_people(where, path, questions)
            last = statistics.quantiles(times, n=20)[-1]
            middle = statistics.median(times)
            print(f"| `{path}` | {middle:.0f} ms | {last:.0f} ms | {len(times)} |", flush=True)


def _ten_people(where: str, path: str, questions: list[str]) -> list[float]:
    """Everyone clicks on one page; the first clicks of all warm the processes up."""
    times: list[float] = []
    people = [
        threading.Thread(target=_one_person, args=(where, path, questions, seed, times))
        for seed in range(PEOPLE)
    ]
    for thread in people:
        thread.start()
    for visitor in people:
        visitor.join()
    return times


def _one_person(where: str, path: str, questions: list[str], seed: int, times: list[float]) -> None:
    choosing = random.Random(seed)
    connection = http.client.HTTPConnection(where, timeout=60)
    for click in range(CLICKS + 3):
        begun = time.perf_counter()
        _click(connection, path, choosing.choice(questions))
        if click > 2:  # noqa: PLR2004 - warm by then
            times.append(1000 * (time.perf_counter() - begun))
        time.sleep(choosing.uniform(*BETWEEN))
    connection.close()


def _click(connection: http.client.HTTPConnection, path: str, question: str) -> None:
    """Ask for what the page asks when a choice has changed: the form's own address."""
    connection.request("GET", path + question, headers={"Accept-Encoding": "gzip, br"})
    return _expect_well(connection, path + question)


def _expect_well(connection: http.client.HTTPConnection, query: str) -> None:
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{query} answered {answer.status}")


if __name__ == "__main__":
    main()
