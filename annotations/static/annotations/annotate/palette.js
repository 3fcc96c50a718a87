// The buttons that appear beside chosen words, and the list of the marks that lie there.

import { say } from "./say.js";

const GAP = 8;
const SHOWN = 70;
const NARROW = "(max-width: 900px)";

export class Palette extends EventTarget {
  #element;
  #here;

  constructor(element) {
    super();
    this.#element = element;
    this.#here = element.querySelector("[data-here]");
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.dispatchEvent(new CustomEvent("picked", { detail: button.dataset }));
    });
    element.addEventListener("keydown", (event) => this.#key(event));
    // A press on a button must not take the selection away.
    element.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get isShown() {
    return !this.#element.hidden;
  }

  /** What the chosen words may be marked as, and the marks there. */
  show(range, uids, { canMove, hasClaim, canRepeat }) {
    const may = { "[data-move]": canMove, "[data-of-hand]": hasClaim, "[data-again]": canRepeat };
    for (const [what, isThere] of Object.entries(may)) {
      for (const each of this.#element.querySelectorAll(what)) each.hidden = !isThere;
    }
    this.#element.classList.remove("only-here");
    this.#list(uids);
    this.#place(range.getBoundingClientRect());
  }

  /** Only the marks at a place of the page. */
  list(box, uids) {
    this.#element.classList.add("only-here");
    this.#list(uids);
    this.#place(box);
    say(`${uids.length} marks lie here: ${uids.map((uid) => about(uid)).join("; ")}`);
  }

  /** The focus does not stay in what nobody sees. */
  hide() {
    if (this.#element.hidden) return;
    const hasFocus = this.#element.contains(document.activeElement);
    this.#element.hidden = true;
    if (hasFocus) this.dispatchEvent(new Event("left"));
  }

  focus() {
    this.#buttons()[0]?.focus();
  }

  /** Below the words, or above where there is no room. */
  #place(words) {
    this.#element.hidden = false;
    const { width, height } = this.#element.getBoundingClientRect();
    // On a narrow screen the style sheet puts it at the lower edge, within reach of a thumb; but
    // not over the words, nor over the menu that the device shows beside them.
    const isLow = words.bottom > innerHeight - height - 9 * GAP;
    this.#element.classList.toggle("up", isLow);
    if (matchMedia(NARROW).matches) return;
    const isBelow = words.bottom + height + GAP < innerHeight;
    const left = Math.max(GAP, Math.min(words.left, document.documentElement.clientWidth - width - GAP));
    this.#element.style.left = `${left + scrollX}px`;
    this.#element.style.top = `${(isBelow ? words.bottom + GAP : words.top - height - GAP) + scrollY}px`;
  }

  #list(uids) {
    const made = uids.map((uid) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = `link k-${kindOf(uid)}`;
      button.dataset.see = uid;
      button.textContent = about(uid);
      return button;
    });
    this.#here.querySelector("[data-count]").textContent =
      uids.length === 1 ? "One mark lies here:" : `${uids.length} marks lie here:`;
    this.#here.querySelector("[data-list]").replaceChildren(...made);
    this.#here.hidden = !uids.length;
  }

  #buttons() {
    return [...this.#element.querySelectorAll("button")].filter((each) => each.checkVisibility());
  }

  #key(event) {
    const buttons = this.#buttons();
    const number = buttons.indexOf(document.activeElement);
    const next = (number + 1) % buttons.length;
    const to = { ArrowRight: next, ArrowDown: next, ArrowLeft: number - 1, ArrowUp: number - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape") this.dispatchEvent(new Event("left"));
    else if (to !== undefined) buttons.at(to).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function cardOf(uid) {
  return document.getElementById(`n-${uid}`);
}

function kindOf(uid) {
  return [...(cardOf(uid)?.classList ?? [])].find((name) => name.startsWith("k-"))?.slice(2) ?? "mark";
}

/** A mark in a few words: what it is, and what it says. */
function about(uid) {
  const card = cardOf(uid);
  const says = [".claim a", ".note", ".words"].map((part) => card?.querySelector(part)).find(Boolean);
  const words = says?.textContent.trim() ?? "";
  const short = words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()} …` : words;
  return short ? `${kindOf(uid)}: ${short}` : kindOf(uid);
}
