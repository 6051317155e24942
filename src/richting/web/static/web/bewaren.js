// A form that saves by itself must say so when it did not: no connection, or a refusal.
// The form names the template with that sentence (data-mislukt); it takes the place of "Saved".
"use strict";
for (const fout of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(fout, (gebeurtenis) => {
    const { elt, target } = gebeurtenis.detail;
    const zin = document.getElementById(elt.dataset.mislukt);
    if (zin) target.replaceChildren(zin.content.cloneNode(true));
  });
}
