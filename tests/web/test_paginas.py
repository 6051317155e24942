"""The pages of no room: refusals, faults, the style guide."""

from __future__ import annotations

import re

import pytest

from richting.web import paginas


@pytest.mark.parametrize(
    ("pagina", "status", "zin"),
    [
        (paginas.fout_400, 400, "Dit verzoek begrijpen we niet"),
        (paginas.fout_403, 403, "Dit kan niet vanaf uw loket"),
        (paginas.csrf_geweigerd, 403, "Dit formulier is verlopen"),
        (paginas.fout_404, 404, "Deze pagina is er niet"),
        (paginas.fout_405, 405, "Hier kunt u alleen een formulier versturen"),
        (paginas.fout_500, 500, "Er ging bij ons iets mis"),
    ],
)
def test_een_weigering_zegt_wat_er_is_en_wat_u_kunt_doen(rf, pagina, status, zin):
    antwoord = pagina(rf.get("/"))
    assert antwoord.status_code == status
    assert zin in antwoord.content.decode()


def test_de_stijlgids_toont_elk_onderdeel_zonder_stijl_of_script_in_de_pagina(rf):
    html = paginas.stijlgids(rf.get("/stijlgids/")).content.decode()
    assert '<html lang="nl">' in html
    assert "style=" not in html
    assert "<style" not in html
    assert not re.search(r"\son\w+=", html)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", html))


def test_de_stijlgids_toont_het_formulier_met_fouten(rf):
    html = paginas.stijlgids(rf.get("/stijlgids/", {"formulier": "fout"})).content.decode()
    assert "Dit klopt nog niet" in html


def test_elke_id_komt_een_keer_voor(rf):
    html = paginas.stijlgids(rf.get("/stijlgids/")).content.decode()
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
