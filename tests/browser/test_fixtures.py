from tests.browser.conftest import WatchedPage


def test_a_page_remembers_a_script_that_the_policy_refuses(live: str, page: WatchedPage) -> None:
    page.goto(f"{live}/admin/login/")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('style'), {textContent: 'p{}'}))"
    )
    page.wait_for_timeout(100)
    assert any("Content Security Policy" in problem for problem in page.problems)


def test_a_page_remembers_a_part_that_is_missing(live: str, page: WatchedPage) -> None:
    page.goto(f"{live}/admin/login/")
    page.evaluate("fetch('/no-such-part')")
    page.wait_for_timeout(300)
    assert f"404 {live}/no-such-part" in page.problems
