"""Two texts word by word, and two texts that began as one put together.

Words are compared by Python's ``difflib`` (Ratcliff and Obershelp's matching); three texts are merged
sentence by sentence by ``merge3``, as version control systems do.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from merge3 import Merge3

WORDS = re.compile(r"\s+|-?£?\w+(?:[.,'’-]\w+)*%?|[^\w\s]")
SENTENCES = re.compile(r"[^\n]*?[.!?](?=\s)[ \t]*|[^\n]+|\n")
MOST_COMPARED = 250_000
"""So many pairs of words or sentences are compared at most: the effort grows faster than they."""
LEAST_SHARED = 0.4
"""Sentences that share fewer of their words read better as one in place of the other."""
AROUND = 160
"""So many characters of an unchanged text are kept beside a change when it is shortened."""
LEFT_OUT = "[…]"
OURS, THEIRS, END = "<<<<<<< yours\n", "=======\n", ">>>>>>> theirs\n"


class RunKind(Enum):
    """What became of a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words that stayed, went or came."""

    kind: RunKind
    text: str


def word_by_word(before: str, after: str) -> list[Run]:
    """The runs of words that stayed, were removed and were added, in reading order.

    Sentences are compared first and words only where sentences differ, which keeps long texts
    quick; a stretch that is too long to compare counts as written anew.
    """
    runs = []
    for sentences in _stretches(SENTENCES.findall(before), SENTENCES.findall(after)):
        if sentences.same:
            runs.append(Run(RunKind.SAME, "".join(sentences.old)))
            continue
        old, new = (WORDS.findall("".join(side)) for side in (sentences.old, sentences.new))
        runs += [run for words in _telling(old, new) for run in _runs(words)]
    return _joined(runs)


class _Stretch(NamedTuple):
    """Neighbouring parts of two texts: the same in both, or one in place of the other."""

    same: bool
    old: list[str]
    new: list[str]


def _telling(old: list[str], new: list[str]) -> list[_Stretch]:
    """The stretches of two sentences; one in place of the other where they share next to nothing."""
    found = list(_stretches(old, new))
    shared = sum(1 for each in found if each.same for word in each.old if not word.isspace())
    shorter = min(sum(1 for word in side if not word.isspace()) for side in (old, new))
    if shared < shorter * LEAST_SHARED:
        return [_Stretch(same=False, old=old, new=new)]
    return found


def _stretches(old: list[str], new: list[str]) -> Iterator[_Stretch]:
    pairs = list(zip(old, new, strict=False))
    start = next((n for n, (one, other) in enumerate(pairs) if one != other), len(pairs))
    pairs = list(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    end = next((n for n, (one, other) in enumerate(pairs) if one != other), len(pairs))
    yield _Stretch(same=True, old=old[:start], new=new[:start])
    yield from _inner(old[start : len(old) - end], new[start : len(new) - end])
    yield _Stretch(same=True, old=old[len(old) - end :], new=new[len(new) - end :])


def _inner(old: list[str], new: list[str]) -> Iterator[_Stretch]:
    if len(old) * len(new) > MOST_COMPARED:
        yield _Stretch(same=False, old=old, new=new)
        return
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        yield _Stretch(same=what == "equal", old=old[i1:i2], new=new[j1:j2])


def _runs(words: _Stretch) -> list[Run]:
    if words.same:
        return [Run(RunKind.SAME, "".join(words.old))]
    return [Run(RunKind.REMOVED, "".join(words.old)), Run(RunKind.ADDED, "".join(words.new))]


def _joined(runs: Iterable[Run]) -> list[Run]:
    told = (run for run in runs if run.text)
    grouped = groupby(told, key=lambda run: run.kind)
    return [Run(kind, "".join(run.text for run in within)) for kind, within in grouped]


def shortened(runs: Sequence[Run]) -> list[Run]:
    """The same runs with long stretches of what stayed cut to the words beside a change.

    Where nothing changed there is nothing to cut to, and the runs come back as they are.
    """
    if len(runs) <= 1:
        return list(runs)
    last = len(runs) - 1
    return [
        Run(run.kind, _cut(run.text, first=place == 0, last=place == last))
        if run.kind is RunKind.SAME
        else run
        for place, run in enumerate(runs)
    ]


def _cut(text: str, *, first: bool, last: bool) -> str:
    head = "" if first else text[:AROUND].rpartition(" ")[0]
    tail = "" if last else text[-AROUND:].partition(" ")[2]
    if len(text) <= len(head) + len(tail) + AROUND:
        return text
    return f"{head}{' ' if head else ''}{LEFT_OUT}{' ' if tail else ''}{tail}"


@dataclass(frozen=True, slots=True)
class Merged:
    """Two texts put together; where both changed the same sentence, both stand with marks."""

    text: str
    conflicts: int


def merge(base: str, ours: str, theirs: str) -> Merged:
    """Put together what two people made of one text.

    What only one of them changed is taken; where both changed the same, both stand, ours first.
    """
    merging = Merge3(SENTENCES.findall(base), SENTENCES.findall(ours), SENTENCES.findall(theirs))
    parts, conflicts = [], 0
    for group in merging.merge_groups():
        if group[0] == "conflict":
            conflicts += 1
            parts.append(_both("".join(group[2]), "".join(group[3])))
        else:
            parts += group[1]
    return Merged("".join(parts), conflicts)


def _both(ours: str, theirs: str) -> str:
    return f"\n{OURS}{ours.strip()}\n{THEIRS}{theirs.strip()}\n{END}"
