import pytest

from archive.edtf import is_edtf


@pytest.mark.parametrize(
    "value",
    [
        *["1858", "1858-05", "1858-05-28", "-0044-03-15", "0000", "Y17000000", "2000-02-29"],
        *["1858~", "1858-05?", "1858-05-28%", "1858-21", "185X", "18XX", "1858-XX", "1858-XX-XX"],
        *["1858-05-XX", "1856/1860", "1858-05-28/1858-06-13", "../1860", "1860/..", "/1860"],
        *["1858-~05", "1858?-05-28", "[1858, 1860]", "{1858..1860}", "[..1858]"],
    ],
)
def test_a_date_of_the_extended_format_is_known(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value",
    [
        *["", "28 May 1858", "about 1858", "1858-5-28", "1858-13", "1858-02-30", "1900-02-29"],
        *["58", "1858-05-28T10:00", "/", "../..", "1858/1860/1862", "1858–1860", "[]", "X858"],
        *["1858-22-01", "\uff11\uff18\uff15\uff18", "1858-05-28 "],
    ],
)
def test_anything_else_is_not(value: str) -> None:
    assert not is_edtf(value)
