"""The addresses of the plan: all below `/dossiers/<dossier>/plan/`, one list per subject."""

from __future__ import annotations

from importlib import import_module

ONDERWERPEN = (
    "overzicht",
    "screening",
    "standen",
    "actielijst",
    "kort",
    "inhoud",
    "versies",
    "woonplaats",
    "advies",
    "inbreng",
    "slachtoffer",
    "behandelplan",
    "zorg",
    "papier",
    "plek",
    "voorzieningen",
)
app_name = "plannen"
urlpatterns = [
    adres
    for onderwerp in ONDERWERPEN
    for adres in import_module(f"richting.plannen.paginas.{onderwerp}").urlpatterns
]
