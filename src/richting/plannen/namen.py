"""What the words of the plan are called on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from richting.akkoord.plan.fasering import Stapsoort, Stapstaat
from richting.akkoord.plan.vijf_antwoorden import Antwoordcel
from richting.akkoord.plan.woonplaats import (
    REDENZINNEN,
    Verzoekdaad,
    Verzoekreden,
    Verzoekstaat,
)
from richting.akkoord.plan.woorden import (
    Antwoordbron,
    Antwoordsoort,
    Leefgebied,
    Meetmoment,
    Standwaarde,
)
from richting.plannen.woorden import (
    Adviesaanvrager,
    Adviesbeslissing,
    Behandelstand,
    Factoraard,
    Gespreksvorm,
    Inbrengantwoord,
    Instemmingsantwoord,
    Lot,
    Meegeven,
    Motivatiestand,
    Planvraagsoort,
    Raadpleging,
    Slachtofferbelangsoort,
    Zittingsoort,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

LEEFGEBIEDEN: dict[Leefgebied, _StrOrPromise] = {
    Leefgebied.ONDERDAK: _("Onderdak"),
    Leefgebied.INKOMEN: _("Werk, inkomen en dagbesteding"),
    Leefgebied.SCHULDEN: _("Schulden"),
    Leefgebied.IDENTITEIT: _("Identiteitsbewijs"),
    Leefgebied.ZORG: _("Zorg en verzekering"),
    Leefgebied.NETWERK: _("Sociaal netwerk"),
    Leefgebied.MOTIVATIE: _("Gedrag en motivatie"),
}
MEETMOMENTEN: dict[Meetmoment, _StrOrPromise] = {
    Meetmoment.BEGIN: _("Bij het begin"),
    Meetmoment.VOOR_ONTSLAG: _("Voor ontslag"),
    Meetmoment.ONTSLAG: _("Bij ontslag"),
    Meetmoment.ZES_MAANDEN: _("Zes maanden na ontslag"),
}
STANDEN: dict[Standwaarde, _StrOrPromise] = {
    Standwaarde.IN_ORDE: _("In orde"),
    Standwaarde.GEREGELD_VOOR_ONTSLAG: _("Geregeld vóór ontslag"),
    Standwaarde.LOOPT: _("Loopt"),
    Standwaarde.NIET_GEREGELD: _("Niet geregeld"),
    Standwaarde.ONBEKEND: _("Onbekend"),
    Standwaarde.WIL_NIET: _("Wil niet"),
    Standwaarde.NIET_NODIG: _("Niet nodig"),
}
ANTWOORDSOORTEN: dict[Antwoordsoort, _StrOrPromise] = {
    Antwoordsoort.ONBEKEND: _("Onbekend"),
    Antwoordsoort.WIL_NIET: _("Wil niet zeggen"),
    Antwoordsoort.NIET_VAN_TOEPASSING: _("Niet van toepassing"),
    Antwoordsoort.NIET_GEVRAAGD: _("Niet gevraagd"),
}
ANTWOORDBRONNEN: dict[Antwoordbron, _StrOrPromise] = {
    Antwoordbron.ZELFRAPPORTAGE: _("De persoon zegt het zelf"),
    Antwoordbron.CASEMANAGER: _("De medewerker weet of ziet het"),
    Antwoordbron.REGISTRATIE: _("Het staat in een registratie"),
}
PLANVRAGEN: dict[Planvraagsoort, _StrOrPromise] = {
    Planvraagsoort.BEHOEFTE: _("Wat heeft deze persoon nodig?"),
    Planvraagsoort.VEILIGHEID: _("Wat is nodig voor de veiligheid van anderen?"),
    Planvraagsoort.AANBOD: _("Wat bieden de partijen aan?"),
}
MOTIVATIES: dict[Motivatiestand, _StrOrPromise] = {
    Motivatiestand.WIL_NIET: _("Wil nu niet"),
    Motivatiestand.TWIJFELT: _("Twijfelt"),
    Motivatiestand.WIL: _("Wil wel"),
    Motivatiestand.DOET: _("Is er zelf mee bezig"),
    Motivatiestand.ONBEKEND: _("Onbekend"),
}
FACTOREN: dict[Factoraard, _StrOrPromise] = {
    Factoraard.BESCHERMEND: _("Helpt"),
    Factoraard.RISICO: _("Is een risico"),
}
LOTEN: dict[Lot, _StrOrPromise] = {
    Lot.ONBESLIST: _("Nog niet besloten"),
    Lot.VOORTGEZET: _("Gaat door"),
    Lot.GEPAUZEERD: _("Staat stil tot na het verblijf"),
    Lot.BEEINDIGD: _("Is gestopt"),
}
GESPREKSVORMEN: dict[Gespreksvorm, _StrOrPromise] = {
    Gespreksvorm.SAMEN: _("Samen in één ruimte"),
    Gespreksvorm.BEELDBELLEN: _("Beeldbellen"),
    Gespreksvorm.TELEFOON: _("Telefoon"),
    Gespreksvorm.SCHRIFTELIJK: _("Op papier"),
}
INSTEMMINGEN: dict[Instemmingsantwoord, _StrOrPromise] = {
    Instemmingsantwoord.EENS: _("Is het eens met het plan"),
    Instemmingsantwoord.ONEENS: _("Is het niet eens met het plan"),
    Instemmingsantwoord.KON_NIET: _("Kon geen antwoord geven"),
    Instemmingsantwoord.WEIGERT: _("Wil geen antwoord geven"),
}
CELLEN: dict[Antwoordcel, _StrOrPromise] = {
    Antwoordcel.VOORTGEZET: _("Wat gaat door?"),
    Antwoordcel.GESTART: _("Wat begint?"),
    Antwoordcel.VERVOLG: _("Wat volgt na het verblijf?"),
    Antwoordcel.WIE_DOET_WAT: _("Wie doet wat?"),
    Antwoordcel.WIE_REGISSEERT: _("Wie heeft de regie?"),
}
SLACHTOFFERBELANGEN: dict[Slachtofferbelangsoort, _StrOrPromise] = {
    Slachtofferbelangsoort.CONTACTVERBOD: _("Contactverbod"),
    Slachtofferbelangsoort.GEBIEDSVERBOD: _("Gebiedsverbod"),
    Slachtofferbelangsoort.INFORMATIEPLICHT: _("Plicht om het slachtoffer te informeren"),
    Slachtofferbelangsoort.WENS: _("Andere wens of voorwaarde"),
}
MEEGEVEN: dict[Meegeven, _StrOrPromise] = {
    Meegeven.GEREGELD: _("Geregeld"),
    Meegeven.NODIG: _("Nodig, nog niet geregeld"),
    Meegeven.NIET_NODIG: _("Niet nodig"),
    Meegeven.ONBEKEND: _("Onbekend"),
}
BEHANDELSTANDEN: dict[Behandelstand, _StrOrPromise] = {
    Behandelstand.LOOPT: _("Loopt"),
    Behandelstand.BEREIKT: _("Bereikt"),
    Behandelstand.GESTOPT: _("Gestopt"),
}
STAPSOORTEN: dict[Stapsoort, _StrOrPromise] = {
    Stapsoort.VERLOF_KORT: _("Kort verlof (één dag)"),
    Stapsoort.VERLOF_LANG: _("Lang verlof"),
    Stapsoort.EXTRAMURALE_ARBEID: _("Werken buiten de inrichting"),
    Stapsoort.PENITENTIAIR_PROGRAMMA: _("Penitentiair programma"),
    Stapsoort.EINDVERLOF: _("Eindverlof"),
    Stapsoort.BEGELEID: _("Begeleid verlof"),
    Stapsoort.ONBEGELEID: _("Onbegeleid verlof"),
    Stapsoort.TRANSMURAAL: _("Transmuraal verlof"),
    Stapsoort.PROEFVERLOF: _("Proefverlof"),
    Stapsoort.VOORWAARDELIJK_EINDE: _("Voorwaardelijke beëindiging"),
}
STAPSTATEN: dict[Stapstaat, _StrOrPromise] = {
    Stapstaat.VOORGENOMEN: _("Voorgenomen"),
    Stapstaat.AANGEVRAAGD: _("Aangevraagd"),
    Stapstaat.TOEGESTAAN: _("Toegestaan"),
    Stapstaat.LOOPT: _("Loopt nu"),
    Stapstaat.AFGEROND: _("Afgerond"),
    Stapstaat.GEWEIGERD: _("Geweigerd"),
    Stapstaat.INGETROKKEN: _("Gaat niet door"),
}
RAADPLEGINGEN: dict[Raadpleging, _StrOrPromise] = {
    Raadpleging.AKKOORD: _("Akkoord"),
    Raadpleging.BEZWAAR: _("Bezwaar"),
    Raadpleging.GEEN_MENING: _("Geen mening"),
}
ZITTINGEN: dict[Zittingsoort, _StrOrPromise] = {
    Zittingsoort.VERLENGING_TBS: _("Verlenging van de tbs"),
    Zittingsoort.VOORWAARDELIJKE_INVRIJHEIDSTELLING: _("Voorwaardelijke invrijheidstelling"),
    Zittingsoort.TOETS_ISD: _("Toets van de ISD-maatregel"),
    Zittingsoort.VOORLOPIGE_HECHTENIS: _("Voorlopige hechtenis"),
    Zittingsoort.ANDERS: _("Andere zitting"),
}
VERZOEKREDENEN: dict[Verzoekreden, _StrOrPromise] = {
    reden: _(zin) for reden, zin in REDENZINNEN.items()
}
VERZOEKSTATEN: dict[Verzoekstaat, _StrOrPromise] = {
    Verzoekstaat.GEVRAAGD: _("Gevraagd"),
    Verzoekstaat.MEER_NODIG: _("De gemeente wil meer weten"),
    Verzoekstaat.AANVAARD: _("De gemeente vindt het goed"),
    Verzoekstaat.GEWEIGERD: _("De gemeente vindt het niet goed"),
    Verzoekstaat.INGETROKKEN: _("Ingetrokken"),
}
VERZOEKDADEN: dict[Verzoekdaad, _StrOrPromise] = {
    Verzoekdaad.AANVAARDEN: _("Ja, deze persoon kan hier gaan wonen"),
    Verzoekdaad.WEIGEREN: _("Nee, dat kan niet"),
    Verzoekdaad.MEER_VRAGEN: _("Wij moeten meer weten"),
    Verzoekdaad.AANVULLEN: _("De vraag aanvullen"),
    Verzoekdaad.INTREKKEN: _("De vraag intrekken"),
}
ADVIESAANVRAGERS: dict[Adviesaanvrager, _StrOrPromise] = {
    Adviesaanvrager.OM: _("Openbaar Ministerie"),
    Adviesaanvrager.RECHTER: _("Rechter"),
    Adviesaanvrager.INRICHTING: _("Inrichting of instelling"),
    Adviesaanvrager.ANDERS: _("Iemand anders"),
}
ADVIESBESLISSINGEN: dict[Adviesbeslissing, _StrOrPromise] = {
    Adviesbeslissing.SCHORSING: _("Schorsing van de voorlopige hechtenis"),
    Adviesbeslissing.STRAFZITTING: _("De strafzitting"),
    Adviesbeslissing.VI: _("Voorwaardelijke invrijheidstelling"),
    Adviesbeslissing.VERLENGING: _("Verlenging van een maatregel"),
    Adviesbeslissing.ANDERS: _("Een andere beslissing"),
}
INBRENGANTWOORDEN: dict[Inbrengantwoord, _StrOrPromise] = {
    Inbrengantwoord.KAN: _("Dit kan"),
    Inbrengantwoord.KAN_NIET: _("Dit kan niet"),
    Inbrengantwoord.NOG_NIET_BEKEND: _("Dit is nog niet bekend"),
}
