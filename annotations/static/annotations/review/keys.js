// Single keys: each presses the button that names it. None answers with Ctrl, Alt or Meta, nor
// while somebody writes; all can be off.

const STORE = "variorum-review-keys";
const WRITING = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

const remembered = () => { try { return localStorage.getItem(STORE); } catch { return null; } };
const remember = (value) => { try { localStorage.setItem(STORE, value); } catch { /* not kept */ } };

export function followKeys() {
  const dialog = document.getElementById("keys");
  const on = document.getElementById("keys-on");
  const apply = () => document.documentElement.classList.toggle("has-keys", on.checked);
  on.checked = remembered() !== "off";
  apply();
  on.addEventListener("change", () => { remember(on.checked ? "on" : "off"); apply(); });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) dialog.showModal();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!on.checked || dialog.open || event.target.closest(WRITING)) return;
    if (event.key === "?") { event.preventDefault(); dialog.showModal(); return; }
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}
