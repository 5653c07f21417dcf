"""Reading the Delivery Report by its contents, and the audit log as an officer."""

import re

from playwright.sync_api import expect

from domain.people.demonstration import PASSWORD
from tests.browser.pages import AuditLogPage, HomePage, ReportPage, SignInPage

SECTION = "There is close alignment between skill supply and demand"


def test_a_line_of_the_contents_leads_to_its_section(reader):
    report = HomePage.open(reader).follow_menu("Report", ReportPage)
    expect(report.heading).to_have_text("Annual Delivery Report")
    report = report.follow(SECTION)
    expect(report.section(SECTION)).to_be_in_viewport()
    assert report.scrolled_to > 0
    assert reader.log == []


def test_an_officer_who_asks_for_the_log_signs_in_and_reads_it(reader):
    log = SignInPage.asked_by(reader, AuditLogPage).sign_in_to(AuditLogPage, "officer", PASSWORD)
    expect(log.heading).to_have_text("Audit log")
    expect(log.head).to_have_text(re.compile("^[0-9a-f]{64}$"))
    comparison, edition = log.sentences()[-2:]
    assert "the comparison of councils" in comparison
    assert "the 2022 edition" in edition
    assert reader.log == []
