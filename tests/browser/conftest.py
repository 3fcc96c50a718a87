"""Chromium for the tests: `page` is a fresh one at desktop size that remembers what went wrong.

`page.problems` lists console errors (Content-Security-Policy violations among them), uncaught
exceptions and parts of a page that failed to load; a good test ends with it empty. `live` is the
address of a running server over the test database.
"""

import os
import shutil
from collections.abc import Iterator
from typing import cast

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Response,
    ViewportSize,
    sync_playwright,
)
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
NAMES = ["chromium", "chromium-browser", "google-chrome"]


class WatchedPage(Page):
    """A page with the list of its problems; only for the type checker."""

    problems: list[str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; VARIORUM_CHROMIUM may say where it is."""
    executable = os.environ.get("VARIORUM_CHROMIUM") or next(
        filter(None, map(shutil.which, NAMES)), ""
    )
    if not executable:
        pytest.skip(
            "Chromium is absent: apt install chromium, or set VARIORUM_CHROMIUM to its path"
        )
    # Playwright keeps an event loop in this thread, in which Django would refuse its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        # Chromium has no sandbox for root.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        chromium = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def live(live_server: LiveServer, settings: Settings) -> str:
    """The address of the running server, without a slash at its end; permalinks say it too."""
    settings.SITE_URL = live_server.url
    return str(live_server.url)


def watch(page: Page) -> WatchedPage:
    """Let a page collect its problems."""
    problems: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            problems.append(message.text)

    def inspect(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            problems.append(f"{response.status} {response.url}")

    page.on("console", listen)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("response", inspect)
    page.problems = problems  # type: ignore[attr-defined]
    return cast("WatchedPage", page)


@pytest.fixture
def page(browser: Browser) -> Iterator[WatchedPage]:
    """A page of its own browser context (no cookies of another test) at 1280 by 900."""
    context = browser.new_context(viewport=DESKTOP)
    yield watch(context.new_page())
    context.close()
