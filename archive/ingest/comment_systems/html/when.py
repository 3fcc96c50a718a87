"""Where the words of a comment's head say when it was posted, in the languages of Europe."""

import re
from datetime import UTC, datetime

from selectolax.lexbor import LexborNode as Node

from archive.ingest.comment_systems.html.spans import Range
from archive.ingest.dates import posted_at as in_words

_MONTHS = [
    "jan",
    "feb",
    "fév",
    "febr",
    "mar",
    "mär",
    "mrz",
    "may",
    "mai",
    "maj",
    "mag",
    "mei",
    "maí",
    "apr",
    "avr",
    "abr",
    "jun",
    "jui",
    "juin",
    "jul",
    "juil",
    "lug",
    "aug",
    "aoû",
    "ago",
    "sep",
    "sept",
    "set",
    "oct",
    "okt",
    "out",
    "ott",
    "nov",
    "déc",
    "dec",
    "dez",
    "dic",
    "des",
    "ene",
    "gen",
    "giu",
    "jän",
    "sty",
    "lut",
    "kwi",
    "cze",
    "lip",
    "sie",
    "wrz",
    "paź",
    "lis",
    "gru",
    "led",
    "úno",
    "bře",
    "dub",
    "kvě",
    "čer",
    "srp",
    "zář",
    "říj",
    "pro",
    "янв",
    "фев",
    "мар",
    "апр",
    "мая",
    "май",
    "июн",
    "июл",
    "авг",
    "сен",
    "окт",
    "ноя",
    "дек",
    "січ",
    "лют",
    "бер",
    "кві",
    "тра",
    "чер",
    "лип",
    "сер",
    "вер",
    "жов",
    "лис",
    "гру",
    "ian",
    "iun",
    "iul",
    "iunie",
    "noi",
    "már",
    "ápr",
    "máj",
    "jún",
    "júl",
    "sze",
    "szept",
    "ocak",
    "şub",
    "nis",
    "haz",
    "tem",
    "ağu",
    "eyl",
    "eki",
    "kas",
    "ara",
    "ιαν",
    "φεβ",
    "μαρ",
    "απρ",
    "μαι",
    "μαϊ",
    "μαΐ",
    "ιουν",
    "ιουλ",
    "αυγ",
    "σεπ",
    "οκτ",
    "νοε",
    "δεκ",
    "tammi",
    "helmi",
    "maalis",
    "huhti",
    "touko",
    "kesä",
    "heinä",
    "elo",
    "syys",
    "loka",
    "marras",
    "joulu",
]
_DAYS = (
    r"mo(?:n(?:tag|day)?)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag|i|iday)?|sa(?:mstag)?|sonnabend"
    r"|so(?:nntag)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|sat(?:urday)?|sun(?:day)?"
    r"|lun(?:di|es|ed[iì])?|mar(?:di|tes|ted[iì])?|mer(?:credi|coled[iì])?|mi[eé](?:rcoles)?|jeu(?:di)?"
    r"|jue(?:ves)?|gio(?:ved[iì])?|ven(?:dredi|erd[iì])?|vie(?:rnes)?|sam(?:edi)?|s[áa]b(?:ado|ato)?"
    r"|dim(?:anche)?|dom(?:ingo|enica)?|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|seg|ter|qua|qui|sex"
    r"|ma(?:andag)?|dinsdag|wo(?:ensdag)?|donderdag|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?"
    r"|pon(?:iedziałek)?|wt(?:o|orek)?|śro(?:da)?|śr|czw(?:artek)?|pią(?:tek)?|pt|sob(?:ota)?|niedz?(?:iela)?"
    r"|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
)
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})[^\W\d_]{{0,9}}\.?"
_DAY = rf"(?:(?:{_DAYS})\.?,?\s+(?:den\s+|le\s+)?)?"
_YEAR = r"(?:,?\s+(?:de\s+|del\s+)?|\s*['’]\s*|\.\s?)(?:(?:19|20)\d{2}|\d{2}(?![\d:.]))(?:\s?(?:г\.|р\.|года))?"
_DATE = (
    rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th|er|º|ª)?(?:\s+of|\s+de)?[\s\-/]{{0,2}}{_MONTH}(?:{_YEAR}|[\-/]\d{{2,4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:{_YEAR})?"
    r"|\d{1,2}\.\s?\d{1,2}\.?,\s?(?:19|20)\d{2}"
    r"|(?:19|20)\d{2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}\.?"
    r"|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
    r"|(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
_TIME = (
    r"\d{1,2}(?:(?:[:.]|\s?[hH]\s?|\s:\s)\d{2}(?:[:.]\d{2})?|\s?Uhr|(?=\s?[ap]\.?m\b))"
    r"(?:\s?[ap]\.?m\b\.?)?(?:\s?Uhr|\s?h\b)?(?:\s?(?:UTC|GMT|CES?T|MES?Z|[ECMP][SD]T)\b)?(?:\s?[+-]\d{2}:?\d{2}\b)?"
)
_SEP = (
    r"(?:\s*[,;|·•\-–—/@:]?\s*(?:at|um|à|a las?|alle(?: ore)?|ore|às|om|o(?: godz\.?)?|godz\.?|в|о"
    r"|kl\.?|klo|den|on|le|am|gegen|,|-|@|\()?\s*)"
)
_NUMBER = (
    r"(?:\d{1,3}|an?|one|einer?|einem|einigen|un|une|uno|una|um|uma|een|ein|en|ett|et|few|several)"
)
_UNIT = (
    r"(?:sec\w*|min\w*|hours?|hrs?|days?|weeks?|months?|years?|yrs?|sekund\w*|stunden?|tag\w*|wochen?"
    r"|monat\w*|jahr\w*|secondes?|heures?|jours?|semaines?|mois|ans?|année\w*|segundos?|horas?|d[ií]as?"
    r"|semanas?|mes(?:es)?|años?|anos?|second[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|meses|mês"
    r"|uu?r|uren|dag(?:en|ar)?|we[e]?ken?|maand(?:en)?|jaar|godz\w*|dni|dzień|tydzień|tygodni\w*"
    r"|miesi\w*|lat\w*|rok\w*|мин\w*|час\w*|д[ен]\w*|недел\w*|месяц\w*|лет|год\w*|timm\w*|år|mån\w*|uger?)"
)
_RELATIVE = (
    rf"(?:(?:about\s+|über\s+|over\s+)?{_NUMBER}\s+{_UNIT}(?:\s*,?\s*{_NUMBER}\s+{_UNIT})?"
    r"\s+(?:ago|her|fa|atrás|geleden|temu|назад|sedan|siden|sitten|zuvor|earlier)"
    rf"|(?:vor|il y a|hace|há|för|acum|πριν)\s+(?:über\s+|etwa\s+|ca\.\s+|environ\s+)?{_NUMBER}\s+{_UNIT}"
    r"(?:\s+(?:sedan|siden))?"
    r"|just now|gerade eben|yesterday|gestern|heute|today|aujourd[’']hui|hier|ayer|hoy|ieri|oggi"
    r"|ontem|hoje|gisteren|vandaag|wczoraj|dzisiaj|вчера|сегодня|igår|idag)"
)
_WHEN = re.compile(
    rf"(?<![\w]){_DAY}(?:{_DATE}(?:{_SEP}{_TIME})?|{_RELATIVE}(?:{_SEP}{_TIME})?)(?!\w)"
    rf"|(?<![\w.:]){_TIME}{_SEP}{_DAY}{_DATE}(?!\w)",
    re.IGNORECASE,
)
_ATTRIBUTES = (
    "datetime",
    "content",
    "title",
    "data-timestamp",
    "data-comment-timestamp",
    "data-time",
    "data-utime",
    "data-date",
)
_LONGEST = 400


def find(text: str, start: int, end: int) -> Range | None:
    """The first date in a range, absolute or relative, with its time of day."""
    hit = _WHEN.search(text, start, min(end, start + _LONGEST))
    return hit.span() if hit else None


def every(text: str, start: int, end: int) -> list[Range]:
    return [hit.span() for hit in _WHEN.finditer(text, start, end)]


def told(node: Node) -> datetime | None:
    """The moment in the attributes of an element, only where they give a zone, or an epoch."""
    values = (node.attributes.get(name) for name in _ATTRIBUTES)
    return next((at for value in values if value and (at := moment(value.strip()))), None)


def moment(value: str) -> datetime | None:
    """An ISO date with a zone, or seconds or milliseconds since 1970 in ten or thirteen digits."""
    if value.isascii() and value.isdigit() and len(value) in (10, 13):
        return datetime.fromtimestamp(int(value[:10]), UTC)
    return in_words(value)
