import pytest

from archive.models import Rendition
from tests import factories
from tests.browser.annotating.hand import COMMENTS, SLUG, TEXT, sign_in
from tests.browser.conftest import WatchedPage


@pytest.fixture
def rendition(live: str) -> Rendition:
    return factories.rendition(TEXT, COMMENTS, slug=SLUG)


@pytest.fixture
def desk(live: str, page: WatchedPage, rendition: Rendition) -> WatchedPage:
    """The annotating page as an editor has it open."""
    sign_in(page, live, factories.editor())
    page.goto(f"{live}/admin/annotate/{SLUG}/")
    return page
