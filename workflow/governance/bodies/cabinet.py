"""The Cabinet's steps: sending it the draft, its resolutions and delegation, referring back."""

from collections.abc import Mapping
from datetime import date, timedelta

from db.models import Decision, Delegation, Resolution
from domain.editions.places import Place
from domain.editions.sections import DELEGATE, LETTERS, RECOMMENDATIONS, lettered
from domain.governance.bodies import MEETS, VERSION_LETTERS
from domain.governance.terms import Body
from workflow.audit_log import EntryDetails
from workflow.editions import freezing, frozen_versions
from workflow.errors import Incomplete
from workflow.governance import meetings
from workflow.governance.step_context import StepContext
from workflow.governance.step_input import DelegationInput

LONGEST_DELEGATION = timedelta(days=730)


def send(context: StepContext) -> EntryDetails:
    """Freeze version B for the Cabinet's meeting."""
    return meetings.send(context, Body.CABINET)


def resolve(context: StepContext) -> EntryDetails:
    """Record the Cabinet's resolutions by letter, and its delegation."""
    step_input = context.step_input
    _check_letters(context)
    minuted = meetings.record(context, Body.CABINET)
    recommended = dict(recommendations(context))
    decision = Decision(
        edition_id=context.edition.id,
        round=context.edition.round,
        on=_met_on(context),
        minute=step_input.minute.strip(),
        reasons=step_input.reason.strip(),
        options_rejected=step_input.options_rejected.strip(),
        interests=step_input.interests.strip(),
        dispensations=step_input.dispensations.strip(),
        resolutions=[
            Resolution(letter=letter, text=text.strip(), recommended=recommended.get(letter, ""))
            for letter, text in step_input.resolutions
        ],
        delegation=_delegation(context, step_input.delegation),
    )
    context.session.add(decision)
    after = {
        "resolutions": {letter: text.strip() for letter, text in step_input.resolutions},
        "delegation": _logged(step_input.delegation),
        "options_rejected": decision.options_rejected,
        "interests": decision.interests,
        "dispensations": decision.dispensations,
    }
    return context.entry_details(
        before=minuted.before,
        after={**after, **minuted.after},
        reason=decision.reasons,
        authority=minuted.authority,
    )


def recommendations(context: StepContext) -> list[tuple[str, str]]:
    """Return the recommendations that went to the Cabinet, with their letters."""
    frozen = freezing.latest_of_round(
        context.session, context.edition, VERSION_LETTERS[Body.CABINET]
    )
    content = frozen_versions.content_to_read(context.session, frozen)
    section = content["sections"].get(RECOMMENDATIONS)
    return lettered(section["body"]) if section else []


def refer_back(context: StepContext) -> EntryDetails:
    """Start the next round in drafting."""
    minuted = meetings.record(context, MEETS[context.step.at])
    context.edition.round += 1
    return context.entry_details(
        before={"round": context.edition.round - 1, **minuted.before},
        after={"round": context.edition.round, **minuted.after},
        reason=context.step_input.reason.strip(),
        authority=minuted.authority,
    )


def _check_letters(context: StepContext) -> None:
    letters = [letter for letter, _ in context.step_input.resolutions]
    if letters != list(LETTERS[: len(letters)]):
        raise Incomplete(
            "Resolutions are lettered (a), (b), (c) … in their order.", says_nothing_changed=False
        )
    if any(not text.strip() for _, text in context.step_input.resolutions):
        raise Incomplete(
            "A resolution has no text. Write it, or take its letter out.",
            says_nothing_changed=False,
        )


def _delegation(context: StepContext, step_input: DelegationInput | None) -> Delegation | None:
    if step_input is None:
        return None
    _check_delegates(step_input.letter, dict(context.step_input.resolutions))
    _check_until(context, step_input.until)
    for place in step_input.scope:
        if not Place.of(place).key:
            raise Incomplete(
                "A scope names sections, dashboards or indicators.", says_nothing_changed=False
            )
        context.title(place)
    return Delegation(
        letter=step_input.letter, scope=list(step_input.scope), until=step_input.until
    )


def _check_until(context: StepContext, until: date) -> None:
    """Check that a delegation does not end before its meeting, nor years after it."""
    met_on = _met_on(context)
    if until < met_on:
        raise Incomplete(
            "The delegation would end before the meeting that gives it.", says_nothing_changed=False
        )
    if until > met_on + LONGEST_DELEGATION:
        raise Incomplete(
            "The delegation would hold for more than two years. Is the year right?",
            says_nothing_changed=False,
        )


def _check_delegates(letter: str, resolutions: Mapping[str, str]) -> None:
    """Check that the delegating resolution exists and names the officer it delegates to."""
    if letter not in resolutions:
        raise Incomplete(
            f"The delegation must be one of the resolutions; there is no ({letter}).",
            says_nothing_changed=False,
        )
    if DELEGATE.casefold() not in resolutions[letter].casefold():
        raise Incomplete(
            f"Resolution ({letter}) does not name the {DELEGATE}, so it delegates nothing to that "
            "office. Choose the resolution that does, or “Nothing was delegated”."
        )


def _met_on(context: StepContext) -> date:
    meeting = meetings.meeting_of(context, Body.CABINET)
    return meeting.on if meeting else context.today


def _logged(step_input: DelegationInput | None) -> dict[str, object]:
    if step_input is None:
        return {}
    return {
        "letter": step_input.letter,
        "until": step_input.until.isoformat(),
        "scope": list(step_input.scope) or "any amendments",
    }
