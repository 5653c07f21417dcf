"""An edition's calendar and frozen versions: exact, and for those who may read them alone."""

import hashlib
import itertools

import pytest
from icalendar import Calendar

from app.assembly import create_app
from app.settings import Settings
from db.models import FrozenVersion, Person
from db.queries import governance
from domain.editions.terms import Stage
from domain.governance.terms import Action
from domain.terms import Role
from tests.app.markup import read
from tests.app.product import SECRET, Browser, database_of
from tests.builders import A_PASSWORD
from tests.builders.contexts import CHEAP
from tests.builders.databases import in_folder
from tests.builders.stages import stages_in
from tests.builders.workflow import CHIEF, CLERK, SOMEBODY, act, an_edition
from workflow.access import NOBODY
from workflow.editions import readership
from workflow.governance import policy

CALENDAR = "/editions/2022/calendar.ics"
VERSION = "/editions/2022/versions/{}.json"
SOMEONE = [None, *Role]


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    return stages_in(in_folder(tmp_path_factory.mktemp("stages")))


@pytest.fixture(scope="module", params=list(Stage))
def stood(request, stages):
    """A product at each stage in turn, and a browser of everybody."""
    with stages.at(request.param) as database:
        app = product(database)
        yield request.param, {role: browser_of(app, role) for role in SOMEONE}
        database_of(app).close()


@pytest.fixture
def product_at(stages):
    """A product of one's own whose edition is at a stage, after some more steps."""
    with stages.at(Stage.PUBLISHED) as database:

        def make(*steps, address: str = ""):
            with database.session_scope() as session:
                edition = an_edition(session, Stage.PUBLISHED)
                for action, actor in steps:
                    act(session, edition, action, actor)
            return product(database, address=address)

        made = []
        yield lambda *steps, **more: made.append(make(*steps, **more)) or made[-1]
        for app in made:
            database_of(app).close()


def product(database, **more):
    with database.session_scope() as session:
        for actor in SOMEBODY.values():
            person = session.get(Person, actor.person_id)
            person.password_hash = CHEAP.hash(A_PASSWORD)
    url = database.engine.url.render_as_string(hide_password=False)
    return create_app(Settings(secret=SECRET, database=url, https=False, **more))


def browser_of(app, role: Role | None) -> Browser:
    return Browser(app).sign_in_as(role) if role else Browser(app)


def actor_of(role: Role | None):
    return SOMEBODY[role] if role else NOBODY


def versions_in(browser: Browser) -> list[FrozenVersion]:
    with database_of(browser.app).reading_scope() as session:
        return [
            governance.frozen_version(session, 2022, each.name)
            for each in on_record(session).versions
        ]


def on_record(session):
    return governance.record_of(session, 2022)


def test_the_calendar_is_given_to_those_who_may_read_the_edition_as_it_stands(stood):
    stage, browsers = stood
    for role, browser in browsers.items():
        answer = browser.get(CALENDAR)
        assert (answer.status_code == 200) is readership.may_read(actor_of(role), stage), role


def test_a_version_is_given_to_those_whom_the_policy_names(stood):
    _, browsers = stood
    frozen = versions_in(browsers[None])
    with database_of(browsers[None].app).reading_scope() as session:
        record = on_record(session)
    for (role, browser), version in itertools.product(browsers.items(), frozen):
        answer = browser.get(VERSION.format(version.name))
        may = policy.may_read_version(actor_of(role), record, version.name)
        assert (answer.status_code == 200) is may, (role, version.name)
        if may:
            assert answer.data == version.content.encode()


def test_what_may_not_be_read_is_answered_like_what_is_not_there(stood):
    stage, browsers = stood
    stranger = browsers[None]
    for address in (CALENDAR, VERSION.format("A"), VERSION.format("C")):
        answer = stranger.get(address)
        if answer.status_code == 200:
            assert stage is Stage.PUBLISHED
            continue
        missing = stranger.get(address.replace("2022", "2031"))
        assert answer.status_code == missing.status_code == 404
        if stage is not Stage.PUBLISHED:
            assert told(answer) == told(missing).replace("2031", "2022")


