// Single keys. None answers together with Ctrl, Alt or the command key, nor while somebody writes;
// all can be turned off, and each does what a button does.

import { setting } from "./memory.js";

const WRITING = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';
const kept = setting("annotate-keys");

/** Follow the keys in `acts`: a key as it is typed, and what it does. */
export function followKeys(acts, dialog) {
  const switched = dialog.querySelector("[data-keys-on]");
  const apply = () => document.documentElement.classList.toggle("has-keys", switched.checked);
  switched.checked = kept.isOn();
  apply();
  switched.addEventListener("change", () => {
    kept.turn(switched.checked);
    apply();
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !kept.isOn()) return;
    if (document.querySelector("dialog[open]") || event.target.closest(WRITING)) return;
    const act = Object.hasOwn(acts, event.key) && acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
