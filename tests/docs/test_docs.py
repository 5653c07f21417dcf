import csv
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
)
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|css|js|csv|toml|in|txt|md))`")
LINKED = re.compile(r"\]\(([^)#]+)\)")
MADE_BY_RUNNING = {"var/", "var/compendium.log", "var/compendium.sqlite", "figures.csv"}
CELL = re.compile(r"[\d/-]+|N/A|1st/2nd")
TABLES = {path.name for path in (ROOT / "data").rglob("*.csv")}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_names_only_files_that_exist(document):
    text = document.read_text(encoding="utf-8")
    missing = [
        name
        for name in NAMED.findall(text)
        if name not in MADE_BY_RUNNING | TABLES
        and not CELL.fullmatch(name)
        and not (ROOT / name).exists()
    ]
    missing += [link for link in LINKED.findall(text) if not (document.parent / link).exists()]
    assert missing == []


def test_the_glossary_names_only_what_the_code_has():
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for package in ("app", "callbacks", "workflow", "layouts", "db", "domain")
        for path in (ROOT / package).rglob("*.py")
    )
    words = set(re.findall(r"\w+", code))
    last_cells = [
        line.strip("|").split("|")[-1]
        for line in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    named = {name for cell in last_cells for name in re.findall(r"`([\w.]+)(?:\(\))?`", cell)}
    assert len(named) > len(last_cells) / 2
    assert sorted(name for name in named if not words.issuperset(name.split("."))) == []


def test_the_readme_names_the_two_commands_and_the_python_versions():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in text
    assert "make test" in text
    assert "Python 3.11" in text


def test_make_alone_lists_every_task_with_its_sentence():
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    named = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    assert [name for name in named if f"{name} " not in listed] == []


def test_every_shipped_table_names_its_source():
    with (ROOT / "data" / "sources.csv").open(encoding="utf-8", newline="") as file:
        named = {row["table"] for row in csv.DictReader(file)}
    shipped = {
        str(path.relative_to(ROOT / "data"))
        for path in (ROOT / "data").rglob("*.csv*")
        if path.name != "sources.csv"
    }
    assert named == shipped


def test_the_projects_files_speak_of_the_product_alone():
    listed = subprocess.run(
        ["git", "grep", "-nIE", "/(work|root|home)/[a-z]", "--", ".", ":!tests/docs", ":!*.min.js"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert listed.stdout == ""
