"""The HTML report in a browser: no request, no foreign script, usable by mouse, keyboard and without JavaScript."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from rashomon.render.html import render
from tests.render.sample import sample

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Open = Callable[..., Page]

pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"no browser at {CHROMIUM}: set CHROMIUM")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("html") / "report.html"
    file.write_text(render(sample()), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the report; afterwards nothing was asked for, nothing failed, and no text ran as a script."""
    contexts, asked, said = [], [], []

    def visit(place: str = "", width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address + place)
        return page

    yield visit
    scripted = [context.pages[0] for context in contexts if context.pages[0].evaluate("'pwned' in window")]
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert said == []
    assert scripted == []


def radio(page: Page, name: str, value: str) -> Locator:
    return page.locator(f'input[name="{name}"][value="{value}"]')


def facets(page: Page) -> list[str]:
    return [facet.get_attribute("id") or "" for facet in page.locator(".facet").all() if facet.is_visible()]


def eventually(page: Page, check: Callable[[], bool]) -> bool:
    """Whether something becomes true within five seconds; works without JavaScript too."""
    for _ in range(50):
        if check():
            return True
        page.wait_for_timeout(100)
    return False


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("state", ["all", "only"])
def test_axe_finds_nothing(visit: Open, width: int, scheme: str, state: str) -> None:
    page = visit(width=width, color_scheme=scheme)
    page.locator('[data-details="open"]').click()
    for table in page.locator(".chart summary").all():
        table.click()
    radio(page, "state", state).check()
    found = Axe().run(page).response["violations"]
    serious = [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in {"serious", "critical"}]
    assert serious == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
@pytest.mark.parametrize("javascript", [True, False])
def test_page_is_never_wider_than_the_screen(visit: Open, width: int, javascript: bool) -> None:
    page = visit(width=width, java_script_enabled=javascript)
    for text in page.locator(".full > summary, .chart summary").all():
        text.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("state", "kind", "shown", "said"),
    [
        ("all", "all", ["f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8"], "8 of 8 facets shown"),
        ("conflict", "all", ["f1", "f2"], "2 of 8 facets shown"),
        ("update", "all", ["f3"], "1 of 8 facets shown"),
        ("compatible", "all", ["f4", "f5"], "2 of 8 facets shown"),
        ("agree", "all", ["f6", "f7", "f8"], "3 of 8 facets shown"),
        ("all", "quantity", ["f1", "f3", "f4"], "3 of 8 facets shown"),
        ("conflict", "cause", ["f2"], "1 of 8 facets shown"),
        ("agree", "cause", [], "0 of 8 facets shown"),
        ("only", "all", [], "4 exclusives shown"),
    ],
)
def test_filters(visit: Open, state: str, kind: str, shown: list[str], said: str) -> None:
    page = visit()
    radio(page, "kind", kind).check()
    radio(page, "state", state).check()
    assert facets(page) == shown
    assert page.get_by_role("status").inner_text() == said
    rows = [row for row in page.locator('[data-by="outlets"] tbody tr').all() if row.is_visible()]
    assert len(rows) == len(shown)
    assert page.locator(".exclusives").is_visible() == (state == "only" or (state, kind) == ("all", "all"))


def test_empty_filter_says_so(visit: Open) -> None:
    page = visit()
    assert not page.locator(".none-shown").is_visible()
    radio(page, "state", "agree").check()
    radio(page, "kind", "cause").check()
    assert page.locator(".none-shown").is_visible()


def test_keyboard_alone(visit: Open) -> None:
    page = visit()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the facets"
    radio(page, "state", "all").focus()
    page.keyboard.press("ArrowRight")
    assert facets(page) == ["f1", "f2"]
    radio(page, "s1-by", "outlets").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#s1-countries").is_visible()
    page.locator("#r1 summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#r1 .text").is_visible()
    page.keyboard.press("Space")
    assert not page.locator("#r1 .text").is_visible()


