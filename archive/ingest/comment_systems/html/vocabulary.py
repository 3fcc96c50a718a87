"""Words in classes, ids and headings that say that readers' comments are near."""

import re

COMMENT = (
    r"comment(?!ary|aries|at)|koment|kommentar|comentari|coment[aá]r|commento|reactie|reaction|"
    r"responses?(?![a-z])|repl(?:y|ies)(?![a-z])|leserbrief|lesermeinung|leserpost|talkback|discuss|"
    r"diskussion|forum|feedback|antwort|respuesta|r[eé]ponse|risposta|odpowied|коммент|комент|"
    r"отзыв|відгук|yorum|hozz[aá]sz|留言|評論|评论|コメント|댓글|guestbook|g[aä]stebuch|livre-?dor|opinie"
)
NEAR = re.compile(COMMENT, re.IGNORECASE)
# What is named after comments and holds none: boxes of the latest ones, forms, counters, links.
_SIDE = (
    r"recent|latest|newest|neueste|letzte|derni[eè]r|[uú]ltim|ostatni|najnowsz|popular"
    r"|most[-_]?(?:read|comment)|meist|top-?comment"
    r"|widget|sidebar|side-bar|teaser|related|aehnlich|verwandt|similar|testimonial|review-?quote"
    r"|captcha|newsletter|product|article-?list|post-?list|news-?list|author-?(?:box|bio|info)"
)
_PART = r"form|respond|field|policy|count|number|link|rss|feed|nav|pagination|notes?|closed"
ASIDE = re.compile(
    rf"{_SIDE}|(?:comment|reply|respond)s?[-_]?(?:{_PART}|box|page)(?![a-z])", re.IGNORECASE
)
# The same of what is farther around: a box or a page may be that of all comments.
AROUND = re.compile(rf"{_SIDE}|(?:comment|reply|respond)s?[-_]?(?:{_PART})(?![a-z])", re.IGNORECASE)
TEASER = re.compile(r"teaser|related|testimonial|newsletter|article-?card", re.IGNORECASE)
# What one comment, and not a list of them, is called.
SINGLE = re.compile(
    r"(?:^|[#_-])(?:comment|kommentar|commentaire|comentario|commento|komentarz|reactie|lesermeinung)"
    r"(?:[-_]{1,2}?(?:item|default|entry|single|wrap(?:per)?|container|box|card|node|post))?$|=comment$",
    re.IGNORECASE,
)
# How a heading announces a comment where no class does: "#3 Comment by NAME". Without a number the
# same words are the byline of an opinion article.
ANNOUNCED = re.compile(
    r"#?\d{1,4}[.:)]?\s*(?:kommentar|comment|commentaire|comentario|commento|komentarz|reactie)"
    r"\s+(?:von|by|from|par|por|de|di|van|door|użytkownika)\s+\S",
    re.IGNORECASE,
)
# What stands in the place of a comment that was taken away, in few words.
REMOVED = re.compile(
    r".{0,60}\b(?:removed|deleted|hidden by|gelöscht|entfernt|gesperrt|supprimé|effacé|modéré"
    r"|eliminado|borrado|removido|rimosso|eliminato|cancellato|verwijderd|usunięt|удал[её]н"
    r"|видалено|borttagen|slettet|smazán).{0,80}",
    re.IGNORECASE | re.DOTALL,
)
