"""What a reader understood becomes rows, all of them or none."""

import shutil

import pytest
from sqlalchemy import select

from db.base import Base
from db.loading import FaultyTables, load_folder
from db.models import Edition, Indicator
from db.queries import editions, indicators
from domain.editions.sections import RECOMMENDATIONS
from domain.editions.terms import Document, Stage
from domain.errors import NotFound, Unreadable
from tests.builders import a_folder, published


@pytest.fixture
def folder(tmp_path):
    return a_folder(tmp_path)


def load(database, folder) -> list[str]:
    with database.session_scope() as session:
        return load_folder(session, folder.path)


def publish(database) -> None:
    with database.session_scope() as session:
        published(session)


def contents(database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, less the keys that the database makes up."""
    with database.reading_scope() as session:
        return {
            table.name: [
                tuple(row)
                for row in session.execute(
                    select(*(c for c in table.c if c.name != "id")).order_by(*table.primary_key)
                )
            ]
            for table in Base.metadata.sorted_tables
        }


def keys(database) -> list[int]:
    with database.reading_scope() as session:
        return list(session.scalars(select(Indicator.id).order_by(Indicator.id)))


def values(database) -> list[str]:
    with database.reading_scope() as session:
        return [str(row.value) for row in indicators.of_edition(session, 2022)]


def test_loading_says_what_was_loaded(database, folder):
    assert load(database, folder) == ["Loaded the 2022 edition: 2 indicators, 2 dashboards."]


def test_loading_twice_changes_nothing(database, folder):
    load(database, folder)
    before, ids = contents(database), keys(database)
    assert load(database, folder) == ["The 2022 edition is loaded already."]
    assert contents(database) == before
    assert keys(database) == ids


def test_a_changed_edition_replaces_the_one_before(database, folder):
    load(database, folder)
    folder.put("2022/indicators.csv", 2, value="46.0%")
    assert load(database, folder) == ["Replaced the 2022 edition: 2 indicators, 2 dashboards."]
    assert values(database) == ["46.0%", "13.0% (2021)"]
    assert {name: len(rows) for name, rows in contents(database).items()}["outcome"] == 2


def test_counts_and_sources_are_replaced_whole(database, folder):
    load(database, folder)
    folder.repeat("sources.csv", 2, table="2022/rules.csv")
    folder.put("year_counts.csv", 2, improved="2")
    load(database, folder)
    with database.reading_scope() as session:
        assert [row.table for row in editions.sources(session)] == [
            "2022/edition.csv",
            "2022/rules.csv",
        ]
        assert [row.improved for row in editions.year_counts(session, "overall")] == [2]


@pytest.mark.parametrize("already_loaded", [False, True])
def test_faulty_tables_load_nothing(database, folder, already_loaded):
    for _ in range(already_loaded):
        load(database, folder)
    before = contents(database)
    folder.put("2022/indicators.csv", 2, value="99%")
    folder.put("2022/indicators.csv", 3, direction="better")
    folder.put("sources.csv", 2, licence="")
    with pytest.raises(FaultyTables) as refusal:
        load(database, folder)
    assert contents(database) == before
    assert [problem.table for problem in refusal.value.problems] == [
        "2022/indicators.csv",
        "sources.csv",
    ]


def test_every_fault_is_said_with_their_number(database, folder):
    folder.put("2022/indicators.csv", 3, direction="better")
    with pytest.raises(FaultyTables, match=r"^Nothing was loaded\. 1 thing is wrong:\n  2022/ind"):
        load(database, folder)
    folder.put("sources.csv", 2, licence="")
    with pytest.raises(FaultyTables, match=r"2 things are wrong:\n  2022/ind.*\n  sources"):
        load(database, folder)


def test_a_folder_without_an_edition_is_refused(database, tmp_path):
    with (
        pytest.raises(Unreadable, match="a folder named by its year must hold edition"),
        database.session_scope() as session,
    ):
        load_folder(session, tmp_path)


def test_several_editions_are_loaded_and_an_indicator_has_a_history(database, folder):
    shutil.copytree(folder.path / "2022", folder.path / "2021")
    folder.put("2021/edition.csv", 2, year="2021", data_year="2020/21")
    folder.put("2021/indicators.csv", 2, value="43.0%")
    assert len(load(database, folder)) == 2
    publish(database)
    with database.reading_scope() as session:
        history = indicators.history(session, "waste-recycled")
        assert [(year, str(row.value)) for year, row in history] == [
            (2021, "43.0%"),
            (2022, "45.1%"),
        ]
        assert editions.latest(session).year == 2022
        assert editions.by_year(session, 2021).data_year == "2020/21"
        assert indicators.history(session, "unknown") == []


@pytest.mark.parametrize(
    ("cells", "periods"),
    [
        ({}, ("2021/22", "2020/21")),
        ({"period": "2020", "previous_period": "2019"}, ("2020", "2019")),
        ({"period": "2020"}, ("2020", "")),
        ({"previous_period": "2019"}, ("2021/22", "2019")),
        ({"value": "45.1% (2020)", "previous": "43.0% (2018)"}, ("2020", "2018")),
        ({"value": "45.1% (2020)", "period": "2018-20"}, ("2018-20", "")),
        ({"value": "45.1% (2020)"}, ("2020", "")),
    ],
)
def test_an_indicator_has_its_real_periods(database, folder, cells, periods):
    folder.put("2022/indicators.csv", 2, **cells)
    load(database, folder)
    with database.reading_scope() as session:
        row = indicators.by_slug(session, 2022, "waste-recycled")
    assert (row.period, row.previous_period) == periods


def put_aside(database, year: int, stage: Stage) -> None:
    """Let one edition stand somewhere else than among those that are published."""
    with database.session_scope() as session:
        session.scalars(select(Edition).where(Edition.year == year)).one().stage = stage


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.PUBLISHED])
def test_the_newest_edition_and_a_history_leave_out_what_is_not_published(database, folder, stage):
    shutil.copytree(folder.path / "2022", folder.path / "2021")
    folder.put("2021/edition.csv", 2, year="2021", data_year="2020/21")
    load(database, folder)
    publish(database)
    put_aside(database, 2022, stage)
    with database.reading_scope() as session:
        assert editions.latest(session).year == 2021
        assert [year for year, _ in indicators.history(session, "waste-recycled")] == [2021]
    put_aside(database, 2021, stage)
    with database.reading_scope() as session:
        assert indicators.history(session, "waste-recycled") == []
        with pytest.raises(NotFound, match="No edition is published yet"):
            editions.latest(session)


def test_an_edition_is_loaded_as_a_draft_with_recommendations_still_to_be_written(database, folder):
    load(database, folder)
    with database.reading_scope() as session:
        edition = session.scalars(select(Edition)).one()
        assert (edition.stage, edition.version, edition.round) == (Stage.DRAFTING, 1, 1)
        assert (edition.published, edition.record) == ("", False)
        recommending = edition.sections[-1]
        assert (recommending.slug, recommending.document) == (
            RECOMMENDATIONS,
            Document.CABINET_REPORT,
        )
        assert (recommending.position, recommending.body) == (4, "")


def test_an_edition_without_any_section_has_that_of_the_recommendations_alone(database, folder):
    folder.write("2022/sections.csv", [])
    load(database, folder)
    with database.reading_scope() as session:
        (section,) = session.scalars(select(Edition)).one().sections
        assert (section.slug, section.position) == (RECOMMENDATIONS, 1)


def test_before_an_edition_is_published_there_is_none_to_read(database):
    with database.reading_scope() as session:
        with pytest.raises(NotFound, match="No edition is published yet"):
            editions.latest(session)
        with pytest.raises(NotFound, match="There is no edition of 2022"):
            editions.by_year(session, 2022)
        with pytest.raises(NotFound, match="The 2022 edition has no indicator"):
            indicators.by_slug(session, 2022, "smoking")
