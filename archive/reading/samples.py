"""A sample of every public address, for whoever wants to visit them all."""

from django.urls import URLPattern, reverse

from archive.models import Edition
from archive.reading.urls import app_name, urlpatterns


def samples() -> dict[str, list[str]]:
    """The paths of each route by its name: all subjects, all editions, the closed ones too.

    A route with a parameter that is not known here raises `NoReverseMatch`.
    """
    published = Edition.objects.order_by("kind", "slug", "number")
    rows = [*published.values_list("kind", "slug", "number")]
    return {str(pattern.name): paths(pattern, rows) for pattern in urlpatterns}


def paths(pattern: URLPattern, rows: list[tuple[str, str, int]]) -> list[str]:
    name = f"{app_name}:{pattern.name}"
    wanted = pattern.pattern.converters
    if not wanted:
        return [reverse(name)]
    kind = pattern.default_args["kind"]
    known = [{"slug": slug, "number": number} for row, slug, number in rows if row == kind]
    found = (reverse(name, kwargs={key: row[key] for key in wanted}) for row in known)
    return [*dict.fromkeys(found)]
