"""What the public templates need beside Django's own: words, dates, addresses, notes' markup."""

from django import template
from django.conf import settings

from archive.reading.addresses import absolute, place_path, web_address
from archive.reading.choices import language
from archive.reading.dates import day_words, edtf_words
from archive.reading.markup import markdown
from archive.reading.naming import host
from archive.reading.vocabulary import words

register = template.Library()

register.filter("words", words)
register.filter("edtf", edtf_words)
register.filter("day", day_words)
register.filter("markdown", markdown)
register.filter("place_path", place_path)
register.filter("web_address", web_address)
register.filter("host", host)
register.filter("language_name", language)
register.simple_tag(absolute)


@register.simple_tag
def site_name() -> str:
    return str(settings.SITE_NAME)
