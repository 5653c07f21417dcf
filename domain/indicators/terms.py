"""The terms of indicators, as enumerations whose values are stored in tables."""

from enum import StrEnum


class Direction(StrEnum):
    """Direction of travel: the change from the figure before, judged by polarity."""

    IMPROVED = "improved"
    NO_CHANGE = "no_change"
    WORSENED = "worsened"
    UNDETERMINED = "undetermined"


class Quartile(StrEnum):
    """An indicator's quarter among its comparator group; 1 is the best.

    ``SURVEY_BETTER`` is the 2022 edition's "1st/2nd": significantly better than the
    England average in a survey, which is not a quartile.
    """

    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    FOURTH = "4"
    SURVEY_BETTER = "1-2"


class Rating(StrEnum):
    """An officer's judgement: a green tick or a red circle in the printed edition."""

    EXCEPTIONAL = "exceptional"
    ISSUE = "issue"


class Verdict(StrEnum):
    """Whether a target was met, as far as that can be judged."""

    MET = "met"
    MISSED = "missed"
    NOT_JUDGED = "not_judged"
    NO_TARGET = "no_target"


class Method(StrEnum):
    """The method by which a rule decides the direction of travel."""

    TOLERANCE = "tolerance"
    SURVEY = "survey"
    COUNT = "count"
    NOT_COMPARABLE = "not_comparable"
