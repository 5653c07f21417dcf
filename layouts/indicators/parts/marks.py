"""Small marks: direction, quarter, rating, target. Each has words; colour is never the only sign."""

from domain import formatting
from domain.indicators import indicator_wording
from domain.indicators.indicator import Indicator
from domain.indicators.terms import Direction, Quartile, Rating, Verdict
from layouts.parts.element import Element, element
from layouts.parts.quarter_mark import blocks

CLASSES = {
    Direction.IMPROVED: "better",
    Direction.NO_CHANGE: "same",
    Direction.WORSENED: "worse",
    Direction.UNDETERMINED: "unknown",
}
FILLED = {Quartile.FIRST: 4, Quartile.SECOND: 3, Quartile.THIRD: 2, Quartile.FOURTH: 1}


def direction(which: Direction) -> Element:
    """Return a direction's symbol and words, such as ▲ Improved."""
    return element(
        "Span",
        [
            element("Span", indicator_wording.SYMBOLS[which], **{"aria-hidden": "true"}),
            f" {indicator_wording.DIRECTIONS[which]}",
        ],
        className=f"direction {CLASSES[which]}",
    )


def direction_symbol(which: Direction) -> Element:
    """Return a direction's symbol alone, for use beside words with the same meaning."""
    return element("Span", indicator_wording.SYMBOLS[which], className=CLASSES[which])


def quarter(row: Indicator, *, with_group: bool = False) -> Element:
    """Return four blocks filled from the left, the quarter in words, the group and the period."""
    cell = row.quartile
    if cell.position is None:
        return element("Span", "Not compared", className="soft")
    words = [element("Span", indicator_wording.QUARTILES[cell.position])]
    if cell.position in FILLED:
        words.insert(0, blocks(FILLED[cell.position]))
    about = [cell.period, _group(row, with_group=with_group), _starred(row)]
    notes = ", ".join(part for part in about if part)
    return element(
        "Span",
        [element("Span", words, className="quarter"), element("Small", notes) if notes else None],
    )


def _group(row: Indicator, *, with_group: bool) -> str:
    if row.quartile.position is Quartile.SURVEY_BETTER:
        return "survey"
    return row.comparator if with_group or row.quartile.scope else ""


def _starred(row: Indicator) -> str:
    return "our outturn against others' plans" if row.quartile.starred else ""


def rating(which: Rating | None) -> Element | None:
    """Return ✓ Exceptional or ● Performance issue, or None without a rating."""
    if which is None:
        return None
    kind = "better" if which is Rating.EXCEPTIONAL else "worse"
    return element(
        "Span",
        [
            element("Span", indicator_wording.RATING_SYMBOLS[which], **{"aria-hidden": "true"}),
            f" {indicator_wording.RATINGS[which]}",
        ],
        className=f"rating {kind}",
    )


def plan_flag(row: Indicator) -> Element | None:
    """Return the mark of an indicator that the Strategic Plan names, or None."""
    return element("Span", "Strategic Plan", className="tag") if row.strategic_plan else None


def target(row: Indicator) -> Element:
    """Return the target and whether it was met."""
    verdict = row.judged.verdict
    if verdict is Verdict.NO_TARGET:
        return element("Span", "none", className="soft")
    kind = {Verdict.MET: "better", Verdict.MISSED: "worse"}.get(verdict, "soft")
    symbol = {Verdict.MET: "✓ ", Verdict.MISSED: "✗ "}.get(verdict, "")
    period = f" ({row.target.period})" if row.target.period else ""
    return element(
        "Span",
        [
            element("Span", indicator_wording.target_in_words(row), className="figure"),
            element(
                "Small", f"{symbol}{indicator_wording.VERDICTS[verdict]}{period}", className=kind
            ),
        ],
    )


def figure(text: str, period: str) -> Element:
    """Return a figure, with its period under it unless the period is empty."""
    return element(
        "Span",
        [element("Span", text, className="figure"), element("Small", period) if period else None],
    )


def value(row: Indicator, year: str) -> Element:
    """Return this year's figure, with its period if it is not the column's."""
    if row.value.absent:
        return element("Span", formatting.NOT_AVAILABLE, className="soft")
    return figure(row.value.without_period, "" if row.period == year else row.period)


def previous(row: Indicator, year: str) -> Element:
    """Return the figure before, with its period if it is not the column's or not stated."""
    if row.previous.absent:
        return element("Span", formatting.NOT_AVAILABLE, className="soft")
    stated = row.previous_period or "period not stated"
    return figure(row.previous.without_period, "" if stated == year else stated)
