from collections.abc import Callable
from pathlib import Path

import pytest

from tests.races import Arena


@pytest.fixture
def arena(transactional_db: None, tmp_path: Path) -> Callable[[], Arena]:
    """Call it when the rows are made that the threads are to find."""
    return lambda: Arena(tmp_path)
