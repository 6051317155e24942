"""The addresses of the room `partijen`."""

from __future__ import annotations

from django.urls import URLPattern, path

from richting.partijen.paginas import aanmelden, account, naslag, organisatie, systemen

app_name = "partijen"
COLLEGA = "organisatie/medewerkers/<int:nummer>/"
urlpatterns: list[URLPattern] = [
    path("aanmelden/", aanmelden.aanmelden, name="aanmelden"),
    path("aanmelden/code/", aanmelden.code, name="code"),
    path("afmelden/", aanmelden.afmelden, name="afmelden"),
    path("loket/", aanmelden.loket, name="wissel_loket"),
    path("mijn-account/", account.mijn_account, name="mijn_account"),
    path("mijn-account/wachtwoord/", account.wachtwoord, name="wachtwoord"),
    path("mijn-account/tweede-stap/", account.app_koppelen, name="tweede_factor"),
    path("mijn-account/tweede-stap/begin/", account.app_beginnen, name="app_beginnen"),
    path("mijn-account/reservecodes/", account.reservecodes, name="reservecodes"),
    path("organisatie/", organisatie.organisatie, name="organisatie"),
    path("organisatie/bereikbaarheid/", organisatie.bereikbaarheid, name="bereikbaarheid"),
    path("organisatie/medewerkers/nieuw/", organisatie.nieuwe_medewerker, name="nieuwe_medewerker"),
    path(COLLEGA, organisatie.medewerker, name="medewerker"),
    path(COLLEGA + "wachtwoord/", organisatie.nieuw_wachtwoord, name="nieuw_wachtwoord"),
    path(COLLEGA + "loketten/", organisatie.geef_plek, name="geef_plek"),
    path(COLLEGA + "loketten/<int:loket>/weg/", organisatie.neem_plek, name="neem_plek"),
    path(COLLEGA + "<slug:doe>/", organisatie.handeling, name="handeling"),
    path("naslag/", naslag.naslag, name="naslag"),
    path("systemen/", systemen.systemen, name="systemen"),
    path("systemen/nieuw/", systemen.nieuw_systeem, name="nieuw_systeem"),
    path("systemen/<int:nummer>/intrekken/", systemen.trek_in, name="trek_systeem_in"),
]
