import pytest

from annotations.moderation import taxonomy


@pytest.mark.parametrize("category", taxonomy.CATEGORIES)
def test_every_category_fits_its_column_and_has_words(category: str) -> None:
    assert len(category) <= 60
    assert taxonomy.label(category) == taxonomy.CATEGORIES[category] != ""


@pytest.mark.parametrize("category", taxonomy.CATEGORIES)
def test_hate_and_threats_are_never_collapsed_and_all_else_may_be(category: str) -> None:
    bars = category == "threat" or category.startswith("identity_attack.")
    assert taxonomy.never_collapsed(category) is bars


def test_a_category_of_a_rules_own_is_shown_as_it_is_written() -> None:
    assert taxonomy.label("off_topic") == "off topic"


@pytest.mark.parametrize("category", ["identity_attack", "identity_attack.of_its_own"])
def test_a_kind_of_attack_that_the_table_lacks_is_never_collapsed(category: str) -> None:
    assert taxonomy.never_collapsed(category)
