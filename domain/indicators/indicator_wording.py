"""Sentences about figures and judgements, with their rounding and pound signs."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from domain.formatting import counted, listed, per_cent
from domain.indicators.counting import Counts
from domain.indicators.direction_of_travel import in_points
from domain.indicators.indicator import Indicator
from domain.indicators.notation import Unit
from domain.indicators.targets import YEAR_ON_YEAR
from domain.indicators.terms import Direction, Quartile, Rating, Verdict
from domain.terms import Polarity

SYMBOLS: Mapping[Direction, str] = {
    Direction.IMPROVED: "▲",
    Direction.NO_CHANGE: "▬",
    Direction.WORSENED: "▼",
    Direction.UNDETERMINED: "○",
}
DIRECTIONS: Mapping[Direction, str] = {
    Direction.IMPROVED: "Improved",
    Direction.NO_CHANGE: "No real change",
    Direction.WORSENED: "Worsened",
    Direction.UNDETERMINED: "Cannot be told",
}
QUARTILES: Mapping[Quartile, str] = {
    Quartile.FIRST: "1st, best quarter",
    Quartile.SECOND: "2nd quarter",
    Quartile.THIRD: "3rd quarter",
    Quartile.FOURTH: "4th, lowest quarter",
    Quartile.SURVEY_BETTER: "Better than the England average",
}
RATINGS: Mapping[Rating, str] = {
    Rating.EXCEPTIONAL: "Exceptional",
    Rating.ISSUE: "Performance issue",
}
RATING_SYMBOLS: Mapping[Rating, str] = {Rating.EXCEPTIONAL: "✓", Rating.ISSUE: "●"}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.MET: "Met",
    Verdict.MISSED: "Missed",
    Verdict.NOT_JUDGED: "Not judged",
    Verdict.NO_TARGET: "No target",
}
POLARITIES: Mapping[Polarity, str] = {
    Polarity.HIGHER_IS_BETTER: "Higher is better",
    Polarity.LOWER_IS_BETTER: "Lower is better",
    Polarity.NEITHER: "Neither direction is stated as good",
}


def direction_summary(counts: Counts) -> str:
    """Return the sentence for a count of directions."""
    directions = counts.directions
    parts = []
    if directions[Direction.IMPROVED]:
        parts.append(f"{directions[Direction.IMPROVED]} improved")
    if directions[Direction.WORSENED]:
        parts.append(f"{directions[Direction.WORSENED]} worsened")
    if directions[Direction.NO_CHANGE]:
        parts.append(counted(directions[Direction.NO_CHANGE], "shows", "show") + " no real change")
    sentence = listed(parts)
    unknown = directions[Direction.UNDETERMINED]
    base = f"Of {counted(counts.total, 'indicator', 'indicators')}"
    if not sentence:
        return f"{base}, it cannot be told of any whether it improved."
    return f"{base}, {sentence}" + (f"; for {unknown} it cannot be told." if unknown else ".")


def quartile_summary(counts: Counts) -> str:
    """Return how many are in the best and the lowest quarter, with the base."""
    base = counts.with_quartile
    if not base:
        return "None of them has a quarter position among other councils."
    if base == 1:
        place = next(
            q for q in QUARTILES if counts.quartiles[q] and q is not Quartile.SURVEY_BETTER
        )
        return f"One of them is compared with other councils: {QUARTILES[place]}."
    best, lowest = counts.quartiles[Quartile.FIRST], counts.quartiles[Quartile.FOURTH]
    return (
        f"Of the {base} compared with other councils, {_none(best)} {_is(best)} in the best quarter "
        f"and {_none(lowest)} in the lowest."
    )


def target_summary(counts: Counts) -> str:
    """Return how many targets were met, with the base."""
    if not counts.judged:
        return "None of them has a target that can be judged."
    met = counts.targets[Verdict.MET]
    if counts.judged == 1:
        return f"The one target that can be judged was {'met' if met else 'missed'}."
    if met == counts.judged:
        return f"All {met} targets that can be judged were met."
    return f"Of {counts.judged} targets that can be judged, {_none(met)} {_was(met)} met."


def count_heading(counts: Counts) -> str:
    """Return the heading of the counts."""
    up, down = counts.directions[Direction.IMPROVED], counts.directions[Direction.WORSENED]
    if not up and not down:
        if counts.with_direction:
            return "No measure improved or worsened"
        return "It cannot be told of any measure whether it improved"
    if up == down:
        return "As many measures improved as worsened"
    if up > down:
        return "More measures improved than worsened"
    return "More measures worsened than improved"


def strip_heading(rows: Sequence[Indicator]) -> str:
    """Return the heading of a change strip: the largest change either way."""
    better = sum(1 for row in rows if row.direction is Direction.IMPROVED)
    worse = sum(1 for row in rows if row.direction is Direction.WORSENED)
    if better == worse:
        return f"As many moved the right way as the wrong way: {better} each"
    if better > worse:
        return f"More moved the right way than the wrong way: {better} against {worse}"
    return f"More moved the wrong way than the right way: {worse} against {better}"


def change_in_words(row: Indicator) -> str:
    """Return the size of a change: percentage points for percentages, per cent for the rest."""
    change = row.change
    if change is None:
        return "There are not two figures to compare."
    moved = change.difference
    if not moved:
        return "The figure did not move."
    way = "higher" if moved > 0 else "lower"
    if change.value.unit is Unit.PERCENT:
        return f"{points(abs(moved))} {way} than before."
    size = change.per_cent
    if size is None:
        return f"{way.capitalize()} than before, when it was 0."
    return f"{per_cent(abs(size))} {way} than before."


def points(size: Decimal) -> str:
    """Return a size in words: 2.5 percentage points; 1 percentage point."""
    return in_points(size)


def better_by(row: Indicator) -> str:
    """Return the change counted so that more is better, in words: "84% better"."""
    size = row.better_by
    if size is None:
        return "cannot be told"
    if not size:
        return "same"
    return f"{per_cent(abs(size))} {'better' if size > 0 else 'worse'}"


def position(row: Indicator) -> str:
    """Return an indicator's position, with the group and the year of comparison."""
    cell = row.quartile
    if cell.position is None:
        return "Not compared with other councils"
    period = f", {cell.period}" if cell.period else ""
    if cell.position is Quartile.SURVEY_BETTER:
        return f"{QUARTILES[cell.position]} in a survey{period}"
    return f"{QUARTILES[cell.position]} of {row.comparator}{period}"


