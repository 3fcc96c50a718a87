// Single keys. None answers with Ctrl, Alt or Meta, nor while somebody writes; all can be off.

import { cards, current, open, reveal, send, undoLast } from "./cases.js";

const STORE = "variorum-desk-keys";
const WRITING = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

// One act after another: a key that is pressed while a case is fetched waits for it.
let turn = Promise.resolve();

const remembered = () => { try { return localStorage.getItem(STORE); } catch { return null; } };
const remember = (value) => { try { localStorage.setItem(STORE, value); } catch { /* not kept */ } };

function neighbour(step) {
  const all = cards();
  const at = all.indexOf(current());
  return all[at < 0 ? 0 : at + step];
}

const outcome = () => current()?.querySelector('[name="outcome"]:checked');
const rules = () => {
  const chosen = outcome();
  return chosen ? [...current().querySelectorAll(`.rule.bears-${chosen.value}`)] : [];
};

function number() {
  current()?.querySelectorAll("[data-rule-key]").forEach((key) => { key.textContent = ""; });
  rules().slice(0, 9).forEach((rule, index) => {
    rule.querySelector("[data-rule-key]").textContent = index + 1;
  });
}

function chooseOutcome(key) {
  const radio = current()?.querySelector(`[name="outcome"][data-key="${key}"]`);
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  if (radio.value === "redact" && current().querySelector(".word")) {
    current().querySelector(".cover").open = true;
  }
}

// The rule's number decides, unless words have still to be chosen.
async function chooseRule(key) {
  const rule = rules()[key - 1];
  if (!rule) return;
  rule.querySelector("input").checked = true;
  const card = current();
  const words = [...card.querySelectorAll(".word input")];
  if (outcome().value === "redact" && words.length && !words.some((box) => box.checked)) {
    words[0].focus();
    return;
  }
  await send(card.querySelector(".judge"));
}

function startOver() {
  current()?.querySelectorAll('[name="outcome"], [name="rule"]').forEach((radio) => {
    radio.checked = false;
  });
  number();
  current()?.focus();
}

function flag() {
  const details = (current() || cards()[0])?.querySelector("details.flag");
  if (!details) return;
  details.open = true;
  (details.querySelector("select") || details.querySelector("summary")).focus();
}

function toggleArticle() {
  const article = document.getElementById("article");
  article.open = !article.open;
  (article.open ? article.querySelector("[tabindex]") : current())?.focus();
}

const ACTS = {
  j: () => neighbour(1) && open(neighbour(1).dataset.case),
  k: () => neighbour(-1) && open(neighbour(-1).dataset.case),
  v: () => reveal(current()),
  u: () => undoLast(),
  f: () => flag(),
  a: () => toggleArticle(),
  Escape: () => startOver(),
};

function act(key) {
  if (/^[1-9]$/.test(key)) return outcome() ? chooseRule(Number(key)) : chooseOutcome(key);
  return ACTS[key]?.();
}

export function followKeys(desk) {
  const dialog = document.getElementById("keys");
  const button = document.getElementById("help-button");
  const on = document.getElementById("keys-on");
  const apply = () => document.documentElement.classList.toggle("has-keys", on.checked);
  on.checked = remembered() !== "off";
  apply();
  on.addEventListener("change", () => { remember(on.checked ? "on" : "off"); apply(); });
  button.hidden = false;
  button.addEventListener("click", () => dialog.showModal());
  desk.addEventListener("change", (event) => { if (event.target.name === "outcome") number(); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!on.checked || dialog.open || event.target.closest(WRITING)) return;
    if (event.key === "?") { event.preventDefault(); dialog.showModal(); return; }
    if (!/^[1-9]$/.test(event.key) && !(event.key in ACTS)) return;
    event.preventDefault();
    turn = turn.then(() => act(event.key)).catch(() => {});
  });
}
