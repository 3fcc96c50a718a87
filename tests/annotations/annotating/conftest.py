import pytest
from django.test import Client

from annotations.actions.claims import create_claim
from annotations.models import Claim
from archive.models import Rendition
from tests import factories
from tests.annotations.annotating.sheet import COMMENTS, SLUG, TEXT


@pytest.fixture
def rendition() -> Rendition:
    return factories.rendition(TEXT, COMMENTS, slug=SLUG)


@pytest.fixture
def claim() -> Claim:
    return create_claim(
        slug="aigun-forced", statement="Aigun was signed under force.", by=factories.editor()
    )


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.editor())
    return client
