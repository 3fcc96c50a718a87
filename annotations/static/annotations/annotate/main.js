// The annotating page: choosing words, what to mark them as, the forms, the list.

import { Choosing } from "./choosing.js";
import { Marks } from "./marks.js";
import { rangeOf } from "./offsets.js";
import { Palette } from "./palette.js";
import { Panel } from "./panel.js";
import { keep } from "./pending.js";
import { say } from "./say.js";
import { suggest } from "./suggest.js";

const page = document.getElementById("annotate");
const text = document.getElementById("text");
const tools = page.querySelector("[data-tools]");
const snap = tools.querySelector("[data-snap]");
const byKeyboard = tools.querySelector("[data-by-keyboard]");
const { address, rendition } = page.dataset;
const KEYS = { c: "claim", e: "evidence", n: "note", q: "question", l: "lacuna" };
const SNAP = "annotate.whole-words";

tools.hidden = false;
snap.checked = localStorage.getItem(SNAP) !== "no";
snap.addEventListener("change", () => localStorage.setItem(SNAP, snap.checked ? "yes" : "no"));

const marks = new Marks();
const panel = new Panel(document.getElementById("panel"));
const palette = new Palette(document.getElementById("palette"));
const choosing = new Choosing(text, snap);

function markAs(kind, places = choosing.chosen) {
  if (!places) return say("Choose some words first.");
  palette.hide();
  keep(rangeOf(text, places.start, places.end));
  const words = new URLSearchParams({ rendition, ...places });
  return panel.open(`${address}mark/${kind}/?${words}`, choosing.byKeyboard ? text : byKeyboard);
}

function move() {
  const { form } = panel;
  form.elements.start.value = choosing.chosen.start;
  form.elements.end.value = choosing.chosen.end;
  form.querySelector("[data-words]").textContent = choosing.range.toString();
  keep(choosing.range);
  palette.hide();
  say("The mark will lie on these words once you save.");
  form.elements.reason.focus();
}

function offer() {
  if (!choosing.chosen) return palette.hide();
  const isMoving = Boolean(panel.form?.hasAttribute("data-moves"));
  return palette.show(choosing.range, marks.touching(choosing.range), isMoving);
}

choosing.addEventListener("chosen", offer);
choosing.addEventListener("left", () => byKeyboard.focus());

palette.addEventListener("picked", ({ detail }) => {
  if (detail.kind) markAs(detail.kind);
  else if (detail.see) marks.point([detail.see], { focus: true });
  else move();
});
palette.addEventListener("left", () => {
  palette.hide();
  if (choosing.chosen) choosing.startByKeyboard();
});

byKeyboard.addEventListener("click", () => choosing.startByKeyboard());
text.addEventListener("keydown", (event) => {
  if (!choosing.chosen || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Enter") {
    offer();
    palette.focus();
  } else if (KEYS[event.key.toLowerCase()]) markAs(KEYS[event.key.toLowerCase()]);
  else return;
  event.preventDefault();
});

panel.addEventListener("filled", () => {
  if (panel.form) suggest(panel.form, address);
  for (const place of document.querySelectorAll("#panel [data-place]")) {
    const { start, end } = place.dataset;
    const light = () => keep(rangeOf(text, Number(start), Number(end)));
    place.addEventListener("pointerenter", light);
    place.addEventListener("focusin", light);
    place.addEventListener("click", light);
  }
});
panel.addEventListener("closed", () => {
  keep(null);
  if (document.activeElement === text) choosing.startByKeyboard();
});
panel.addEventListener("saved", ({ detail }) => {
  marks.take(detail);
  choosing.clear();
  keep(null);
  const uid = detail.focus.replace(/^n-/, "");
  if (uid) marks.point([uid]);
});
