"""Every page as a document: one heading, a name for everything, no link that leads nowhere."""

import re

import pytest

from app.web.downloads import DOWNLOADS
from app.web.pages import PAGES, page_at
from domain.council import Council
from domain.terms import Role
from tests.app.addresses import reader_of
from tests.app.markup import Element, read
from tests.app.product import Browser, running
from tests.app.web.test_routes import ADDRESSES

pytestmark = pytest.mark.unmeasured

NARROWED = ["?sort=best-quarter&rating=issue", "?quartile=1-2", "?target=not_judged"]
DASHBOARDS = [
    "fair-funding", "growth-investment", "employment-skills", "housing", "transport", "police-crime",
    "school-academy-performance",
]  # fmt: skip
COUNCILS = [
    "/comparison?ours=E10000030&group=county-councils&theme=economy",
    "/comparison?group=region-london",
    "/comparison/quadrant?across=deprivation&labels=all&group=upper-tier",
    "/comparison/lowest-quartile?group=region-london",
    "/comparison/indicators?theme=overall",
    "/comparison/indicators/oflog-requests?ours=E10000030",
    "/comparison/heat-map?theme=environment-waste&group=upper-tier",
    "/methods/comparison?ours=E10000014",
    "/funding?ours=E10000014&as=E10000030&base=2020",
    "/funding/floor?floor=many",
    "/funding/map?group=county-councils",
    "/funding/services?method=budget&ours=E10000030",
]
WELL = [
    *ADDRESSES.values(),
    *COUNCILS,
    *(f"/dashboards/{slug}" for slug in DASHBOARDS),
    "/improvement?dashboard=transport",
    "/indicators?text=no-such-words-at-all",
    "/dashboards/transport?text=no-such-words-at-all",
    "/dashboards/transport?direction=improved&target=met",
    *(f"/indicators{question}" for question in NARROWED),
]
ILL = ["/nothing", "/dashboards/nothing", "/indicators/nothing", "/_reload-hash"]
FIELDS = ("input", "select", "textarea")
PLOTLY = re.compile(r"plotly-([a-z]+)")


@pytest.fixture(scope="module")
def documents(app) -> dict[str, Element]:
    """Every page as an administrator sees it, or an officer; with refused forms and problems."""
    browser = Browser(app)
    refused = browser.sign_in("member", "a wrong password").text
    browser.sign_in_as(Role.ADMINISTRATOR)
    texts = {path: browser.text(path) for path in [*WELL, *ILL]}
    for page in PAGES:
        if reader_of(page) is not Role.ADMINISTRATOR:
            reader = Browser(app).sign_in_as(reader_of(page))
            texts[ADDRESSES[page.name]] = reader.text(ADDRESSES[page.name])
    texts["a refused sign-in"] = refused
    texts["a refused password"] = browser.post("/account/password", {"old": "x"}).text
    texts["a refused person"] = browser.post("/people/add", {"name": "x", "role": "leader"}).text
    return {path: read(text) for path, text in texts.items()}


def every(documents, check) -> None:
    """Check each document; say which of them fail."""
    wrong = {path: fault for path, document in documents.items() if (fault := check(document))}
    assert wrong == {}


def test_every_page_is_a_document_in_english_with_a_title_and_a_sentence(documents):
    def check(document):
        title, *more = document.one("head").all("title")
        description = [
            each.get("content")
            for each in document.all("meta")
            if each.get("name") == "description"
        ]
        return (
            document.one("html").get("lang") != "en-GB"
            or more
            or not title.text.endswith(" · Leicestershire performance compendium")
            or not all(description)
        )

    every(documents, check)


def test_no_two_pages_share_a_title(documents):
    titles = [documents[path].one("head").one("title").text for path in set(ADDRESSES.values())]
    assert len(titles) == len(set(titles))


def test_every_page_has_one_main_part_one_header_and_one_footer(documents):
    every(
        documents,
        lambda document: [
            tag for tag in ("main", "header", "footer", "h1") if len(document.all(tag)) != 1
        ],
    )


def test_every_page_begins_with_a_link_to_its_main_part(documents):
    def check(document):
        first = document.all("a")[0]
        return first.get("href") != f"#{document.one('main').get('id')}"

    every(documents, check)


def test_headings_go_down_one_level_at_a_time(documents):
    def check(document):
        levels = [int(each.tag[1]) for each in document.all("h1", "h2", "h3", "h4", "h5")]
        steps = zip([0, *levels], levels, strict=False)
        return [f"h{one} to h{next_}" for one, next_ in steps if next_ > one + 1]

    every(documents, check)


def test_no_id_stands_twice_on_a_page(documents):
    def check(document):
        ids = [each.get("id") for each in document.all() if "id" in each.attributes]
        return [one for one in set(ids) if ids.count(one) > 1 or not one]

    every(documents, check)


def test_every_label_has_its_field_and_every_field_its_label(documents):
    def check(document):
        unseen = [
            field
            for part in document.all("div")
            if "hidden" in part.attributes
            for field in part.all(*FIELDS)
        ]
        fields = {
            each.get("id")
            for each in document.all(*FIELDS)
            if each.get("type") not in ("hidden", "submit") and each not in unseen
        }
        labels = [each.get("for") for each in document.all("label")]
        empty = [each for each in document.all("label", "legend", "button") if not each.name]
        return set(labels) ^ fields or len(labels) != len(set(labels)) or empty

    every(documents, check)