def test_focus_is_visible(visit: Open) -> None:
    page = visit()
    for _ in range(4):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => { const at = document.activeElement, box = at.type === "radio" ? at.nextElementSibling : at;
            return parseFloat(getComputedStyle(box).outlineWidth); }"""
        )
        assert outline >= 2


def test_matrix_switch(visit: Open) -> None:
    page = visit()
    outlets, countries = page.locator("#s1-outlets"), page.locator("#s1-countries")
    assert (outlets.is_visible(), countries.is_visible()) == (True, False)
    radio(page, "s1-by", "countries").check()
    assert (outlets.is_visible(), countries.is_visible()) == (False, True)
    cell = page.locator('[data-by="countries"] tbody tr').nth(0).locator("td").nth(2)
    said = [answer.inner_text().split() for answer in cell.locator("a").all()]
    one = ["1", "outlet"]
    assert said == [
        ["variant", "A", "six", *one],
        ["variant", "B", "eleven", *one],
        ["variant", "C", "at", "least", "five", *one],
    ]


def test_colours_follow_the_system_and_the_switch(visit: Open) -> None:
    def paper(page: Page) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light, dark = visit(color_scheme="light"), visit(color_scheme="dark")
    white, black = paper(light), paper(dark)
    assert white != black
    radio(light, "scheme", "dark").check()
    radio(dark, "scheme", "light").check()
    assert (paper(light), paper(dark)) == (black, white)
    radio(light, "scheme", "auto").check()
    assert paper(light) == white


def middle(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("javascript", [True, False])
def test_marks_stand_on_the_scale_in_the_order_of_the_values(visit: Open, width: int, javascript: bool) -> None:
    page = visit(width=width, java_script_enabled=javascript)
    ticks = [middle(tick)[0] for tick in page.locator("#f1-chart1 .axis line").all()]
    marks = [middle(mark) for mark in page.locator("#f1-chart1 .lane .shape").all()]
    unit = (ticks[-1] - ticks[0]) / 15
    values = [5, 6, 11, 6]
    assert [x for x, _ in marks] == pytest.approx([ticks[0] + value * unit for value in values], abs=2)
    assert [y for _, y in marks] == sorted(y for _, y in marks)


@pytest.mark.parametrize("width", [320, 390, 704, 1280])
def test_words_and_marks_of_a_lane_do_not_overlap(visit: Open, width: int) -> None:
    page = visit(width=width)
    for lane in page.locator(".lane").all():
        who, where, text = (lane.locator(part).bounding_box() for part in (".who", ".where", ".plot text"))
        assert who
        assert where
        assert text
        words_end, words_bottom = (
            max(who["x"] + who["width"], where["x"] + where["width"]),
            where["y"] + where["height"],
        )
        assert text["x"] >= words_end or text["y"] >= words_bottom - 2
        assert 0 <= text["x"] <= text["x"] + text["width"] <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_side_has_a_shape_and_a_colour(visit: Open, scheme: str) -> None:
    page = visit(color_scheme=scheme)
    shapes = page.locator("#f1-chart1 .lane .shape").all()
    drawn = [(shape.get_attribute("d"), shape.evaluate("path => getComputedStyle(path).fill")) for shape in shapes]
    assert drawn[1] == drawn[3]
    assert len({shape for shape, _ in drawn}) == len({colour for _, colour in drawn}) == 3


def test_an_open_end_is_an_arrow_and_an_interval_a_bar(visit: Open) -> None:
    page = visit()
    tips = [
        (middle(tip)[0] > middle(tip.locator("xpath=../../*[@class='shaft']"))[0]) for tip in page.locator(".tip").all()
    ]
    assert tips == [True]
    assert page.locator("#f4-chart1 .bar").count() == 1
    assert page.locator("#f4-chart1 .lane").first.locator(".plot text").text_content() == "About 40"


def test_a_value_of_the_table_leads_to_its_quote(visit: Open) -> None:
    page = visit()
    page.locator("#f1-chart1 summary").click()
    link = page.locator("#f1-chart1 tbody tr").first.locator("a").first
    link.click()
    mark = page.locator(link.get_attribute("href") or "")
    mark.wait_for(state="visible")
    assert mark.inner_text() == "At least five people were being treated at the scene"


@pytest.mark.parametrize("javascript", [True, False])
def test_link_into_a_closed_full_text_opens_it(visit: Open, javascript: bool) -> None:
    page = visit(java_script_enabled=javascript)
    mark = page.locator("#m1")
    assert not mark.is_visible()
    page.locator('#f1 .there[href="#m1"]').click()
    mark.wait_for(state="visible")
    assert eventually(page, lambda: 0 < (mark.bounding_box() or {"y": -1})["y"] < 900)
    assert mark.inner_text() == "Six passengers were treated for bruises and cold"


def test_address_with_a_place_opens_it(visit: Open) -> None:
    assert visit("#m1").locator("#m1").is_visible()


def test_back_link_brings_back_a_facet_that_is_filtered_away(visit: Open) -> None:
    page = visit()
    page.locator("#f6 .there").first.click()
    radio(page, "state", "conflict").check()
    assert facets(page) == ["f1", "f2"]
    page.locator('.ref[href^="#f6-"]').locator("visible=true").first.click()
    page.locator("#f6").wait_for(state="visible")
    assert page.get_by_role("status").inner_text() == "8 of 8 facets shown"


def test_all_full_texts_at_once(visit: Open) -> None:
    page = visit()
    page.locator('[data-details="open"]').click()
    assert all(text.is_visible() for text in page.locator(".text").all())
    page.locator('[data-details="close"]').click()
    assert not any(text.is_visible() for text in page.locator(".text").all())


def test_without_javascript_everything_is_there(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    assert len(facets(page)) == 8
    assert page.locator("#s1-outlets").is_visible()
    assert page.locator("#s1-countries").is_visible()
    assert page.locator(".exclusives").is_visible()
    assert page.locator(".chart .lane").count() == 6
    page.locator("#f1-chart1 summary").click()
    assert page.locator("#f1-chart1 table").is_visible()
    assert not any(control.is_visible() for control in page.locator("[data-control]").all())
    page.locator("#r5 summary").click()
    assert page.locator("#r5 .text").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_table_or_cards(visit: Open, width: int) -> None:
    page = visit(width=width)
    table, cards = page.locator(".matrix").first, page.locator(".cards").first
    assert (table.is_visible(), cards.is_visible()) == (width > 700, width < 700)


def test_a_long_page_folds_its_cards_and_a_filter_opens_them(browser: Browser, tmp_path: Path) -> None:
    whole = sample()
    story = replace(whole.stories[0], facets=whole.stories[0].facets * 2)
    file = tmp_path / "long.html"
    file.write_text(render(replace(whole, stories=(story,))), encoding="utf-8")
    with closing(browser.new_page(viewport={"width": 390, "height": 900})) as page:
        page.goto(file.as_uri())
        last = page.locator('[data-by="outlets"] .cards [data-state="agree"]').last
        assert not last.is_visible()
        radio(page, "state", "agree").check()
        assert last.is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_paper_shows_everything_and_no_controls(visit: Open, javascript: bool) -> None:
    page = visit(java_script_enabled=javascript, color_scheme="dark")
    if javascript:
        radio(page, "state", "conflict").check()
    page.emulate_media(media="print")
    assert len(facets(page)) == 8
    assert all(text.is_visible() for text in page.locator(".text, .chart table").all())
    assert page.locator("#s1-countries").is_visible()
    assert not any(control.is_visible() for control in page.locator("[data-control]").all())
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
