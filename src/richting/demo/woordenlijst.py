"""The building blocks of the invented nation: names that nobody has, articles, and conditions."""

from __future__ import annotations

VOORNAMEN = {
    "man": (
        ("Aldo", "Bartho", "Ciro", "Dagobert", "Edo", "Floribert", "Gijsbertus", "Hidde")
        + ("Isidoor", "Jochum", "Kasper", "Lubbert", "Melle", "Nanno", "Olaf", "Pepijn")
    ),
    "vrouw": (
        ("Alida", "Brechtje", "Calista", "Dieuwke", "Elfriede", "Fenna", "Godelieve", "Hiske")
        + ("Ilonka", "Jorien", "Katrijn", "Liselot")
    ),
}
VOORVOEGSELS = ("van", "van der", "de", "ten", "el")
VOOR = ("Verzonnen", "Bedacht", "Proef", "Schijn", "Denk", "Papieren", "Voorbeeld", "Fantasie") + (
    "Droom",
    "Luchtig",
    "Nergens",
    "Vermoed",
)
ACHTER = ("berg", "dijk", "huis", "man", "stra", "veld", "water", "zoon", "brug", "molen") + (
    "akker",
    "kamp",
    "poort",
    "hoven",
)
PLAATSEN = ("Verzonnendam", "Nergenshuizen", "Schijnveen", "Proefstad", "Bedachtwoude")
VOORWAARDEN = ("meldplicht", "contactverbod", "locatieverbod", "ambulante behandeling")
"""Special conditions as judges impose them (K)."""
REDENEN_EINDE = ("herberekening", "beslissing van de rechter", "nieuwe zaak erbij")

BIJ_ALTIJD = ("287", "282", "288", "289", "273f")
"""On the list with any sentence (S, Bjsg 11a)."""
BIJ_VANAF_EEN_JAAR = ("302", "303", "141 lid 2")
"""On the list from a year on (S, Bjsg 11a)."""
BIJ_ZEDEN_OUD = ("242", "246", "249")
"""On the list for offences before the renumbering of 1 July 2024 (S, Bjsg 11a of 2017)."""
ANDERE_ARTIKELEN = ("310", "311", "312", "300", "285", "321", "326", "350", "416")
"""Theft, robbery, assault, threats, fraud, damage, receiving: not on the list."""
VEILIGHEIDSHUIZEN = {
    "GM0344": "ZVH-UTRECHT",
    "GM0363": "ZVH-AMSTERDAMAMSTELLAND",
    "GM0599": "ZVH-ROTTERDAMRIJNMOND",
    "GM0518": "ZVH-HAAGLANDEN",
}
RECLASSERING = (("RN", 6), ("SVG", 3), ("LDH", 2))
"""Weights: AANNAME."""
