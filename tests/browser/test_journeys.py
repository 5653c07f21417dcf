"""Two journeys with Dash's own driver, which waits and logs in ways of its own."""

from domain.people.demonstration import PASSWORD
from tests.browser.pages import DashboardInDash, SignInInDash


def test_a_reader_narrows_a_dashboard_and_goes_back(dash_br, product):
    page = DashboardInDash.of(dash_br, product, "public-health").has_a_chart().has_rows(25)
    page.touch_the_chart()
    page.choose_change("Worsened").has_rows(6)
    dash_br.driver.back()
    page.has_rows(25).heads("Public Health")
    assert page.log == []


def test_an_officer_signs_in_and_reads_a_dashboard(dash_br, product):
    account = SignInInDash.open(dash_br, product, "/sign-in?next=/account").sign_in(
        "officer", PASSWORD
    )
    account.heads("Bridget Ingram")
    page = DashboardInDash.of(dash_br, product, "transport").has_rows(17)
    page.says(".who a[href='/account']", "Bridget Ingram")
    assert page.log == []
