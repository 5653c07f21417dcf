"""An edition and its content: outcomes, dashboards, indicators and the plan's aims."""

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, Key, Slug, words
from domain.editions.terms import Document, Stage
from domain.indicators.direction_of_travel import ToleranceIn
from domain.indicators.terms import Direction, Method, Rating
from domain.terms import Polarity


class Edition(Base):
    """One year's Delivery Report and Compendium, and its stage of approval.

    ``version`` grows with every move from stage to stage; ``round`` with every referral back.
    ``published`` names the frozen version that the public reads. A ``record`` was replayed from
    published papers, in which the people of its steps are not named.
    """

    __tablename__ = "edition"

    id: Mapped[Key]
    year: Mapped[int] = mapped_column(unique=True)
    title: Mapped[str]
    data_year: Mapped[str] = mapped_column(String(10))
    previous_data_year: Mapped[str] = mapped_column(String(10))
    plan: Mapped[str]
    council_on: Mapped[date]
    digest: Mapped[str] = mapped_column(String(64))
    stage: Mapped[Stage] = mapped_column(words(Stage, "stage"), default=Stage.DRAFTING)
    version: Mapped[int] = mapped_column(default=1)
    round: Mapped[int] = mapped_column(default=1)
    published: Mapped[str] = mapped_column(String(12), default="")
    record: Mapped[bool] = mapped_column(default=False)
    outcomes: Mapped[list["Outcome"]] = relationship(
        back_populates="edition", cascade="all, delete-orphan", order_by="Outcome.position"
    )
    sections: Mapped[list["Section"]] = relationship(
        back_populates="edition", cascade="all, delete-orphan", order_by="Section.position"
    )


class Outcome(Base):
    """A group of dashboards in print: an outcome of the Strategic Plan, or another group."""

    __tablename__ = "outcome"
    __table_args__ = (UniqueConstraint("edition_id", "name"),)

    id: Mapped[Key]
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str]
    kind: Mapped[str]
    edition: Mapped[Edition] = relationship(back_populates="outcomes")
    dashboards: Mapped[list["Dashboard"]] = relationship(
        back_populates="outcome", cascade="all, delete-orphan", order_by="Dashboard.position"
    )
    aims: Mapped[list["Aim"]] = relationship(
        back_populates="outcome", cascade="all, delete-orphan", order_by="Aim.position"
    )


class Dashboard(Base):
    """One theme dashboard of an edition."""

    __tablename__ = "dashboard"
    __table_args__ = (UniqueConstraint("outcome_id", "slug"),)

    id: Mapped[Key]
    outcome_id: Mapped[int] = mapped_column(
        ForeignKey("outcome.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    slug: Mapped[Slug]
    name: Mapped[str]
    comparator: Mapped[str]
    note: Mapped[str]
    has_targets: Mapped[bool]
    in_headline: Mapped[bool]
    outcome: Mapped[Outcome] = relationship(back_populates="dashboards")
    indicators: Mapped[list["Indicator"]] = relationship(
        back_populates="dashboard", cascade="all, delete-orphan", order_by="Indicator.number"
    )


class Indicator(Base):
    """One row of a dashboard in one edition.

    The ``_text`` columns hold the figures exactly as printed. ``db.content_tables`` has the column of
    each field. ``override_reason`` is an officer's reason for setting the arrow, the rating or the
    quartile by hand.
    """

    __tablename__ = "indicator"
    __table_args__ = (UniqueConstraint("dashboard_id", "slug"),)

    id: Mapped[Key]
    dashboard_id: Mapped[int] = mapped_column(
        ForeignKey("dashboard.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    slug: Mapped[Slug] = mapped_column(index=True)
    name: Mapped[str]
    section: Mapped[str]
    strategic_plan: Mapped[bool]
    polarity: Mapped[Polarity] = mapped_column(words(Polarity, "polarity"))
    value_text: Mapped[str]
    value_period: Mapped[str]
    previous_text: Mapped[str]
    previous_period: Mapped[str]
    target_text: Mapped[str]
    quartile_text: Mapped[str]
    direction: Mapped[Direction] = mapped_column(words(Direction, "direction"))
    rating: Mapped[Rating | None] = mapped_column(words(Rating, "rating"))
    source: Mapped[str]
    commentary: Mapped[str]
    override_reason: Mapped[str] = mapped_column(default="")
    rule_method: Mapped[Method] = mapped_column(words(Method, "rule_method"))
    rule_tolerance: Mapped[str] = mapped_column(String(20))
    rule_tolerance_in: Mapped[ToleranceIn] = mapped_column(words(ToleranceIn, "rule_tolerance_in"))
    rule_sample: Mapped[int]
    rule_reason: Mapped[str]
    dashboard: Mapped[Dashboard] = relationship(back_populates="indicators")


class Aim(Base):
    """An aim of the Strategic Plan for its last year, under a sub-outcome."""

    __tablename__ = "aim"

    id: Mapped[Key]
    outcome_id: Mapped[int] = mapped_column(
        ForeignKey("outcome.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    sub_outcome: Mapped[str]
    text: Mapped[str]
    outcome: Mapped[Outcome] = relationship(back_populates="aims")


class Section(Base):
    """One section of an edition's narrative, in Markdown.

    ``outcome`` and ``sub_outcome`` are empty where the section belongs to none.
    """

    __tablename__ = "section"
    __table_args__ = (UniqueConstraint("edition_id", "slug"),)

    id: Mapped[Key]
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"))
    position: Mapped[int]
    slug: Mapped[Slug]
    document: Mapped[Document] = mapped_column(words(Document, "document"))
    title: Mapped[str]
    outcome: Mapped[str]
    sub_outcome: Mapped[str]
    body: Mapped[str]
    edition: Mapped[Edition] = relationship(back_populates="sections")


class YearCount(Base):
    """The counts of indicators that improved or worsened, as a council's paper of one year printed them.

    A cell that the paper does not state is empty. Two papers of a year may differ.
    """

    __tablename__ = "year_count"

    id: Mapped[Key]
    position: Mapped[int]
    report_year: Mapped[int]
    data_year: Mapped[str] = mapped_column(String(10))
    level: Mapped[str] = mapped_column(String(20))
    group: Mapped[str]
    name: Mapped[str]
    total: Mapped[int | None]
    improved: Mapped[int | None]
    no_change: Mapped[int | None]
    worsened: Mapped[int | None]
    undetermined: Mapped[int | None]
    quarter_1: Mapped[int | None]
    quarter_2: Mapped[int | None]
    quarter_3: Mapped[int | None]
    quarter_4: Mapped[int | None]
    quarters_in: Mapped[str]
    benchmark_rank: Mapped[str]
    document: Mapped[str]
    paragraph: Mapped[str]
    note: Mapped[str]


class Source(Base):
    """The source of one of the product's tables, and its licence."""

    __tablename__ = "source"

    id: Mapped[Key]
    position: Mapped[int]
    table: Mapped[str] = mapped_column(unique=True)
    holds: Mapped[str]
    source: Mapped[str]
    licence: Mapped[str]
    note: Mapped[str]
