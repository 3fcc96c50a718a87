"""Words before a date that tell what happened then."""

import re

CHANGED = re.compile(
    r"aktuali[sz]|geändert|änderung|bearbeitet|stand\b|updat|modifi|last edit|mis à jour|màj|"
    r"actuali[sz]a|atuali[sz]a|aggiorna|обновл|измен|bijgewerkt|更新|uppdater|oppdater|opdater",
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"veröffentlich|erstellt|publi[sckz]|verfasst|geschrieben|eingetragen|eingestellt|posted|datum|"
    r"\bdate\b|written|erschien|pubbl|gepubl|fecha|опублик|dodano|utworzono|投稿|公開",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"copyright|©|\(c\)|termin|beginn\b|geboren|veranstaltung|\bborn\b|seit\b|join|regist|mitglied|"
    r"\bbis\b|until|expires|valid|gültig|schluss|deadline|accessed|abgerufen|retrieved|consulté|fot[oó]",
    re.IGNORECASE,
)
# What speaks of the page itself, where the word that tells what happened follows the date.
ITSELF = re.compile(
    r"\b(?:dieser? (?:beitrag|artikel|eintrag|post|text|meldung|seite) wurde"
    r"|dit (?:bericht|artikel) (?:is|werd))\b",
    re.IGNORECASE,
)
