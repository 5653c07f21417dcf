"""The Cabinet: sending it the draft, its resolutions and delegation, referring back."""

from collections.abc import Mapping
from datetime import date, timedelta

from db.models import Decision, Delegation, Resolution
from domain.editions.places import Place
from domain.editions.sections import DELEGATES, LETTERS, RECOMMENDATIONS, lettered
from domain.editions.terms import Stage
from domain.governance.terms import Body
from workflow.audit_log import Told
from workflow.editions import freezing
from workflow.errors import Incomplete
from workflow.governance import meetings
from workflow.governance.step_context import Taking
from workflow.governance.step_input import Delegated

LONGEST = timedelta(days=730)


def send(taking: Taking) -> Told:
    """Freeze version B for the Cabinet's meeting."""
    return meetings.send(taking, Body.CABINET)


def resolve(taking: Taking) -> Told:
    """Record what the Cabinet resolved, letter by letter, and what it delegated."""
    given = taking.given
    _check_letters(taking)
    minuted = meetings.record(taking, Body.CABINET)
    recommended = dict(recommendations(taking))
    decision = Decision(
        edition_id=taking.edition.id,
        round=taking.edition.round,
        on=_met_on(taking),
        minute=given.minute.strip(),
        reasons=given.reason.strip(),
        options_rejected=given.options_rejected.strip(),
        interests=given.interests.strip(),
        dispensations=given.dispensations.strip(),
        resolutions=[
            Resolution(letter=letter, text=text.strip(), recommended=recommended.get(letter, ""))
            for letter, text in given.resolutions
        ],
        delegation=_delegation(taking, given.delegation),
    )
    taking.session.add(decision)
    after = {
        "resolutions": {letter: text.strip() for letter, text in given.resolutions},
        "delegation": _as_told(given.delegation),
        "options_rejected": decision.options_rejected,
        "interests": decision.interests,
        "dispensations": decision.dispensations,
    }
    return taking.told(
        before=minuted.before,
        after={**after, **minuted.after},
        reason=decision.reasons,
        authority=minuted.authority,
    )


def recommendations(taking: Taking) -> list[tuple[str, str]]:
    """The recommendations that went to the Cabinet, lettered."""
    frozen = freezing.latest_of_round(taking.session, taking.edition, "B")
    held = freezing.content_in(frozen)["sections"].get(RECOMMENDATIONS)
    return lettered(held["body"]) if held else []


def refer_back(taking: Taking) -> Told:
    """Begin again from drafting: the next round."""
    body = Body.CABINET if taking.step.at is Stage.CABINET else Body.COUNCIL
    minuted = meetings.record(taking, body)
    taking.edition.round += 1
    return taking.told(
        before={"round": taking.edition.round - 1, **minuted.before},
        after={"round": taking.edition.round, **minuted.after},
        reason=taking.given.reason.strip(),
        authority=minuted.authority,
    )


def _check_letters(taking: Taking) -> None:
    letters = [letter for letter, _ in taking.given.resolutions]
    if letters != list(LETTERS[: len(letters)]):
        raise Incomplete("Resolutions are lettered (a), (b), (c) … in their order.")
    if any(not text.strip() for _, text in taking.given.resolutions):
        raise Incomplete("A resolution has no text. Write it, or take its letter out.")


def _delegation(taking: Taking, given: Delegated | None) -> Delegation | None:
    if given is None:
        return None
    _check_delegates(given.letter, dict(taking.given.resolutions))
    _check_until(taking, given.until)
    for place in given.scope:
        if not Place.of(place).key:
            raise Incomplete("A scope names sections, dashboards or indicators.")
        taking.title(place)
    return Delegation(letter=given.letter, scope=list(given.scope), until=given.until)


def _check_until(taking: Taking, until: date) -> None:
    """A delegation does not end before it is given, nor years after."""
    met_on = _met_on(taking)
    if until < met_on:
        raise Incomplete("The delegation would end before the meeting that gives it.")
    if until > met_on + LONGEST:
        raise Incomplete("The delegation would hold for more than two years. Is the year right?")


def _check_delegates(letter: str, resolutions: Mapping[str, str]) -> None:
    """The resolution that is to delegate is one of them, and names whom it delegates to."""
    if letter not in resolutions:
        raise Incomplete(f"The delegation must be one of the resolutions; there is no ({letter}).")
    if DELEGATES.casefold() not in resolutions[letter].casefold():
        raise Incomplete(
            f"Resolution ({letter}) does not name the {DELEGATES}, so it delegates nothing to that "
            "office. Choose the resolution that does, or “Nothing was delegated”. Nothing was "
            "changed."
        )


def _met_on(taking: Taking) -> date:
    meeting = meetings.meeting_of(taking, Body.CABINET)
    return meeting.on if meeting else taking.today


def _as_told(given: Delegated | None) -> dict[str, object]:
    if given is None:
        return {}
    return {
        "letter": given.letter,
        "until": given.until.isoformat(),
        "scope": list(given.scope) or "any amendments",
    }
