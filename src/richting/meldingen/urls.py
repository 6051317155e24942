"""The addresses of the room `meldingen`."""

from __future__ import annotations

from django.urls import path

from richting.meldingen import abonnementpaginas, bijpaginas, paginas
from richting.meldingen.risico.paginas import urlpatterns as risico

app_name = "meldingen"
urlpatterns = [
    path("postbus/", paginas.postbus, name="postbus"),
    path("dossiers/<uuid:dossier>/gezien/", paginas.bevestig, name="bevestig"),
    *bijpaginas.urlpatterns,
    *risico,
    path("postbus/mail/", abonnementpaginas.mailkeuze, name="mailkeuze"),
    path("webhooks/", abonnementpaginas.webhooks, name="webhooks"),
    path("webhooks/nieuw/", abonnementpaginas.nieuwe_webhook, name="nieuwe_webhook"),
    path("webhooks/<uuid:nummer>/", abonnementpaginas.webhook, name="webhook"),
    path("webhooks/<uuid:nummer>/opgeven/", abonnementpaginas.geef_op, name="webhook_opgeven"),
    path("webhooks/<uuid:nummer>/<slug:doe>/", abonnementpaginas.daad, name="webhook_daad"),
]
