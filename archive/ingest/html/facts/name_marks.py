# ruff: noqa: RUF001 - signs of other scripts are meant
"""Words by which a name is known from what stands round it, and from what is no person's."""

import re

_BY = (
    r"(?:posted|written|published|authored|reported|reviewed|geschrieben|verfasst|veröffentlicht|"
    r"eingestellt|erstellt|gepostet|ein (?:gast)?(?:beitrag|artikel|kommentar|bericht)|(?:gast)?"
    r"(?:beitrag|kommentar|essay|bericht|interview|analyse|kolumne|text|fotos?|publié|propos "
    r"recueillis|escrito|publicado|scritto|napisan[ey])"
    r"(?: und (?:fotos?|bilder?))?)"
)
LEAD = re.compile(
    rf"^(?:{_BY}\s*)?(?:(?:by|von|par|por|di|da|door|av|af|od|przez)(?:\s*:)?\s+|"
    r"(?:authors?|autor(?:in|en|es|ka)?|auteurs?|autori|redakteur(?:in)?|written by|text|texto|"
    r"texte|tekst|testo|verfasser(?:in)?|автор(?:ы)?|текст|interview|photos?|fotos?|rezension|"
    r"geschrieben|napisał[a]?|作者|文|著者|記者|筆者)\s*[:：]\s*(?:(?:by|von|par|por|di)\s+)?|[|–—-]\s*)",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"\s*[;|•·/»«]\s*|\s*,\s*(?:and|und|et)?\s+|\s+(?:and|und|&|et|sowie|en|och|и|oraz|mit|with)\s+|\n|,|、"
)
TWO = re.compile(r"\s+(?:y|e|i|og|con|com|a)\s+")
PARTICLE = re.compile(
    r"v[ao]n|vom|d[aeiou]|d[aeo]s|de[nlr]|della|l[ae]|les|[ae]l|bin|ben|zu[mr]?|te[nr]|a[fv]|[yei]|"
    r"und|ibn|st\.?|dr\.|prof\.|med\.|rer\.|nat\.|phil\.|[js]r\.",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"^(?:admin(?:istrator)?|webmaster|editor|author|autor|user|guest|gast|anonym(?:ous)?|unknown|"
    r"root|super user|news|home|n/a|none|null|undefined|0|by|von|test|share|follow|read more|"
    r"weiterlesen|facebook|twitter|contact|kontakt|profile?|view all posts|alle beiträge)$|"
    r"https?:|www\.|@|\.(?:com|de|org|net|at|ch|fr|pl|ru|info|eu|es|it)\b|\d{3}",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"^(?:der|die|das|the)\s|\b(?:redak\w*|redac\w*|rédaction|gmbh|verlag|verein|e\.\s?v\.?|team|staff|agentur|agency|news\w*|"
    r"online|press\w*|presse\w*|zeitung|magazin\w*|magazine|media|medien|foundation|stiftung|"
    r"institut\w*|universit\w*|ministeri\w*|inc|ltd|llc|ag|kg|dpa|afp|reuters|apa|pap|efe|ansa|epd|"
    r"kna|sid|bund|verband|gesellschaft|group|gruppe|desk|service|network|board|editors?|blog|"
    r"redaksi|редакция|council|office|contributors?|studio|tv|radio|fm)\b|\.(?:com|de|org|net)\b",
    re.IGNORECASE,
)
JOB = re.compile(
    r"\b(?:\w*redakteur\w*|editor\w*|report\w*|correspondent\w*|korrespondent\w*|journalist\w*|"
    r"writer|staff|chef\w*|leiter\w*|director|professor|autor\w*|author|producer|"
    r"columnist|kolumnist\w*|volontär\w*|contribut\w*|fotograf\w*|photograph\w*|senior|"
    r"manager\w*|founder|gründer\w*|ceo|referent\w*|rechtsanwalt|rechtsanwältin|geschäftsführer\w*|"
    r"redactor\w*|periodista|journaliste|dziennikarz\w*|корреспондент\w*|berlin|london|new york|"
    r"paris|washington|wien|münchen|hamburg|köln|uhr|min|minuten|minutes|comments?|kommentare?)\b",
    re.IGNORECASE,
)