def short_position(row: Indicator) -> str:
    """Return its position in a form short enough for the edge of a chart."""
    return SHORT_POSITIONS[row.quartile.position] if row.quartile.position else "not compared"


SHORT_POSITIONS: Mapping[Quartile, str] = {
    Quartile.FIRST: "1st quarter",
    Quartile.SECOND: "2nd quarter",
    Quartile.THIRD: "3rd quarter",
    Quartile.FOURTH: "4th quarter",
    Quartile.SURVEY_BETTER: "above England",
}


def sentence(row: Indicator) -> str:
    """Return one indicator in one or two plain sentences."""
    if row.value.absent:
        return f"No figure is published for {row.period}."
    now = f"{row.value.without_period} {in_period(row.period)}"
    if row.previous.absent:
        return f"{now}. There is no figure before to compare with."
    then = (
        f" {in_period(row.previous_period)}"
        if row.previous_period
        else " before (period not stated)"
    )
    return f"{now}, against {row.previous.without_period}{then}: {_lower_first(verdict_on(row))}"


def in_period(period: str) -> str:
    """Return a period in a sentence: in 2021/22, in the year to Mar 2022, up to 3 Aug 2022."""
    for start, words in PERIODS:
        if period.startswith(start):
            return f"{words}{period}"
    return f"on {period}" if period[:2].isdigit() and period[2:3] == " " else f"in {period}"


PERIODS = (("year to", "in the "), ("to ", "up "), ("week ", "from "))


def verdict_on(row: Indicator) -> str:
    """Return the published direction as the end of a sentence."""
    if row.direction is Direction.UNDETERMINED:
        return "Whether it improved cannot be told."
    return f"{DIRECTIONS[row.direction]}."


def difference_explained(row: Indicator) -> str:
    """Return why the published arrow and the declared rule do not agree."""
    return (
        f"Published as “{DIRECTIONS[row.direction].lower()}”; the declared rule says "
        f"“{DIRECTIONS[row.decision.direction].lower()}”. {row.decision.why} The published arrow is "
        "the officers' judgement and stands; the counts on every page use it."
    )


def target_in_words(row: Indicator) -> str:
    """Return what the target requires."""
    if row.target.absent:
        return "none"
    if row.target.text.lower() in YEAR_ON_YEAR:
        return row.target.text
    return row.target.without_period


def named_by_direction(rows: Sequence[Indicator]) -> list[tuple[str, list[str]]]:
    """Return the counts of a dashboard by direction, "7 improved", each with the names."""
    parts = []
    for direction, one, several in NAMED:
        names = [row.name for row in rows if row.direction is direction]
        if names:
            parts.append((counted(len(names), one, several), names))
    return parts


NAMED = (
    (Direction.IMPROVED, "improved", "improved"),
    (Direction.WORSENED, "worsened", "worsened"),
    (Direction.NO_CHANGE, "shows no real change", "show no real change"),
    (Direction.UNDETERMINED, "cannot be told", "cannot be told"),
)


def _none(number: int) -> str:
    return str(number) if number else "none"


def _is(number: int) -> str:
    return "is" if number <= 1 else "are"


def _was(number: int) -> str:
    return "was" if number <= 1 else "were"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
