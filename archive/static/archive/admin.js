// The pickers of related rows are named by nothing while they are empty: name them by their label.
"use strict";

function nameThePickers() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    const box = select.nextElementSibling?.querySelector("[role=combobox]");
    const shown = box?.querySelector("[role=textbox]");
    if (!label || !box) continue;
    label.id ||= `${select.id}_label`;
    box.setAttribute("aria-labelledby", `${label.id} ${shown?.id ?? ""}`.trim());
    shown?.setAttribute("aria-labelledby", label.id);
    box.querySelector("[role=searchbox]")?.setAttribute("aria-labelledby", label.id);
  }
}

// Registered after the pickers' own start, and so called after it.
window.django?.jQuery?.(nameThePickers);

// What this browser kept for the account while it worked does not outlive its signing out.
document.getElementById("logout-form")?.addEventListener("submit", () => {
  const account = document.querySelector("[data-signed-in]")?.dataset.signedIn;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`variorum.private.${account}.`)) localStorage.removeItem(key);
  }
});
