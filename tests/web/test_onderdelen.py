"""The components: what they say, that they escape, and what a screen reader gets."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django import forms
from django.template import Context, Template

from richting.web import panelen, voorbeelden
from richting.web.formulieren import Datumveld


def toon(sjabloon: str, **inhoud: object) -> str:
    return " ".join(Template("{% load web %}" + sjabloon).render(Context(inhoud)).split())


GEVAARLIJK = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "sjabloon",
    [
        "{% paginakop x onder=x terug='/' terug_naam=x %}",
        "{% paneel x %}{{ x }}{% endpaneel %}",
        "{% melding 'info' titel=x %}{{ x }}{% endmelding %}",
        "{% leeg x %}{{ x }}{% endleeg %}",
        "{% uitklap x %}{{ x }}{% enduitklap %}",
        "{% status x %}",
        "{% aantal 3 x %}",
        "{% gegevens %}{% gegeven x %}{{ x }}{% endgegeven %}{% endgegevens %}",
        "{% tabel x %}{% endtabel %}",
        "{% knop x name=x %}",
        "{% knoplink x x %}",
        "{% actieknop x x %}",
        "{% datum None 'onbekend' onbekend=x %}",
        "{% datum None onbekend=x %}",
        "{% filterbalk x wis=x naam=x %}{{ x }}{% endfilterbalk %}",
    ],
)
def test_wat_van_buiten_komt_wordt_onschadelijk(sjabloon):
    html = toon(sjabloon, x=GEVAARLIJK)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_blokken_laten_de_opmaak_van_de_pagina_staan():
    assert "<p>Niets</p></div>" in toon("{% leeg 'Leeg' %}<p>Niets</p>{% endleeg %}")
    assert "<b>x</b>" in toon("{% paneel 'P' %}<b>x</b>{% endpaneel %}")


def test_een_melding_zegt_haar_soort_ook_zonder_kleur():
    for soort, woord in [("ok", "Gelukt:"), ("let_op", "Let op:"), ("fout", "Fout:")]:
        assert woord in toon("{% melding soort %}x{% endmelding %}", soort=soort)


def test_een_brede_tabel_schuift_op_zichzelf_en_heet_naar_haar_bijschrift():
    html = toon("{% tabel 'Wie keek' %}<tbody></tbody>{% endtabel %}")
    assert 'role="region" aria-labelledby="tabel-wie-keek" tabindex="0"' in html
    assert '<caption id="tabel-wie-keek">Wie keek</caption>' in html


def test_een_tabel_met_kaarten_heeft_geen_schuifvak():
    html = toon("{% tabel 'Mensen' kaarten=True verborgen=True %}<tbody></tbody>{% endtabel %}")
    assert "tabel--kaarten" in html
    assert "role=" not in html
    assert '<caption class="onzichtbaar">' in html


def test_een_knop_krijgt_haar_attributen():
    html = toon("{% knop 'Zie' 'secundair' hx_post='/x/' name='doe' disabled=True %}")
    assert 'hx-post="/x/" name="doe" disabled>Zie</button>' in html


def test_een_actieknop_is_een_formulier_met_bewijs_van_herkomst():
    html = toon("{% actieknop 'Gezien' '/gezien/' %}", csrf_token="geheim")
    assert '<form action="/gezien/" method="post">' in html
    assert 'value="geheim"' in html


def test_een_groot_aantal_zegt_dat_het_er_meer_zijn():
    assert ">99+<" in toon("{% aantal 100 'ongelezen' hoogstens=99 %}")
    assert ">99<" in toon("{% aantal 99 'ongelezen' hoogstens=99 %}")


def test_bladeren_zwijgt_bij_een_bladzijde():
    assert toon("{% bladeren %}") == ""
    html = toon("{% bladeren volgende='?na=9' %}")
    assert 'rel="next"' in html
    assert 'rel="prev"' not in html


def test_de_huidige_tab_en_stap_zijn_benoemd():
    tabs = [{"titel": "Nieuw", "url": "/", "aantal": 0, "huidig": True}]
    assert 'aria-current="page"' in toon("{% tabs tabs 'Lijsten' %}", tabs=tabs)
    assert ">0</span>" in toon("{% tabs tabs 'Lijsten' %}", tabs=tabs)
    stappen = [{"naam": "Voor", "stand": "klaar"}, {"naam": "Binnen", "stand": "nu"}]
    html = toon("{% stappen stappen 'Fase' %}", stappen=stappen)
    assert html.count('aria-current="step"') == 1
    assert "(klaar)" in html


class Formulier(forms.Form):
    naam = forms.CharField(label="Naam", help_text="Voluit.")
    dag = Datumveld(label="Dag", required=False)
    keuze = forms.ChoiceField(label="Keuze", choices=[("a", "A")], widget=forms.RadioSelect)
    stil = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        self.add_error(None, "Past niet bij elkaar.")


def test_een_veld_noemt_zijn_uitleg_en_zijn_fout():
    html = toon("{% velden f %}", f=Formulier({}))
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'id="id_naam_helptext"' in html
    assert 'id="id_naam_error"' in html
    assert 'aria-invalid="true"' in html
    assert '<fieldset class="veld' in html
    assert 'aria-describedby="id_keuze_error"' in html


def test_een_veld_dat_niet_hoeft_zegt_dat():
    html = toon("{% veld f.dag %}", f=Formulier())
    assert "(niet verplicht)" in html
    assert 'type="date"' in html
    assert "utrecht-textbox" in html


def test_een_verborgen_veld_heeft_geen_label():
    assert "<label" not in toon("{% veld f.stil %}", f=Formulier())


def test_het_foutoverzicht_leidt_naar_elk_veld():
    html = toon("{% foutoverzicht f %}", f=Formulier({}))
    assert 'href="#id_naam"' in html
    assert 'href="#id_keuze_0"' in html
    assert "Past niet bij elkaar." in html
    assert "autofocus" in html


def test_zonder_fouten_geen_overzicht():
    assert toon("{% foutoverzicht f %}", f=Formulier()) == ""


def test_de_tijdlijn_noemt_wie_en_wat_nieuw_is():
    html = toon("{% tijdlijn regels %}", regels=voorbeelden.inhoud()["journaal"])
    assert "23 november 2026, 09:05" in html
    assert "Het verwachte einde is verschoven." in html
    assert html.count("tijdlijn__regel--nieuw") == 1


def test_de_route_staat_ook_in_woorden():
    html = toon("{% tijdbalk stukken vandaag mijlpalen %}", **voorbeelden.inhoud())
    assert 'aria-hidden="true"' in html
    assert "PI Het Vennetje" in html
    assert "Einde straf" in html
    assert "style=" not in html


def test_een_verwacht_einde_en_een_afstand():
    waarde = SimpleNamespace(vroegst=voorbeelden.DAG, laatst=None, zekerheid="verwacht")
    assert "verwacht <time" in toon("{% verwachting w %}", w=waarde)
    assert toon("{{ w.vroegst|afstand:w.vroegst }}", w=waarde) == "vandaag"
    assert toon("{{ w.laatst|afstand:w.vroegst }}", w=waarde) == ""


def test_een_paneel_van_een_kamer_wordt_getoond_met_zijn_titel():
    paneel = panelen.Paneel(
        "fase", 1, "Fase", lambda lees, dossier: {}, "web/onderdelen/stappen.html"
    )
    gevuld = panelen.Gevuld(paneel, {"lijst": [{"naam": "Voor", "stand": "nu"}], "naam": "Fase"})
    html = toon("{% toon_paneel g %}", g=gevuld)
    assert '<section class="paneel" aria-labelledby="paneel-fase">' in html
    assert "Voor" in html
