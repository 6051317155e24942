"""The addresses of the room `regie`: each subject keeps its own."""

from __future__ import annotations

from importlib import import_module

ONDERWERPEN = (
    "werkvoorraad",
    "samen",
    "termijnen",
    "termijntabel",
    "klopt_niet",
    "ladder",
    "regie",
    "overdracht",
    "veiligheidshuis",
    "verdeling",
    "besluiten",
    "wieweet",
    "aansluiting",
    "begin_einde",
)
app_name = "regie"
urlpatterns = [
    adres
    for onderwerp in ONDERWERPEN
    for adres in import_module(f"richting.regie.paginas.{onderwerp}").urlpatterns
]
