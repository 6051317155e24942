# Richting: wat je hier kunt doen. `make` zonder meer noemt het.
SHELL := /bin/bash
PY := .venv/bin/python
RICHTING := .venv/bin/richting
STEMPEL := .venv/.klaar

.PHONY: help demo test lint fmt meet vertalingen akkoord vergrendel schoon

help: ## Noem wat je kunt doen
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 20

$(STEMPEL): requirements/draaien.txt requirements/ontwikkelen.txt pyproject.toml
	@bash tools/maak_omgeving.sh
	@touch $@

.PHONY: stijl
stijl: $(STEMPEL)
	@$(PY) tools/bouw_stijl.py
	@$(PY) tools/bouw_lettertypen.py
	@$(PY) tools/vertalingen.py compileer
	@$(PY) -m compileall -q src tools

demo: stijl ## Zet alles op en start de demo (OPNIEUW=1 begint opnieuw; OMVANG=klein|jaar|groot|getal; VANDAAG=JJJJ-MM-DD)
	@$(RICHTING) demo start $(if $(OPNIEUW),--opnieuw) $(if $(OMVANG),--omvang $(OMVANG)) \
	  $(if $(ZAAD),--zaad $(ZAAD)) $(if $(VANDAAG),--vandaag $(VANDAAG))

test: stijl ## Draai alle controles en tests
	@bash tools/zorg_voor_chromium.sh
	@$(MAKE) --no-print-directory lint
	@$(PY) -m pytest -q -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: stijl ## Controleer stijl, typen, deuren, sjablonen en vertalingen
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/lint-imports --no-cache
	@.venv/bin/mypy
	@.venv/bin/djlint --quiet --lint src
	@$(PY) tools/vertalingen.py controleer
	@$(PY) tools/huisregels.py
	@$(PY) -m tools.akkoord --controleer

fmt: $(STEMPEL) ## Zet de code in de huisstijl
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

meet: stijl ## Meet de snelheid, druk medianen en verhoudingen af (JAAR=1 neemt een heel jaar in)
	@$(PY) -W ignore -m tools.meet $(if $(JAAR),--jaar)

vertalingen: $(STEMPEL) ## Werk de vertaallijst bij
	@$(PY) tools/vertalingen.py werk_bij

akkoord: $(STEMPEL) ## Maak het register van het akkoord opnieuw
	@$(PY) -m tools.akkoord

vergrendel: $(STEMPEL) ## Zet de versies van de afhankelijkheden opnieuw vast
	@bash tools/vergrendel.sh

schoon: ## Gooi de demo-database en alle bouwsels weg
	@rm -rf .data node_modules .venv