def told(answer) -> str:
    return read(answer.text).one("main").text


def test_a_version_comes_with_the_digest_of_its_bytes(product_at):
    browser = Browser(product_at())
    answer = browser.get(VERSION.format("C"))
    digest = hashlib.sha256(answer.data).hexdigest()
    assert answer.headers["X-Content-SHA256"] == digest
    assert answer.headers["ETag"] == f'"{digest}"'
    assert answer.headers["Content-Type"] == "application/json"
    assert 'filename="compendium-2022-C.json"' in answer.headers["Content-Disposition"]
    with database_of(browser.app).reading_scope() as session:
        assert on_record(session).motion.digest == digest


def test_a_version_that_the_browser_has_is_not_sent_again(product_at):
    browser = Browser(product_at())
    tag = browser.get(VERSION.format("C")).headers["ETag"]
    again = browser.get(VERSION.format("C"), headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_version_that_is_packed_on_the_way_is_the_same_unpacked(product_at, coding):
    browser = Browser(product_at())
    answer = browser.get(VERSION.format("C"), headers={"Accept-Encoding": coding})
    assert answer.headers["Content-Encoding"] == coding
    again = browser.get(
        VERSION.format("C"),
        headers={"Accept-Encoding": coding, "If-None-Match": answer.headers["ETag"]},
    )
    assert again.status_code == 304


def test_the_public_reads_what_was_published_and_corrected_and_no_draft(product_at):
    browser = Browser(product_at((Action.SIGN_CORRECTION, CHIEF)))
    given = {name: browser.get(VERSION.format(name)).status_code for name in ("A", "B", "C", "C.1")}
    assert given == {"A": 404, "B": 404, "C": 200, "C.1": 200}


def test_of_a_withdrawn_edition_the_public_reads_nothing(product_at):
    browser = Browser(product_at((Action.WITHDRAW, CLERK)))
    assert browser.get(VERSION.format("C")).status_code == 404
    assert browser.get(CALENDAR).status_code == 404


def test_a_version_that_somebody_reached_round_us_to_change_is_not_given_out(product_at):
    browser = Browser(product_at())
    with database_of(browser.app).engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER frozen_version_is_not_changed")
        connection.exec_driver_sql(
            "UPDATE frozen_version SET content = replace(content, 'smoke', 'smile')"
        )
    answer = browser.get(VERSION.format("C"))
    assert answer.status_code == 400
    assert "Version C" in told(answer)


@pytest.mark.parametrize(
    "address",
    [
        "/editions/2022/versions/D.json",
        "/editions/2022/versions/c.json",
        "/editions/2022/versions/%20.json",
        "/editions/2022/versions/A/C.json",
        "/editions/99999999999999999999/versions/C.json",
        "/editions/99999999999999999999/calendar.ics",
        "/editions/0/calendar.ics",
        "/editions/-1/calendar.ics",
        "/editions/x/calendar.ics",
    ],
)
def test_an_address_of_nothing_says_so(product_at, address):
    assert Browser(product_at()).get(address).status_code == 404


def test_the_calendar_can_be_read_by_calendar_programs(product_at):
    answer = Browser(product_at()).get(CALENDAR)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(answer.data).walk("VEVENT")
    assert len(events) == 6
    assert {str(event["url"]) for event in events} == {"http://localhost/editions/2022"}
    assert Browser(product_at()).get(CALENDAR).data == answer.data


def test_its_links_lead_to_the_address_that_is_set(product_at):
    app = product_at(address="https://compendium.leics.gov.uk")
    (event, *_) = Calendar.from_ical(Browser(app).get(CALENDAR).data).walk("VEVENT")
    assert str(event["url"]) == "https://compendium.leics.gov.uk/editions/2022"
