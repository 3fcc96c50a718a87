"""The templates by which readers of a wiki ask: says who, when, where from. By language."""

import re

_NAMES = """
citation needed | citation needed span | citation needed lead | cn | cn-span | fact | fact span
needs citation | uncited | unsourced | unsourced inline | unreferenced inline | refneeded
additional citation needed | acn | medical citation needed | medcn | full citation needed
chronology citation needed | better source needed | better source | better source needed span | bsn
verify source | verification needed | verify credibility | unreliable source? | unreliable source
unreliable source inline | unreliable medical source | source? | sps | self-published inline
self-published source | self-published inline source | primary source inline
primary source-inline | non-primary source needed | third-party inline | third-party source needed
independent source inline | failed verification | failed verification span | not in citation given
nicg | text-source inline | page needed | pn | page number needed | volume needed | issue needed
author missing | date missing | title missing | publisher missing | year needed | season needed
request quotation | quote request | need quotation | need quote | attribution needed
who | who? | by whom | by whom? | whom? | according to whom | according to whom? | says who
when | when? | timeframe | where | where? | which | which? | why | why? | how | how? | what?
whose | how often | dubious | dubious-inline | dubious span | disputed inline | disputed-inline
discuss | contradict-inline | contradictory inline | inconsistent | inconsistent inline
clarify | clarify span | clarification needed | clarification needed span | clarifyme | elucidate
explain | vague | vague-inline | ambiguous | specify | definition needed | expand acronym
opinion | pov-statement | pov inline | neutrality disputed inline | lopsided inline
undue weight inline | peacock inline | peacock term | weasel inline | weasel-inline
weasel word | unbalanced opinion | or | original research inline | original research?
synthesis inline | speculation inline | improper synthesis? | quantify | example needed
examples needed | update inline | update-inline | needs update inline | relevance inline
importance inline | incomprehensible inline | tone inline | buzz inline

belege fehlen | belege | belege prüfen | quelle | quelle? | quellen fehlen | beleg fehlt
wer? | wann? | wo?

référence nécessaire | refnec | réf nec | référence souhaitée | refsou | référence insuffisante
refins | référence à confirmer | refconf | référence incomplète | référence non conforme
source insuffisante | source détournée | citation nécessaire | passage non neutre | passage évasif
passage à actualiser | pas clair | pertinence détail | précision nécessaire | préciser | qui | quand
où | quoi | lequel | laquelle | pourquoi | évasif | à sourcer | à vérifier | non neutre

cita requerida | fuente requerida | referencia requerida | ¿quién? | quién | cuándo | ¿cuándo?
¿dónde? | ¿cuál? | demostrar | aclarar | verificar fuente | no en la fuente

senza fonte | citazione necessaria | senza fonti | chi | quando | dove | chiarire | non chiaro

carece de fontes | carece de fontes2 | quem | quem? | quando? | onde? | esclarecer | dubio

нет аи | нет аи 2 | нет в источнике | не аи | источник? | нет источника | авторитетность источника?
проверить авторитетность | проверить факт | аи? | факт | кто? | кто | когда? | когда | где? | где
какой? | какие? | чей? | чьё мнение? | сколько? | как? | почему? | что? | уточнить | прояснить
неясно | сомнительно | значимость факта? | страница? | нейтральность? | обновить? | джерело?
хто? | коли? | нема джерела | достовірність

fakt | potrzebny przypis | kto | kto? | kiedy? | gdzie? | bron? | feit | wie? | wanneer?
källa behövs | vem | när | trenger referanse | hvem | når | kilde mangler | fakta/oklart

来源请求 | 來源請求 | 请求来源 | 請求來源 | 誰 | 谁 | 何時 | 何时 | 哪里 | 哪個 | 哪个
可疑 | 页码请求 | 頁碼請求 | 要出典 | 要出典範囲 | いつ | どこ | どれ | なぜ | 誰によって | 要検証
要ページ番号 | 要説明
출처 | 누가 | 언제 | بحاجة لمصدر | من؟ | متى؟ | דרוש מקור | kaynak belirt
"""
_KNOWN = frozenset(name.strip() for line in _NAMES.splitlines() for name in line.split("|")) - {""}
_SPACE = re.compile(r"(?:^|\b)(?:template|vorlage|modèle|plantilla|шаблон)\s*:\s*")


def is_open_question(name: str) -> bool:
    """Whether a template of this name asks for a source, a name, a date or a reason."""
    plain = " ".join(name.replace("_", " ").casefold().split())
    return _SPACE.sub("", plain) in _KNOWN
