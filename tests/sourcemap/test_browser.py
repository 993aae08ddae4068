"""The source map in a real browser: nothing runs or is fetched, and hands, keys and eyes get everywhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from attribution_lint.sourcemap import render
from tests.sourcemap.test_page import HOSTILE, STORY, view

webdriver = pytest.importorskip("selenium.webdriver")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs Chromium and its driver"),
]
CARRIED = "Bo Webb said 12% of 4,100 homes stood empty.\n\n" + "The hall was warm.\n\n" * 60 + "Some 7,200 left.\n"
Opener = Callable[..., "webdriver.Chrome"]


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--window-size=1300,900",
        "--force-prefers-reduced-motion",
    ):
        options.add_argument(argument)
    options.binary_location = CHROMIUM or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def page(browser: webdriver.Chrome, tmp_path: Path) -> Opener:
    """Open the page of one or more drafts."""

    def load(*texts: str) -> webdriver.Chrome:
        path = tmp_path / "page.html"
        path.write_text(render([view(text, number=n) for n, text in enumerate(texts, start=1)]), encoding="utf-8")
        browser.get_log("browser")
        browser.get_log("performance")
        browser.get(path.as_uri())
        return browser

    return load


def js(driver: webdriver.Chrome, code: str) -> object:
    return driver.execute_script(f"return {code}")


def texts(driver: webdriver.Chrome, selector: str) -> list[str]:
    return [" ".join(element.text.split()) for element in driver.find_elements("css selector", selector)]


def press(driver: webdriver.Chrome, *keys: str) -> None:
    driver.switch_to.active_element.send_keys(*keys)


def test_nothing_of_a_draft_runs_or_is_fetched(page: Opener) -> None:
    driver = page(HOSTILE, HOSTILE)
    assert js(driver, "window.ran") is None
    assert js(driver, "document.querySelectorAll('img, iframe, object, svg script, [onclick]').length") == 0
    assert js(driver, "document.title") == "Source map of 2 drafts"
    assert driver.get_log("browser") == []
    requests = [entry for entry in driver.get_log("performance") if "Network.requestWillBeSent" in entry["message"]]
    assert [entry for entry in requests if "http" in entry["message"].split('"url":"')[1][:5]] == []
    assert "<script>" in js(driver, "document.querySelector('.story').textContent")


def test_the_policy_holds_against_what_gets_in(page: Opener) -> None:
    driver = page(STORY)
    driver.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
        "const b = document.createElement('b'); b.setAttribute('onclick', 'window.ran = 1');"
        "document.body.append(b); b.click();"
        "const i = new Image(); i.src = 'https://example.invalid/x.png'; document.body.append(i);"
    )
    assert js(driver, "window.ran") is None
    refused = [entry["message"] for entry in driver.get_log("browser")]
    assert len([message for message in refused if "Content Security Policy" in message]) == 3


def test_a_click_on_a_figure_shows_its_source(page: Opener) -> None:
    driver = page(STORY)
    driver.find_element("link text", "41").click()
    assert texts(driver, ".detail .told") == ["41 ← Ada Moss"]
    assert "in its own sentence, by “said”" in texts(driver, ".detail [data-told]")[0]
    assert texts(driver, ".lit-source") == ["Ada Moss, the mayor"]
    assert texts(driver, ".lit-cue") == ["said"]
    driver.find_element("css selector", ".detail .close").click()
    assert texts(driver, ".lit-source") == []
    assert js(driver, "document.activeElement.textContent") == "41"


def test_enter_on_a_figure_does_the_same_and_escape_undoes_it(page: Opener) -> None:
    driver = page(STORY)
    js(driver, "document.querySelector('#d1-figure0').focus()")
    press(driver, "\ue007")
    assert texts(driver, ".detail .told") == ["9% ← Ada Moss"]
    press(driver, "\ue00c")
    assert js(driver, "document.querySelector('.detail').hidden") is True


def test_a_figure_on_air_says_so(page: Opener) -> None:
    driver = page(STORY)
    driver.find_element("css selector", "[data-next-hanging]").click()
    assert texts(driver, ".detail .told") == ["3,500"]
    assert texts(driver, ".story .lit") == ["3,500"]
    assert texts(driver, ".detail .told-problem")[0].startswith("FIG101 Says who?")
    assert js(driver, "document.querySelector('[data-to-source]').hidden") is True


def test_a_row_of_the_ledger_leads_to_the_words(page: Opener) -> None:
    driver = page(CARRIED)
    driver.find_element("css selector", "[id$=tab-ledger]").click()
    driver.find_element("css selector", ".ledger").find_element("link text", "7,200").click()
    seen = "(() => {const b = document.querySelector('.story .lit').getBoundingClientRect();"
    seen += "return b.top >= 0 && b.bottom <= innerHeight})()"
    from selenium.webdriver.support.ui import WebDriverWait

    assert WebDriverWait(driver, 5).until(lambda _: js(driver, seen))


def test_tabs_by_keyboard(page: Opener) -> None:
    driver = page(STORY)
    shown = "[...document.querySelectorAll('[role=tabpanel]')].filter(p => p.offsetParent).map(p => p.id)"
    assert js(driver, shown) == ["d1-problems"]
    js(driver, "document.querySelector('[role=tab]').focus()")
    press(driver, "\ue014")
    assert js(driver, shown) == ["d1-ledger"]
    press(driver, "\ue010")
    assert js(driver, shown) == ["d1-cast"]
    assert js(driver, "document.activeElement.getAttribute('aria-selected')") == "true"
    press(driver, "\ue011")
    assert js(driver, shown) == ["d1-problems"]


def test_a_source_of_the_cast_lights_up_what_it_carries(page: Opener) -> None:
    driver = page(STORY)
    driver.find_element("css selector", "[id$=tab-cast]").click()
    button = driver.find_element("css selector", ".voice")
    assert button.text == "Ada Moss"
    button.click()
    assert texts(driver, ".lit-voice") == ["Ada Moss, the mayor", "9%", "41"]
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert texts(driver, ".lit-voice") == []


@pytest.mark.parametrize("width", [360, 700, 1300])
def test_no_width_scrolls_sideways(page: Opener, width: int) -> None:
    driver = page(STORY + "\n" + "x" * 300 + "\n", CARRIED)
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        assert js(driver, "document.documentElement.scrollWidth") <= width
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_accessibility_audit_finds_nothing(page: Opener, scheme: str) -> None:
    audit = pytest.importorskip("axe_core_python.base")
    driver = page(STORY + CARRIED, HOSTILE)
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    driver.execute_script((Path(audit.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    driver.find_element("css selector", ".story a.figure").click()
    for tab in ("problems", "ledger", "cast"):
        driver.find_element("css selector", f"#d1-tab-{tab}").click()
        found = driver.execute_async_script("const done = arguments[0]; axe.run().then(r => done(r.violations))")
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == []


def test_paper_has_every_panel_and_no_buttons(page: Opener) -> None:
    driver = page(STORY)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        shown = "[...document.querySelectorAll('.panel')].filter(p => p.offsetHeight).length"
        assert js(driver, shown) == 3
        assert js(driver, "document.querySelector('[role=tablist]').offsetHeight") == 0
    finally:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_without_script_every_link_leads_somewhere(page: Opener) -> None:
    driver = page(STORY)
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.refresh()
        shown = driver.find_elements("css selector", ".panel")
        assert [panel.is_displayed() for panel in shown] == [True, True, True]
        driver.find_element("link text", "41").click()
        assert driver.current_url.endswith("#d1-row1")
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
