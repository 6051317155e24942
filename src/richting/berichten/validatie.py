"""Check one raw message: a typed message, or every error at once.

First the shape (`soorten.py`, the same as the JSON Schema), then what no schema can say
(`samenhang.py`). Pure: no database and no clock, so that a file of a year is checked in seconds.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from richting.akkoord.woorden import Berichtsoort
from richting.berichten import samenhang
from richting.berichten.samenhang import Kader
from richting.berichten.soorten import ONGELDIG, Fout, Voorwerp
from richting.berichten.velden import BERICHTEN, INHOUD, OMSLAG, SLEUTEL

REGEL_MAX = 256 * 1024
"""Greatest size of one message in bytes; the longest valid one is about a quarter of it."""


class Onleesbaar(ValueError):
    """The bytes are not JSON; the message is a sentence for the sender."""


@dataclass(frozen=True, slots=True)
class GeldigBericht:
    """A message whose shape and content are right. `inhoud` holds the kind's own fields."""

    bericht_id: str
    soort: Berichtsoort
    bron_tijd: datetime
    verblijf: str
    inhoud: dict[str, Any]

    @property
    def betreft(self) -> str | None:
        """The earlier message that a correction or withdrawal is about."""
        return self.inhoud.get("betreft")

    def vingerafdruk(self, sleutel: str) -> str:
        """A keyed hash of the whole message, the same for every way of writing it down.

        Keyed, because of a message outside the target group nothing else is kept: without the key
        nobody can test whether it was about a certain person.
        """
        heel = [self.soort.value, self.bron_tijd.astimezone(UTC).isoformat(), self.verblijf]
        tekst = json.dumps([heel, self.inhoud], sort_keys=True, separators=(",", ":"))
        return hmac.new(sleutel.encode(), tekst.encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class OngeldigBericht:
    """A message that is refused, with all its errors. `bericht_id` is '' when it has none."""

    bericht_id: str
    fouten: tuple[Fout, ...]


def _uniek(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    uit = dict(paren)
    if len(uit) != len(paren):
        raise Onleesbaar("Een veld staat er twee keer in: laat er één staan.")
    return uit


def _geen_getal(naam: str) -> Any:
    raise Onleesbaar(f"{naam} is geen getal in JSON: gebruik een gewoon getal.")


def ontleed(ruw: bytes | str) -> Any:
    """The JSON value in these bytes; raises Onleesbaar, for a field that stands there twice too."""
    try:
        return json.loads(ruw, object_pairs_hook=_uniek, parse_constant=_geen_getal)
    except Onleesbaar:
        raise
    except UnicodeDecodeError:
        raise Onleesbaar("De tekens zijn geen UTF-8: sla het bestand op als UTF-8.") from None
    except RecursionError:
        raise Onleesbaar("De JSON is te diep genest.") from None
    except json.JSONDecodeError as fout:
        plek = f"bij teken {fout.pos + 1}"
        raise Onleesbaar(
            f"Dit is geen geldige JSON ({plek}): controleer haken en komma's."
        ) from None
    except ValueError:
        raise Onleesbaar("Er staat een getal in dat te groot is.") from None


def valideer(ruw: Any, kader: Kader) -> GeldigBericht | OngeldigBericht:
    """Check one message; all errors at once, each with its field and what to do."""
    fouten: list[Fout] = []
    if not isinstance(ruw, dict):
        zin = "Een bericht is een object: { … }."
        return OngeldigBericht("", (Fout("", "geen_object", zin),))
    vorm = _vorm(ruw, fouten)
    if vorm is None:
        return OngeldigBericht(_herken_id(ruw), tuple(fouten))
    gelezen = vorm.lees(ruw, "", fouten)
    _samenhang(gelezen, kader, fouten)
    if fouten:
        return OngeldigBericht(_herken_id(ruw), tuple(fouten))
    return GeldigBericht(
        gelezen["berichtId"],
        Berichtsoort(gelezen["soort"]),
        gelezen["bronTijd"],
        gelezen["verblijf"],
        {naam: waarde for naam, waarde in gelezen.items() if naam not in OMSLAG},
    )


def heeft_goede_vorm(ruw: Any) -> bool:
    """Whether the shape alone is right: exactly what the JSON Schema says."""
    fouten: list[Fout] = []
    vorm = _vorm(ruw, fouten) if isinstance(ruw, dict) else None
    if vorm is not None:
        vorm.lees(ruw, "", fouten)
    return vorm is not None and not fouten


def controleer_correctie(soort: Berichtsoort, velden: dict[str, Any]) -> list[Fout]:
    """Whether corrected fields belong to the kind of message they correct, with its values."""
    vorm = {veld.naam: veld for veld in INHOUD[soort]}
    fouten: list[Fout] = []
    for naam, waarde in velden.items():
        veld = vorm.get(naam)
        pad = f"velden.{naam}"
        if veld is None or naam == "betreft":
            zin = f"Een bericht van de soort {soort.value} heeft dit veld niet."
            fouten.append(Fout(pad, "onbekend_veld", zin))
        elif waarde is not None:
            veld.soort.lees(waarde, pad, fouten)
        elif veld.verplicht:
            fouten.append(Fout(pad, "verplicht", "Dit veld is verplicht en kan niet leeg worden."))
    return fouten


def _vorm(ruw: dict[str, Any], fouten: list[Fout]) -> Voorwerp | None:
    soort = ruw.get("soort")
    vorm = BERICHTEN.get(soort) if isinstance(soort, str) else None
    if vorm is None:
        zin = f"Kies een soort bericht: {', '.join(BERICHTEN)}."
        fouten.append(Fout("soort", "onbekende_waarde", zin))
    return vorm


def _samenhang(gelezen: dict[str, Any], kader: Kader, fouten: list[Fout]) -> None:
    soort = gelezen.get("soort")
    samenhang.bron_tijd(gelezen.get("bronTijd"), kader, fouten)
    samenhang.onderdelen(gelezen, "", kader, fouten)
    if soort == Berichtsoort.BEGIN:
        samenhang.begin(gelezen, fouten)
    elif soort in (Berichtsoort.OVERLIJDEN, Berichtsoort.ONTVLUCHTING):
        samenhang.gebeurd(gelezen, kader, fouten)
    elif soort == Berichtsoort.CORRECTIE and isinstance(gelezen.get("velden"), dict):
        samenhang.onderdelen(gelezen["velden"], "velden.", kader, fouten)
    if gelezen.get("betreft") and gelezen.get("betreft") == gelezen.get("berichtId"):
        zin = "Een bericht kan niet over zichzelf gaan: noem het eerdere bericht."
        fouten.append(Fout("betreft", "zichzelf", zin))


def _herken_id(ruw: dict[str, Any]) -> str:
    waarde = SLEUTEL.lees(ruw.get("berichtId"), "", [])
    return "" if waarde is ONGELDIG else waarde
