"""The frozen content of a small edition, and builders of an edition's record."""

from copy import deepcopy
from datetime import UTC, date, datetime
from typing import Any

from domain.editions.content import Content, digest_of, with_change
from domain.editions.kinds import KINDS
from domain.editions.status import EditionStatus, Version
from domain.editions.terms import Document, Stage
from domain.governance.record import GovernanceRecord, Motion, Notice

CODE = "E10000018"
SMOKING = "indicator:smoking"
INTRODUCTION = "section:introduction"
RULE = {
    "method": "tolerance",
    "tolerance": "0.5",
    "tolerance_in": "points",
    "sample": 0,
    "reason": "",
}
COMPARISON = {
    "files": "f" * 64,
    "group": {"slug": "county-councils", "as_of": "2021-04-01", "n": 2},
    "themes": {"overall": {CODE: 1, "E10000030": 2}, "economy": {"E10000030": 1}},
    "funding": {
        "year": "2021/22",
        "base": 2019,
        "per_head": {CODE: "760.92", "E10000030": "924.10"},
        "rank": {CODE: 2, "E10000030": 1},
    },
}


def _section(slug: str, position: int, document: str, title: str, **more: str) -> dict[str, Any]:
    return {
        "slug": slug,
        "position": position,
        "document": document,
        "title": title,
        "outcome": "",
        "sub_outcome": "",
        "body": f"The text of {slug}.",
        **more,
    }


SECTIONS = (
    _section("introduction", 1, "delivery_report", "Introduction"),
    _section("safe-well", 2, "delivery_report", "Safe & Well", outcome="Safe & Well"),
    _section(
        "healthy-lives",
        3,
        "delivery_report",
        "People live well",
        outcome="Safe & Well",
        sub_outcome="People live well",
        body="### Aims by 2026\n\n- Fewer smoke",
    ),
    _section("about", 4, "compendium", "About the Compendium"),
    _section("recommendations", 5, "cabinet_report", "Recommendations", body="Note it.\n\nAsk."),
)
DASHBOARDS = (
    {
        "slug": "public-health",
        "position": 1001,
        "name": "Public Health",
        "outcome": "Safe & Well",
        "comparator": "33 councils",
        "note": "",
        "has_targets": True,
        "in_headline": True,
    },
    {
        "slug": "transport",
        "position": 2001,
        "name": "Transport",
        "outcome": "Strong Economy",
        "comparator": "33 councils",
        "note": "Some rows differ.",
        "has_targets": True,
        "in_headline": True,
    },
)


def an_indicator_entry(slug: str, number: int, **more: Any) -> dict[str, Any]:
    """Return the entry of an indicator in frozen content."""
    return {
        "slug": slug,
        "number": number,
        "position": number,
        "name": slug.replace("-", " ").capitalize(),
        "dashboard": "public-health",
        "section": "",
        "strategic_plan": False,
        "polarity": "low",
        "rule": RULE,
        "value": "13.0%",
        "period": "2021",
        "previous": "12.5%",
        "previous_period": "2020",
        "target": "12%",
        "quartile": "2nd (2021)",
        "direction": "worsened",
        "rating": "",
        "source": "",
        "commentary": "",
        "override_reason": "",
        **more,
    }


INDICATORS = (
    an_indicator_entry("smoking", 1, rating="issue", commentary="More is being done."),
    an_indicator_entry("potholes", 2, dashboard="transport", direction="no_change"),
)


def a_content(**changes: Any) -> Content:
    """Return the content of a small edition; ``changes`` replace whole parts."""
    content = {
        "edition": {
            "year": 2022,
            "title": "Report of 2022",
            "data_year": "2021/22",
            "previous_data_year": "2020/21",
            "plan": "Strategic Plan",
        },
        "sections": {section["slug"]: section for section in SECTIONS},
        "dashboards": {dashboard["slug"]: dashboard for dashboard in DASHBOARDS},
        "indicators": {indicator["slug"]: indicator for indicator in INDICATORS},
        "comparison": COMPARISON,
        "methods": "1",
    }
    return {**deepcopy(content), **changes}


def content_with(place: str, **fields: Any) -> Content:
    """Return the same content with other values of some fields of one place."""
    return with_change(a_content(), place, fields)


def a_version(name: str, **changes: Any) -> Version:
    """Return a frozen version whose digest follows from its name."""
    defaults = {
        "name": name,
        "digest": digest_of({"version": name}),
        "round": 1,
        "at": datetime(2022, 10, 3, 9, 5, tzinfo=UTC),
        "by_name": "An Officer",
    }
    return Version(**{**defaults, **changes})


def a_motion(version: str, **changes: Any) -> Motion:
    """Return the motion that was carried for a version."""
    defaults = {
        "round": 1,
        "text": "That it be approved.",
        "version": version,
        "digest": "",
        "mover": "Cllr Moss",
        "seconder": "Cllr Dale",
        "vote": "Carried.",
        "minute": "42",
        "carried_on": date(2022, 12, 7),
    }
    return Motion(**{**defaults, **changes})


def a_notice(version: str, text: str = "A figure was corrected.") -> Notice:
    """Return a notice to readers."""
    return Notice(version, text, datetime(2023, 1, 9, 10, 0, tzinfo=UTC))


def a_process(
    *versions: Version, stage: Stage = Stage.PUBLISHED, **changes: Any
) -> GovernanceRecord:
    """Return the record of an edition with these versions; ``published`` names the public one."""
    status = EditionStatus(
        year=2022,
        title="Report of 2022",
        data_year="2021/22",
        stage=stage,
        version=8,
        round=changes.pop("round", 1),
        published=changes.pop("published", ""),
        record=False,
        council_on=date(2022, 12, 7),
    )
    defaults = dict.fromkeys(("meetings", "decisions", "changes", "motions", "notices"), ())
    return GovernanceRecord(status=status, versions=versions, **{**defaults, **changes})


def without_document(content: Content, document: Document) -> Content:
    """Return the content without what is printed in one document."""
    others = {
        kind.group: {
            key: entry
            for key, entry in content[kind.group].items()
            if kind.document_of(entry) is not document
        }
        for kind in KINDS.values()
    }
    return {**content, **others}
