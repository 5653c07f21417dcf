"""Random tamperings of an exported log: every one is found out."""

import random
from dataclasses import replace

import pytest

from domain.audit_chain import GENESIS, as_line, from_line, hash_of
from scripts import verify_audit
from tests.builders.audit import a_chain, is_tampered
from tests.sampling import times

CHAIN = a_chain([{"reason": f"because {place}", "after": {"n": place}} for place in range(14)])
LINES = [as_line(entry, kept) for entry, kept in CHAIN]
HEAD = CHAIN[-1][1]


def rebuilt(lines: list[str], chance: random.Random) -> list[str]:
    """The log written anew from an entry on, every hash fitting: only the head tells."""
    place = chance.randrange(len(lines))
    chain = [from_line(line) for line in lines[:place]]
    for line in lines[place:]:
        entry, _ = from_line(line)
        changed = replace(
            entry, previous=chain[-1][1] if chain else GENESIS, reason=f"{entry.reason}!"
        )
        chain.append((changed, hash_of(changed)))
    return [as_line(entry, kept) for entry, kept in chain]


def edited(lines: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(len(lines))
    line = lines[place]
    at = chance.randrange(len(line))
    other = chance.choice([c for c in '0123456789abcdef "{}:,é' if c != line[at]])
    return [*lines[:place], line[:at] + other + line[at + 1 :], *lines[place + 1 :]]


def removed(lines: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(len(lines))
    return [*lines[:place], *lines[place + 1 :]]


def inserted(lines: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(len(lines) + 1)
    return [*lines[:place], chance.choice(lines), *lines[place:]]


def swapped(lines: list[str], chance: random.Random) -> list[str]:
    one, other = chance.sample(range(len(lines)), 2)
    mixed = list(lines)
    mixed[one], mixed[other] = lines[other], lines[one]
    return mixed


def truncated(lines: list[str], chance: random.Random) -> list[str]:
    return lines[: chance.randrange(len(lines))]


TAMPERINGS = (edited, removed, inserted, swapped, truncated, rebuilt)


@times(600, 10_000)
@pytest.mark.unmeasured
def test_random_tamperings_are_all_found_by_both_checks(number):
    chance = random.Random(2022)
    missed = []
    for count in range(number):
        tamper = TAMPERINGS[count % len(TAMPERINGS)]
        lines = tamper(LINES, chance)
        text = "".join(f"{line}\n" for line in lines)
        right, _ = verify_audit.check(text, HEAD)
        if right or not is_tampered(lines, HEAD, len(LINES)):
            missed.append((tamper.__name__, count))
    print(f"\n{number:,} tamperings of {len(LINES)} entries, {len(missed)} missed")
    assert missed == []
