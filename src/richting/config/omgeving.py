"""What the environment may say to Richting: every setting, its default and its check.

`docs/beheer.md` lists the same table and a test compares the two. Neighbours: `settings.py` turns
the result into Django's settings, `opdracht.py` is the command line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from richting.akkoord.plan.vragenlijstbestand import laad

ONVEILIG = {"demo", "geheim", "changeme", "secret"}
OMGEVINGEN = ("productie", "demo", "test")


class FouteInstelling(Exception):
    """One or more settings are missing or unsafe; the message lists each of them."""


def _geheel(tekst: str) -> int:
    getal = int(tekst)
    if getal < 1:
        raise ValueError("moet 1 of meer zijn")
    return getal


def _keuze(*waarden: str) -> Callable[[str], str]:
    def lees(tekst: str) -> str:
        if tekst not in waarden:
            raise ValueError(f"moet een van deze zijn: {', '.join(waarden)}")
        return tekst

    return lees


def _datum(tekst: str) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def _lijst(tekst: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in tekst.split(",") if deel.strip())


def _vragenlijsten(tekst: str) -> str:
    """The folder, after every question set in it was read; ValueError names the faults."""
    if tekst:
        laad(Path(tekst))
    return tekst


def _netten(tekst: str) -> tuple[str, ...]:
    return tuple(str(ip_network(deel)) for deel in _lijst(tekst))


def _urn(tekst: str) -> str:
    if not re.fullmatch(r"urn:[A-Za-z0-9-]+:[A-Za-z0-9.:%_-]+", tekst):
        raise ValueError("moet een urn zijn, zoals urn:nld:oin:<OIN>:systeem:richting")
    return tekst


def _bestand(tekst: str) -> str:
    if tekst and not Path(tekst).is_file():
        raise ValueError("dit bestand is er niet")
    return tekst


def _instelling(naam: str, standaard: str, lees: Callable[[str], Any], uitleg: str) -> Any:
    return field(metadata={"naam": naam, "standaard": standaard, "lees": lees, "uitleg": uitleg})


@dataclass(frozen=True)
class Omgeving:
    """The settings of one process, read once from the environment."""

    soort: str = _instelling(
        "RICHTING_OMGEVING",
        "demo",
        _keuze(*OMGEVINGEN),
        "`productie`, `demo` of `test`. In productie gelden alle controles.",
    )
    database_url: str = _instelling(
        "DATABASE_URL", "", str, "PostgreSQL voor de webprocessen (rol `richting_web`)."
    )
    database_url_eigenaar: str = _instelling(
        "DATABASE_URL_EIGENAAR", "", str, "PostgreSQL als eigenaar: alleen migreren en onderhoud."
    )
    geheim: str = _instelling(
        "RICHTING_GEHEIM", "demo", str, "Sleutel voor sessies en formulieren; 50 tekens of meer."
    )
    contextsleutel: str = _instelling(
        "RICHTING_CONTEXTSLEUTEL",
        "demo",
        str,
        "Sleutel die aan de database bewijst welk loket leest; 50 tekens of meer.",
    )
    hosts: tuple[str, ...] = _instelling(
        "RICHTING_HOSTS", "localhost,127.0.0.1", _lijst, "Namen waarop de server antwoordt."
    )
    adres: str = _instelling("RICHTING_ADRES", "127.0.0.1", str, "Adres waarop de server luistert.")
    poort: int = _instelling("RICHTING_POORT", "8000", _geheel, "Poort waarop de server luistert.")
    werkprocessen: int = _instelling(
        "RICHTING_WERKPROCESSEN", "2", _geheel, "Aantal processen dat pagina's en API bedient."
    )
    vandaag: date | None = _instelling(
        "RICHTING_VANDAAG",
        "",
        _datum,
        "Vaste datum voor demo en test (JJJJ-MM-DD); leeg = de klok.",
    )
    tweede_factor: str = _instelling(
        "RICHTING_TWEEDE_FACTOR",
        "optioneel",
        _keuze("verplicht", "optioneel"),
        "Code uit een app bij het aanmelden. In productie `verplicht`.",
    )
    sessie_minuten: int = _instelling(
        "RICHTING_SESSIE_MINUTEN", "30", _geheel, "Minuten zonder handeling tot afmelden (AANNAME)."
    )
    inactief_dagen: int = _instelling(
        "RICHTING_INACTIEF_DAGEN",
        "90",
        _geheel,
        "Dagen zonder aanmelden tot een account stilstaat.",
    )
    pogingen: int = _instelling(
        "RICHTING_POGINGEN",
        "5",
        _geheel,
        "Foute aanmeldingen tot een account op slot gaat (AANNAME).",
    )
    slot_minuten: int = _instelling(
        "RICHTING_SLOT_MINUTEN", "15", _geheel, "Minuten dat een account op slot blijft (AANNAME)."
    )
    api_per_minuut: int = _instelling(
        "RICHTING_API_PER_MINUUT",
        "6000",
        _geheel,
        "API-verzoeken per systeem per minuut, per werkproces.",
    )
    api_max_mb: int = _instelling(
        "RICHTING_API_MAX_MB", "10", _geheel, "Grootste verzoek of bestand, in MB."
    )
    vraag_seconden: int = _instelling(
        "RICHTING_VRAAG_SECONDEN",
        "30",
        _geheel,
        "Langste vraag van een webproces aan de database; daarna breekt PostgreSQL haar af.",
    )
    https: str = _instelling(
        "RICHTING_HTTPS",
        "uit",
        _keuze("aan", "uit"),
        "Cookies en HSTS voor https. In productie `aan`.",
    )
    naslag: str = _instelling(
        "RICHTING_NASLAG",
        "",
        str,
        "Map met eigen naslaggegevens; die gaan voor de meegeleverde. Leeg = geen.",
    )
    data: str = _instelling(
        "RICHTING_DATA", ".data", str, "Map voor de ingebouwde database van demo en test."
    )
    vragenlijsten: str = _instelling(
        "RICHTING_VRAGENLIJSTEN",
        "",
        _vragenlijsten,
        "Map met nieuwere vragenlijsten voor de screening; leeg = die van het programma.",
    )

    url: str = _instelling(
        "RICHTING_URL",
        "",
        str,
        "Adres waarop medewerkers Richting openen; staat als link in mail.",
    )
    mail_server: str = _instelling(
        "RICHTING_MAIL_SERVER", "", str, "SMTP-server voor mail. Leeg = Richting mailt niet."
    )
    mail_poort: int = _instelling("RICHTING_MAIL_POORT", "587", _geheel, "Poort van die server.")
    mail_beveiliging: str = _instelling(
        "RICHTING_MAIL_BEVEILIGING",
        "starttls",
        _keuze("starttls", "tls", "geen"),
        "Hoe de verbinding met die server beveiligd is.",
    )
    mail_gebruiker: str = _instelling(
        "RICHTING_MAIL_GEBRUIKER", "", str, "Gebruikersnaam bij die server; leeg = zonder."
    )
    mail_wachtwoord: str = _instelling(
        "RICHTING_MAIL_WACHTWOORD", "", str, "Wachtwoord bij die server."
    )
    mail_van: str = _instelling(
        "RICHTING_MAIL_VAN", "richting@localhost", str, "Afzender van mail."
    )
    mail_map: str = _instelling(
        "RICHTING_MAIL_MAP",
        "",
        str,
        "Map waarin mail als bestand komt in plaats van te vertrekken: voor de demo.",
    )

    webhooksleutel: str = _instelling(
        "RICHTING_WEBHOOKSLEUTEL",
        "demo",
        str,
        "Sleutel waaruit de geheimen van webhooks volgen; 50 tekens of meer.",
    )
    webhook_bron: str = _instelling(
        "RICHTING_WEBHOOK_BRON",
        "urn:nld:richting",
        _urn,
        "Wie zegt het: `source` van een webhook, liefst `urn:nld:oin:<OIN>:systeem:richting`.",
    )
    webhook_netten: tuple[str, ...] = _instelling(
        "RICHTING_WEBHOOK_NETTEN",
        "",
        _netten,
        "Netwerken (CIDR, komma ertussen) die webhooks naast het openbare internet mogen bellen.",
    )
    webhook_ca: str = _instelling(
        "RICHTING_WEBHOOK_CA",
        "",
        _bestand,
        "Bestand (PEM) met eigen certificaatverstrekkers voor webhooks; leeg = van het systeem.",
    )
    webhook_seconden: int = _instelling(
        "RICHTING_WEBHOOK_SECONDEN", "10", _geheel, "Hoe lang één bezorging hoogstens mag duren."
    )

    @property
    def mailt(self) -> bool:
        """Mail goes somewhere: to a server or to a folder."""
        return bool(self.mail_server or self.mail_map)

    @classmethod
    def uit(cls, env: Mapping[str, str]) -> Omgeving:
        """Read and check all settings at once; raises FouteInstelling naming every fault."""
        waarden, fouten = {}, []
        for veld in fields(cls):
            naam, lees = veld.metadata["naam"], veld.metadata["lees"]
            try:
                waarden[veld.name] = lees(env.get(naam, veld.metadata["standaard"]))
            except ValueError as fout:
                fouten.append(f"{naam}: {fout}")
        if not fouten:
            omgeving = cls(**waarden)
            fouten = _productiefouten(omgeving) if omgeving.soort == "productie" else []
        if fouten:
            raise FouteInstelling("\n- ".join(["Richting start niet:", *fouten]))
        return omgeving


def _productiefouten(omgeving: Omgeving) -> list[str]:
    geheimen = {
        "RICHTING_GEHEIM": omgeving.geheim,
        "RICHTING_CONTEXTSLEUTEL": omgeving.contextsleutel,
        "RICHTING_WEBHOOKSLEUTEL": omgeving.webhooksleutel,
    }
    fouten = [
        f"{naam}: ontbreekt of is te kort (50 tekens of meer)"
        for naam, waarde in geheimen.items()
        if len(waarde) < 50 or waarde.lower() in ONVEILIG
    ]
    eisen = [
        (bool(omgeving.database_url), "DATABASE_URL: ontbreekt"),
        (
            omgeving.geheim != omgeving.contextsleutel,
            "RICHTING_CONTEXTSLEUTEL: gelijk aan RICHTING_GEHEIM",
        ),
        (omgeving.vandaag is None, "RICHTING_VANDAAG: mag niet in productie"),
        (omgeving.tweede_factor == "verplicht", "RICHTING_TWEEDE_FACTOR: moet `verplicht` zijn"),
        (omgeving.https == "aan", "RICHTING_HTTPS: moet `aan` zijn"),
        (
            not set(omgeving.hosts) <= {"localhost", "127.0.0.1"} and "*" not in omgeving.hosts,
            "RICHTING_HOSTS: noem de echte namen, zonder *",
        ),
        (
            not omgeving.mail_server or omgeving.url.startswith("https://"),
            "RICHTING_URL: noem met een mailserver het https-adres van Richting",
        ),
        (
            omgeving.mail_beveiliging != "geen" or not omgeving.mail_wachtwoord,
            "RICHTING_MAIL_BEVEILIGING: `geen` met een wachtwoord stuurt het open over het net",
        ),
        (
            not any(_eigen_machine(net) for net in omgeving.webhook_netten),
            "RICHTING_WEBHOOK_NETTEN: deze machine zelf mag er niet bij",
        ),
    ]
    return fouten + [zin for goed, zin in eisen if not goed]


def _eigen_machine(net: str) -> bool:
    """The network holds addresses of the machine itself, or of its provider's back door."""
    eigen = ("127.0.0.0/8", "::1/128", "169.254.0.0/16", "fe80::/10", "0.0.0.0/32", "::/128")
    gekozen = ip_network(net)
    return any(
        gekozen.overlaps(ander)
        for ander in map(ip_network, eigen)
        if ander.version == gekozen.version
    )
