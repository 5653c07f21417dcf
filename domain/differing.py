"""Two texts word by word, and two texts that began as one put together.

Words are compared by Python's ``difflib`` (Ratcliff and Obershelp's matching); three texts are merged
sentence by sentence by ``merge3``, as version control systems do.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from merge3 import Merge3

WORDS = re.compile(r"\s+|-?£?\w+(?:[.,'’-]\w+)*%?|[^\w\s]")
SENTENCES = re.compile(r"[^\n]*?[.!?](?=\s)[ \t]*|[^\n]+|\n")
OURS, THEIRS, END = "<<<<<<< yours\n", "=======\n", ">>>>>>> theirs\n"


class Kind(Enum):
    """What became of a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words that stayed, went or came."""

    kind: Kind
    text: str


def word_by_word(before: str, after: str) -> list[Run]:
    """The runs of words that stayed, were removed and were added, in reading order."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    runs = []
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            runs.append(Run(Kind.SAME, "".join(old[i1:i2])))
            continue
        runs += [Run(Kind.REMOVED, "".join(old[i1:i2]))] if i2 > i1 else []
        runs += [Run(Kind.ADDED, "".join(new[j1:j2]))] if j2 > j1 else []
    return runs


@dataclass(frozen=True, slots=True)
class Merged:
    """Two texts put together; where both changed the same sentence, both stand with marks."""

    text: str
    conflicts: int


def merged(base: str, ours: str, theirs: str) -> Merged:
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
