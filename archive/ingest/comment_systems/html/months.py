"""The names of the months in the languages of Europe, whole and short, as dates write them."""

# ruff: noqa: RUF001 - words of other alphabets look like words of this one

_WORDS = (
    # English, German, Dutch, Scandinavian
    "january february march april may june july august september october november december "
    "januar jänner jaenner februar feber märz maerz mai juni juli oktober dezember "
    "januari februari maart mei augustus augusti marts maj desember "
    # French, Spanish, Italian, Portuguese, Romanian
    "janvier février fevrier mars avril juin juillet août aout septembre octobre novembre "
    "décembre decembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre "
    "octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre "
    "dicembre janeiro fevereiro março maio junho julho setembro outubro dezembro ianuarie "
    "februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie gener febrer "
    "març maig juny juliol agost setembre desembre "
    # Polish, Czech, Slovak, Croatian, Hungarian
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia styczeń luty marzec kwiecień czerwiec lipiec sierpień wrzesień październik listopad "
    "grudzień ledna února března dubna května června července srpna září října listopadu prosince "
    "januára februára apríla mája júna júla augusta septembra októbra novembra decembra siječnja "
    "veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna prosinca január február március "
    "április május június július augusztus szeptember október "
    # Russian, Ukrainian, Greek, Turkish, Finnish
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня "
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου "
    "οκτωβρίου νοεμβρίου δεκεμβρίου ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim "
    "kasım aralık tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta "
    "elokuuta syyskuuta lokakuuta marraskuuta joulukuuta "
    # short
    "jan feb mar apr jun jul aug sep sept oct nov dec mär mrz okt dez jän janv févr fév avr juil "
    "déc ene abr ago dic gen mag giu lug set ott fev mai out des mrt sty lut kwi cze lip sie wrz "
    "paź lis gru led úno bře dub kvě čvn čvc srp zář říj pro янв фев мар апр июн июл авг сен сент "
    "окт ноя дек ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ"
)
NAMES = _WORDS.split()
# Short names that are words too, as in "10 pro Person": with a day they need a year beside them.
WORDS = ["pro", "set", "ago", "mag", "sie", "lis", "led", "lip", "out", "des", "gen"]
