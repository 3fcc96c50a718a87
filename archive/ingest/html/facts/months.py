# ruff: noqa: RUF001 - letters of other scripts are meant
"""Names of the months in European languages, as pages write them, inflected and cut short."""

_NAMES = (
    (
        "january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari "
        "januára stycznia styczeń sty января янв січня ledna leden januára január ianuarie "
        "ian ιανουαρίου ocak tammikuuta gener siječnja jaanuar януари"
    ),
    (
        "february feb februar febr feber février fevrier févr fév febrero fevereiro fev "
        "febbraio febb februari februára lutego luty lut февраля фев февр лютого února únor "
        "február februarie φεβρουαρίου şubat subat helmikuuta febrer veljače veebruar "
        "февруари"
    ),
    (
        "march mar märz maerz mär mrz mars marzo março marco maart mrt marca marzec марта мар "
        "березня března březen március marts martie μαρτίου mart maaliskuuta març ožujka "
        "märts март"
    ),
    (
        "april apr avril avr abril abr aprile aprila kwietnia kwiecień kwi апреля апр квітня "
        "dubna duben április aprilie απριλίου nisan huhtikuuta travnja aprill апрел април"
    ),
    (
        "may mai mayo maio maggio mag mei maja maj мая май травня května květen május máj "
        "μαΐου μαϊου mayıs toukokuuta maig svibnja"
    ),
    (
        "june jun juni juin junio junho giugno giu czerwca czerwiec cze июня июн червня "
        "června červen június júna iunie ιουνίου haziran kesäkuuta juny lipnja juuni юни"
    ),
    (
        "july jul juli juillet juil julio julho luglio lug lipca lipiec lip июля июл липня "
        "července červenec július júla iulie ιουλίου temmuz heinäkuuta juliol srpnja juuli "
        "юли"
    ),
    (
        "august aug août aout agosto ago augustus augusta augusti sierpnia sierpień sie "
        "августа авг серпня srpna srpen augusztus αυγούστου ağustos agustos elokuuta agost "
        "kolovoza август agustus"
    ),
    (
        "september sep sept septembre septiembre setiembre setembro set settembre sett "
        "września wrzesień wrz сентября сен сент вересня září szeptember septembrie "
        "σεπτεμβρίου eylül syyskuuta setembre rujna septembra септември"
    ),
    (
        "october oct oktober okt octobre octubre outubro out ottobre ott października "
        "październik paź октября окт жовтня října říjen október októbra octombrie οκτωβρίου "
        "ekim lokakuuta oktobra октомври oktoober"
    ),
    (
        "november nov novembre noviembre noviembre novembro listopada listopad lis ноября ноя "
        "нояб листопада listopadu noiembrie νοεμβρίου kasım marraskuuta novembra ноември"
    ),
    (
        "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre "
        "desember des grudnia grudzień gru декабря дек грудня prosince prosinec decembrie "
        "δεκεμβρίου aralık aralik joulukuuta desembre prosinca detsember декември decembra"
    ),
)
_NUMBERS = {name: at for at, names in enumerate(_NAMES, 1) for name in names.split()}


def month(name: str) -> int | None:
    """The number of the month, or None where the word names none."""
    return _NUMBERS.get(name.lower().rstrip("."))
