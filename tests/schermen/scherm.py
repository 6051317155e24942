"""One person behind one screen: opens pages, and keeps what the browser complained about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request

WORTEL = Path(__file__).resolve().parents[2]
AXE = (WORTEL / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KEUR = "axe.run(document, {}).then((uitslag) => uitslag.violations)".format(
    json.dumps({"runOnly": {"type": "tag", "values": NORMEN}, "resultTypes": ["violations"]})
)
"""Only what is wrong comes back: what is right is as long as the page."""
BREED, SMAL = 1280, 320
WACHT_MS = 15_000
STAPPEN = 400
"""More presses of Tab than any page needs."""

TE_BREED = """() => {
  const breed = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= breed) return [];
  const binnenVak = (el) => {
    for (let op = el.parentElement; op; op = op.parentElement)
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(op).overflowX)) return true;
    return false;
  };
  return [...document.querySelectorAll('body *')]
    .filter((el) => el.getBoundingClientRect().right > breed + 1 && !binnenVak(el))
    .map((el) => `${el.tagName}.${el.className} tot ${el.getBoundingClientRect().right}`);
}"""

TE_BEDIENEN = """() => {
  const soorten = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const gezien = (el) => el.checkVisibility({visibilityProperty: true}) && el.type !== 'hidden';
  const elementen = [...document.querySelectorAll(soorten)]
    .filter((el) => gezien(el) && !el.disabled)
    .filter((el) => el.type !== 'radio' || el.checked
      || !document.querySelector(`input[name="${el.name}"]:checked`)
      && el === document.querySelector(`input[name="${el.name}"]`));
  return elementen.map((el, nr) => el.dataset.volgnummer = String(nr));
}"""

FOCUS = """() => {
  const el = document.activeElement;
  if (!el || el === document.body) return null;
  const stijl = getComputedStyle(el), vak = el.getBoundingClientRect();
  const lijn = stijl.outlineStyle !== 'none' && parseFloat(stijl.outlineWidth) >= 2;
  return {
    nummer: el.dataset.volgnummer || 'overig',
    wat: el.tagName + ' ' + (el.innerText || el.getAttribute('aria-label') || el.id).slice(0, 40),
    zichtbaar: lijn || stijl.boxShadow !== 'none',
    inBeeld: vak.width > 0 && vak.height > 0 && vak.bottom > 0 && vak.right > 0
      && vak.top < innerHeight && vak.left < innerWidth,
  };
}"""


class Scherm:
    """A browser window of one person, on the program's server."""

    def __init__(self, browser: Browser, adres: str, *, script: bool = True, breed: int = BREED):
        self.adres = adres
        self.venster: BrowserContext = browser.new_context(
            base_url=adres,
            java_script_enabled=script,
            viewport={"width": breed, "height": 900},
            locale="nl-NL",
            reduced_motion="reduce",
        )
        self.venster.set_default_timeout(WACHT_MS)
        self.pagina: Page = self.venster.new_page()
        self.klachten: list[str] = []
        self.pagina.on("console", self._hoor)
        self.pagina.on("pageerror", lambda fout: self.klachten.append(str(fout)))
        self.pagina.on("request", self._let_op_adres)

    def _hoor(self, bericht: Any) -> None:
        if bericht.type in ("error", "warning"):
            self.klachten.append(bericht.text)

    def _let_op_adres(self, verzoek: Request) -> None:
        delen = urlsplit(verzoek.url)
        if delen.scheme != "data" and not verzoek.url.startswith(self.adres):
            self.klachten.append(f"van een ander adres: {verzoek.url}")

    def met_sessie(self, sleutel: str) -> Scherm:
        """Signed in already: the browser carries this session."""
        self.venster.add_cookies([{"name": "richting_sessie", "value": sleutel, "url": self.adres}])
        return self

    def open(self, pad: str) -> int:
        """Go to a page; gives its status."""
        antwoord = self.pagina.goto(pad)
        assert antwoord is not None
        return antwoord.status

    def meld_aan(self, gebruikersnaam: str, wachtwoord: str) -> Scherm:
        """Sign in as a person does."""
        self.open("/aanmelden/")
        self.pagina.get_by_label("Gebruikersnaam").fill(gebruikersnaam)
        self.pagina.get_by_label("Wachtwoord").fill(wachtwoord)
        self.pagina.get_by_role("button", name="Aanmelden").click()
        return self

    @property
    def tekst(self) -> str:
        """What there is to read in the page's content."""
        return self.pagina.locator("main").inner_text()

    def overtredingen(self) -> list[str]:
        """What axe finds wrong on this page, in one line each."""
        if not self.pagina.evaluate("'axe' in window"):
            self.pagina.evaluate(AXE + "; undefined")
        fouten = self.pagina.evaluate(f"() => {KEUR}")
        return [
            f"{regel['id']}: {knoop['html'][:160]} ({knoop['failureSummary']})"
            for regel in fouten
            for knoop in regel["nodes"]
        ]

    def te_breed(self) -> list[str]:
        """What makes this page scroll sideways."""
        return list(self.pagina.evaluate(TE_BREED))

    def verbreed(self, breed: int) -> None:
        """Make the window this wide."""
        self.pagina.set_viewport_size({"width": breed, "height": 900})

    def bereikbaar(self) -> list[str]:
        """The numbers of everything one can operate on this page."""
        return list(self.pagina.evaluate(TE_BEDIENEN))

    def loop_rond(self) -> list[dict[str, Any]]:
        """Press Tab from the top of the page until the end; everything that had the focus."""
        self.bereikbaar()
        self.pagina.evaluate("document.activeElement?.blur()")
        ronde: list[dict[str, Any]] = []
        for _stap in range(STAPPEN):
            punt = self.tab()
            if punt is None or (ronde and punt["nummer"] == ronde[0]["nummer"]):
                return ronde
            ronde.append(punt)
        raise AssertionError(f"Het toetsenbord blijft hangen bij {ronde[-1]['wat']}")

    def tab(self) -> dict[str, Any] | None:
        """Press Tab; what has the focus now, and whether one can see that."""
        self.pagina.keyboard.press("Tab")
        return self.focus()

    def focus(self) -> dict[str, Any] | None:
        """What has the focus; None when nothing has."""
        gevonden: dict[str, Any] | None = self.pagina.evaluate(FOCUS)
        return gevonden

    def sluit(self) -> None:
        """Close the window."""
        self.venster.close()