def test_every_table_has_a_caption_and_heads_for_its_columns_and_rows(documents):
    def check(document):
        return [
            table.one("caption").text
            for table in document.all("table")
            if not table.one("caption").text.strip()
            or not table.one("thead").all("th")
            or [head for head in table.all("th") if not head.get("scope")]
            or [row for row in table.all("tr") if not row.all("th")]
        ]

    every(documents, check)


def test_every_row_of_a_table_is_as_wide_as_its_heads(documents):
    def check(document):
        def width(row):
            return sum(int(cell.get("colspan") or 1) for cell in row.all("th", "td"))

        return [
            table.one("caption").text
            for table in document.all("table")
            if len({width(row) for row in table.all("tr")}) != 1
        ]

    every(documents, check)


def test_every_link_says_where_it_leads(documents):
    every(
        documents,
        lambda document: [
            each.get("href") for each in document.all("a") if not each.name or not each.get("href")
        ],
    )


def test_every_picture_has_a_name(documents):
    every(
        documents,
        lambda document: [
            each.tag
            for each in document.all()
            if each.get("role") in ("img", "region") and not each.get("aria-label")
        ],
    )


def test_every_list_holds_items_alone(documents):
    every(
        documents,
        lambda document: [
            each
            for each in document.all("ul", "ol")
            if not each.children
            or [child for child in each.children if getattr(child, "tag", "") != "li"]
        ],
    )


def is_a_file(app, path: str) -> bool:
    """Whether a download is at this address."""
    endpoint, _ = app.server.url_map.bind("").match(path)
    return endpoint in {download.endpoint for download in DOWNLOADS}


def with_their_questions(links: set[str]) -> set[str]:
    """The addresses of ours that links lead to: with the question that an edition's pages need."""
    return {
        link.partition("#")[0] if link.startswith("/editions/") else re.split("[?#]", link)[0]
        for link in links
        if link.startswith("/")
    }


def test_no_link_of_ours_leads_nowhere(app, documents):
    links = {link.get("href") for document in documents.values() for link in document.all("a")}
    ours = {link.partition("#")[0].partition("?")[0] for link in links if link.startswith("/")}
    browsers = [Browser(app).sign_in_as(role) for role in (Role.BI_OFFICER, Role.ADMINISTRATOR)]
    assert "/audit-log.jsonl" in browsers[0].text("/audit-log")
    unknown = {path for path in ours if page_at(path) is None}
    assert [path for path in unknown if not is_a_file(app, path)] == []
    assert {"/indicators.csv", "/indicators.xlsx"} <= unknown
    slow = re.compile(r"/indicators/.+")
    assert [
        path
        for path in with_their_questions(links)
        if not slow.match(path) and all(each.get(path).status_code != 200 for each in browsers)
    ] == []
    assert len([path for path in ours if slow.match(path)]) == 243


def test_a_link_to_a_part_of_a_page_finds_it(app, documents):
    links = {link.get("href") for document in documents.values() for link in document.all("a")}
    browsers = [Browser(app), Browser(app).sign_in_as(Role.BI_OFFICER)]
    for link in links:
        path, _, part = link.partition("#")
        if part and path.startswith("/"):
            pages = [read(browser.text(path)) for browser in browsers]
            assert part in {each.get("id") for page in pages for each in page.all()}, link


def test_the_menu_marks_where_one_is(documents):
    for page in PAGES:
        marked = [
            link.get("href")
            for link in documents[ADDRESSES[page.name]].one("header").all("a")
            if link.get("aria-current") == "page"
        ]
        assert len(marked) <= 1
    assert documents["/methods"].one("header").text.count("Methods") == 1


def test_every_page_acknowledges_the_licence(documents):
    every(
        documents,
        lambda document: "Open Government Licence" not in document.one("footer").text,
    )


def test_a_page_holds_the_scripts_of_dash_only_where_it_has_a_chart_and_as_what_is_not_run(
    documents,
):
    for document in documents.values():
        charts = document.marked("data-chart")
        held = [part for part in document.all("template") if part.get("id") == "dash"]
        assert len(held) == bool(charts)
        dash = "/_dash-component-suites/"
        outside = [script for script in document.all("script") if dash in script.get("src")]
        inside = [
            script for part in held for script in part.all("script") if dash in script.get("src")
        ]
        assert outside == inside
        assert not [script for script in inside if "dash_table" in script.get("src")]


def test_a_chart_names_the_bundle_that_can_draw_it(documents):
    kinds = {
        path: {
            PLOTLY.search(chart.get("data-plotly"))[1] for chart in document.marked("data-chart")
        }
        for path, document in documents.items()
    }
    maps = {path for path, kind in kinds.items() if "geo" in kind}
    assert {path.partition("?")[0] for path in maps} == {"/funding/map"}
    assert {kind for kind_of in kinds.values() for kind in kind_of} == {"geo", "cartesian"}


@pytest.fixture
def another_council(edition_file, tmp_path):
    yield from running(
        edition_file,
        tmp_path,
        council=Council("Rutland <County> Council", "Rut & land", "E06000017", "us", "#801650"),
    )


def test_another_council_s_name_contact_and_colour_are_on_every_page(another_council):
    browser = Browser(another_council)
    for path in ("/", "/dashboards/transport", "/nothing"):
        document = read(browser.text(path))
        assert document.one("head").one("title").text.endswith("Rut & land performance compendium")
        assert "Rutland <County> Council" in document.one("footer").text
        assert document.one("style").text == ":root{--accent:#801650}"


def test_our_own_colour_needs_no_style_of_its_own(documents):
    every(documents, lambda document: document.all("style"))
