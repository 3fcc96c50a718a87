"""Times counted back from the day the page was saved: "3 days ago", "vor 3 Tagen", "3 dni temu"."""

# ruff: noqa: RUF001 - words of other alphabets look like words of this one

_NUMBER = (
    r"(?:\d{1,3}|an?|one|einer?|einem|einigen|wenigen|un|une|uno|una|um|uma|een|ein|en|ett|et"
    r"|few|several|quelques)"
)
_UNIT = (
    r"(?:sec\w*|min\w*|hours?|hrs?|days?|weeks?|months?|years?|yrs?|sekund\w*|stunden?|tag\w*"
    r"|wochen?|monat\w*|jahr\w*|secondes?|heures?|jours?|semaines?|mois|ans?|année\w*|segundos?"
    r"|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|anos?|second[oi]|or[ae]|giorn[oi]|settiman[ae]"
    r"|mes[ei]|ann[oi]|mês|uu?r|uren|dag(?:en|ar)?|we[e]?ken?|maand(?:en)?|jaar|godz\w*|dni"
    r"|dzień|tydzień|tygodni\w*|miesi\w*|lat\w*|rok\w*|мин\w*|час\w*|д[ен]\w*|недел\w*|месяц\w*"
    r"|лет|год\w*|timm\w*|år|mån\w*|uger?|std\.?|dny|dnů|dnem|hodin\w*|týdn\w*|zile|zi|luni|ani"
    r"|saat|gün|hafta|ay|yıl|dakika)"
)
_BEHIND = r"(?:ago|her|fa|atrás|geleden|temu|назад|тому|sedan|siden|sitten|zuvor|earlier|önce)"
_BEFORE = r"(?:vor|il y a|hace|há|för|acum|πριν|před|pred)"
_ROUGHLY = r"(?:(?:about|über|over|etwa|ca\.|environ|fast|almost|más de|plus de|circa)\s+)?"
_DAY = (
    r"(?:just now|gerade eben|yesterday|gestern|vorgestern|heute|today|aujourd[’']hui|hier|ayer"
    r"|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag|wczoraj|dzisiaj|dziś|вчера|сегодня|igår|idag)"
)
PATTERN = (
    rf"(?:{_ROUGHLY}{_NUMBER}\s+{_UNIT}(?:\s*,?\s*(?:and\s+|und\s+)?{_NUMBER}\s+{_UNIT})?\s+{_BEHIND}"
    rf"|\d{{1,3}}\s?(?:s|m|h|d|w|mo|y|yr)\s+ago|(?:минуту|час|день|неделю|месяц|год)\s+назад"
    r"|\d{1,3}\s?(?:秒|分钟?|分鐘|小时|小時|時間|日|天|周|週間?|[个個ヶか]月|年)之?前"
    rf"|{_BEFORE}\s+{_ROUGHLY}{_NUMBER}\s+{_UNIT}(?:\s+(?:sedan|siden))?|{_DAY})"
)
