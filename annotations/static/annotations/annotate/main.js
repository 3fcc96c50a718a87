// The annotating page: its parts, and what each tells the others.

import { actsOf } from "./acts.js";
import { Choosing } from "./choosing.js";
import { Drafts } from "./drafts.js";
import { followForms } from "./forms.js";
import { goElsewhere } from "./going.js";
import { Hand } from "./hand.js";
import { followKeys } from "./keys.js";
import { Marking } from "./marking.js";
import { Marks } from "./marks.js";
import { Memory, setting } from "./memory.js";
import { notice } from "./notice.js";
import { Opening } from "./opening.js";
import { Palette } from "./palette.js";
import { Panel } from "./panel.js";
import { say } from "./say.js";
import { Undoing } from "./undoing.js";

const page = document.getElementById("annotate");
const text = document.getElementById("text");
const find = (what) => page.querySelector(what);
const all = (what) => [...page.querySelectorAll(what)];
const keysDialog = document.getElementById("keys");
const origin = find("[data-by-keyboard]");
const snap = find("[data-snap]");
const wholeWords = setting("whole-words");

for (const each of all("[data-tools]")) each.hidden = false;
snap.checked = wholeWords.isOn();
snap.addEventListener("change", () => wholeWords.turn(snap.checked));

// What stays beside and below the strip of tools has to know how high it is.
new ResizeObserver(([{ target }]) => {
  document.documentElement.style.setProperty("--bar", `${target.offsetHeight}px`);
}).observe(find(".bar"));

const memory = new Memory(page.dataset.account);
const marks = new Marks();
const panel = new Panel(document.getElementById("panel"));
const palette = new Palette(document.getElementById("palette"));
const choosing = new Choosing(text, snap);
const hand = new Hand(memory, find("[data-hand]"));
const drafts = new Drafts(memory, find("[data-drafts]"));
const undoing = new Undoing(page.dataset, { undo: all("[data-undo]"), redo: all("[data-redo]") });
const marking = new Marking({ text, page, choosing, panel, hand, origin });
const opening = new Opening(marks);
const go = goElsewhere(document.getElementById("going"), page, (address) => opening.open(address));

const here = () =>
  choosing.chosen ? marks.touching(choosing.range).map(({ uid }) => uid) : [];
const acts = actsOf({ find, marking, choosing, undoing, hand, marks, palette, here, go, opening });

function offer() {
  if (!choosing.chosen) return palette.hide();
  notice.hide();
  const canMove = Boolean(panel.form?.hasAttribute("data-moves"));
  const may = { canMove, hasClaim: Boolean(hand.claim), canRepeat: marking.canRepeat };
  return palette.show(choosing.range, here(), may);
}

/** Put in what an act changed, and tell of it. */
function take(answer) {
  marks.take(answer);
  const uid = answer.focus.replace(/^n-/, "");
  if (uid) marks.point([uid]);
}

function done(answer) {
  take(answer);
  undoing.add(answer.undo, answer.message);
  notice.tell(answer.message, { canUndo: answer.undo.length > 0 });
}

choosing.addEventListener("chosen", offer);
choosing.addEventListener("left", () => origin.focus());
marking.addEventListener("opened", () => palette.hide());
marking.addEventListener("sent", ({ detail }) => {
  if (detail.error) return notice.tell(detail.error);
  done(detail);
  // The passage was written anew, and the browser's selection went with it.
  return choosing.choose(choosing.chosen, { quietly: true });
});
undoing.addEventListener("said", ({ detail }) => notice.tell(detail));
hand.addEventListener("said", ({ detail }) => say(detail));
undoing.addEventListener("taken", ({ detail }) => take(detail));

palette.addEventListener("picked", ({ detail }) => {
  if (detail.see) marks.point([detail.see], { focus: true });
  else if (detail.act === "move") marking.move();
  else acts[detail.act]();
  if (detail.act !== "s") palette.hide();
});
palette.addEventListener("left", () => {
  palette.hide();
  if (choosing.chosen) choosing.startByKeyboard();
});

origin.addEventListener("click", () => choosing.startByKeyboard());
for (const button of all("[data-press]")) {
  button.addEventListener("click", () => acts[button.dataset.press]());
}
document.addEventListener("click", ({ target }) => {
  const { take: slug, statement } = target.closest("button[data-take]")?.dataset ?? {};
  if (slug) hand.take({ slug, statement });
});
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !choosing.chosen || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  offer();
  palette.focus();
});
text.addEventListener("click", ({ target }) => {
  const mark = target.closest("mark.deep");
  if (!mark || !getSelection().isCollapsed) return;
  // After the words that were chosen before are let go.
  setTimeout(() => palette.list(mark.getBoundingClientRect(), mark.dataset.annotation.split(" ")));
});
find("#find_exact").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
followKeys(acts, keysDialog);
followForms({ page, text, panel, drafts, choosing, marking, hand, done });
opening.addEventListener("leaving", () => {
  panel.close();
  choosing.clear();
});
opening.addEventListener("opened", () => undoing.of(page.dataset));
