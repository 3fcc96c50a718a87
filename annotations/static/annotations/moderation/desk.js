// The desk, quicker: one case is swapped at a time, words are chosen by selecting, single keys.
// Without it every link and form of the page works by itself.

import { open, send } from "./cases.js";
import { followKeys } from "./keys.js";
import { followSelection } from "./words.js";

const desk = document.getElementById("desk");

function revealAll(event) {
  event.preventDefault();
  const link = event.currentTarget;
  const opens = link.dataset.open === "no";
  desk.querySelectorAll(".cover").forEach((cover) => { cover.open = opens; });
  link.dataset.open = opens ? "yes" : "no";
  link.textContent = opens ? "Cover all words" : "Show all words";
}

if (desk?.dataset.cases) {
  desk.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-swap]")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  desk.addEventListener("click", (event) => {
    const link = event.target.closest("[data-judge]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.closest("[data-case]").dataset.case);
  });
  document.getElementById("reveal").addEventListener("click", revealAll);
  followSelection(desk);
  followKeys(desk);
}
