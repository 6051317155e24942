"""The building blocks of the invented nation: names that nobody has, and where people stay."""

from __future__ import annotations

VOORNAMEN = {
    "man": ("Aldo", "Bartho", "Ciro", "Dagobert", "Edo", "Floribert", "Gijsbertus", "Hidde"),
    "vrouw": ("Alida", "Brechtje", "Calista", "Dieuwke", "Elfriede", "Fenna", "Godelieve"),
}
VOOR = ("Verzonnen", "Bedacht", "Proef", "Schijn", "Denk", "Papieren", "Voorbeeld", "Fantasie")
ACHTER = ("berg", "dijk", "huis", "man", "stra", "veld", "water", "zoon", "brug", "molen")
PLAATSEN = ("Verzonnendam", "Nergenshuizen", "Schijnveen", "Proefstad", "Bedachtwoude")
GEMEENTEN = (
    ("GM0344", 12),
    ("GM0363", 10),
    ("GM0599", 10),
    ("GM0518", 8),
    ("GM0202", 6),
    ("GM0193", 4),
    ("GM0014", 4),
    ("GM0855", 3),
    ("GM0772", 3),
    ("GM0153", 3),
    ("GM0796", 2),
    ("GM0080", 2),
    ("GM0358", 1),
    ("GM0310", 1),
)
"""Municipalities with their weight: an AANNAME, cities get more."""
INRICHTINGEN = (
    ("PI-NIEUWEGEIN", 8),
    ("PI-ARNHEM", 5),
    ("PI-ALMELO", 4),
    ("PI-ZWOLLE", 4),
    ("PI-VUGHT", 4),
    ("JC-ZAANSTAD", 5),
    ("PI-DESCHIE", 4),
    ("PI-ALPHEN", 3),
    ("PI-LELYSTAD", 3),
)
TITELS = (
    ("voorlopige_hechtenis", 45),
    ("gevangenisstraf", 33),
    ("hechtenis", 8),
    ("vervangende_hechtenis", 7),
    ("gijzeling", 4),
    ("isd", 2),
    ("tbs_verpleging", 1),
)
RECLASSERING = (("RN", 6), ("SVG", 3), ("LDH", 2))
