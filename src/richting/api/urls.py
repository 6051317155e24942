"""The addresses of the API."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, re_path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from richting.api import problemen
from richting.api.samenstel import api
from richting.berichten.schema import gepubliceerd


@require_safe
def schema(_request: HttpRequest) -> HttpResponse:
    """The JSON Schema of a message; public, like the description of the API."""
    return HttpResponse(gepubliceerd(), content_type="application/json")


@csrf_exempt
def niets(_request: HttpRequest) -> HttpResponse:
    """Whatever else under /api/ does not exist, also with a slash too many."""
    return problemen.antwoord(problemen.standaard(404))


urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/schemas/verblijfsbericht.json", csrf_exempt(schema), name="berichtschema"),
    path("v1/", api.urls),
    re_path("", niets, name="niets"),
]
