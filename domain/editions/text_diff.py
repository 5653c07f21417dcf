"""Comparison of two texts word by word, and merging of two edits of one text.

Words are compared by Python's ``difflib`` (Ratcliff and Obershelp's matching); three texts are
merged sentence by sentence by ``merge3``, as version control systems do.
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
MAX_COMPARED = 250_000
"""The most pairs of words or sentences that are compared; the time grows with this product."""
MIN_SHARED = 0.4
"""The share of common words below which a sentence is shown as replaced as a whole."""
CONTEXT = 160
"""The number of characters of an unchanged text that are kept beside a change in a short form."""
LEFT_OUT = "[…]"
OWN_MARK, OTHER_MARK, END_MARK = "<<<<<<< yours\n", "=======\n", ">>>>>>> theirs\n"


class RunKind(Enum):
    """Whether a run of words is unchanged, removed or added."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Some neighbouring words with their kind."""

    kind: RunKind
    text: str


def word_by_word(before: str, after: str) -> list[Run]:
    """Return the runs of words that are unchanged, removed or added, in reading order.

    Sentences are compared first, and words only in sentences that differ, which is fast for long
    texts. A stretch that is too long to compare counts as replaced.
    """
    runs = []
    for sentences in _stretches(SENTENCES.findall(before), SENTENCES.findall(after)):
        if sentences.same:
            runs.append(Run(RunKind.SAME, "".join(sentences.old)))
            continue
        old, new = (WORDS.findall("".join(side)) for side in (sentences.old, sentences.new))
        runs += [run for words in _readable_stretches(old, new) for run in _runs(words)]
    return _joined(runs)


class _Stretch(NamedTuple):
    """Neighbouring parts of two texts: the same in both, or one in place of the other."""

    same: bool
    old: list[str]
    new: list[str]


def _readable_stretches(old: list[str], new: list[str]) -> list[_Stretch]:
    """Return the stretches of two sentences; one replacement if they have little in common."""
    stretches = list(_stretches(old, new))
    shared = sum(
        1 for stretch in stretches if stretch.same for word in stretch.old if not word.isspace()
    )
    shorter = min(sum(1 for word in side if not word.isspace()) for side in (old, new))
    if shared < shorter * MIN_SHARED:
        return [_Stretch(same=False, old=old, new=new)]
    return stretches


def _stretches(old: list[str], new: list[str]) -> Iterator[_Stretch]:
    pairs = list(zip(old, new, strict=False))
    start = next((n for n, (one, other) in enumerate(pairs) if one != other), len(pairs))
    pairs = list(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    end = next((n for n, (one, other) in enumerate(pairs) if one != other), len(pairs))
    yield _Stretch(same=True, old=old[:start], new=new[:start])
    yield from _inner(old[start : len(old) - end], new[start : len(new) - end])
    yield _Stretch(same=True, old=old[len(old) - end :], new=new[len(new) - end :])


def _inner(old: list[str], new: list[str]) -> Iterator[_Stretch]:
    if len(old) * len(new) > MAX_COMPARED:
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
    non_empty = (run for run in runs if run.text)
    grouped = groupby(non_empty, key=lambda run: run.kind)
    return [Run(kind, "".join(run.text for run in within)) for kind, within in grouped]


def shortened(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with long unchanged stretches cut to the words beside a change.

    Without any change the runs are returned as they are.
    """
    if len(runs) <= 1:
        return list(runs)
    last = len(runs) - 1
    return [
        Run(run.kind, _cut(run.text, first=index == 0, last=index == last))
        if run.kind is RunKind.SAME
        else run
        for index, run in enumerate(runs)
    ]


def _cut(text: str, *, first: bool, last: bool) -> str:
    head = "" if first else text[:CONTEXT].rpartition(" ")[0]
    tail = "" if last else text[-CONTEXT:].partition(" ")[2]
    if len(text) <= len(head) + len(tail) + CONTEXT:
        return text
    return f"{head}{' ' if head else ''}{LEFT_OUT}{' ' if tail else ''}{tail}"


@dataclass(frozen=True, slots=True)
class Merged:
    """The result of a merge; a sentence that both edits changed is included twice, with marks."""

    text: str
    conflicts: int


def merge(base: str, own: str, other: str) -> Merged:
    """Merge two edits of one text.

    A change made in one edit only is taken; where both changed the same sentence, both versions
    are included with marks, ``own`` first.
    """
    merging = Merge3(SENTENCES.findall(base), SENTENCES.findall(own), SENTENCES.findall(other))
    parts, conflicts = [], 0
    for group in merging.merge_groups():
        if group[0] == "conflict":
            conflicts += 1
            parts.append(_both("".join(group[2]), "".join(group[3])))
        else:
            parts += group[1]
    return Merged("".join(parts), conflicts)


def _both(own: str, other: str) -> str:
    return f"\n{OWN_MARK}{own.strip()}\n{OTHER_MARK}{other.strip()}\n{END_MARK}"
