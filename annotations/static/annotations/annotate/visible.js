// A long text comes whole but without most of its marks. Those of the passages in view are asked
// for as one scrolls, and with them the part of the list that begins there.

import { ask } from "./asking.js";
import { endOf, leavesOf, startOf } from "./offsets.js";
import { write } from "./passages.js";
import { say } from "./say.js";

const PAUSE = 150;
// How many heights of the window above and below it are marked before they are seen.
const AROUND = 1.5;

export class Visible {
  #page = document.getElementById("annotate");
  #text = document.getElementById("text");
  #listing = document.getElementById("listing");
  #leaves = [];
  #waiting;
  #isHeld = false;
  #hasMoved = false;

  constructor() {
    // An observer of thousands of passages would take more at every frame than a look now and then.
    for (const moved of ["scroll", "resize"]) {
      addEventListener(moved, () => this.#move(), { passive: true });
    }
    // Nobody's selection is taken from under the pointer.
    addEventListener("pointerdown", () => (this.#isHeld = true));
    for (const end of ["pointerup", "pointercancel"]) {
      addEventListener(end, () => {
        this.#isHeld = false;
        this.#later();
      });
    }
    this.#listing.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-first]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.turn(link.dataset.first);
    });
    this.watch();
  }

  /** A text is shown, and some of it is not marked yet. */
  watch() {
    this.#leaves = leavesOf(this.#text);
    this.#later();
  }

  get isWhole() {
    return !this.#part;
  }

  /** Another part of the list, from the mark of this number on; the focus goes to its heading. */
  async turn(first) {
    await this.list({ first });
    const heading = document.getElementById("marks-title");
    heading.focus();
    say(heading.textContent);
  }

  /** The part of the list with this mark, or from this place or number on. */
  list(from) {
    return this.#load(from);
  }

  /** See to it that a range is marked. */
  async reach(start, end) {
    if (this.#plain().some((leaf) => startOf(leaf) < end && endOf(leaf) > start)) {
      await this.#load({ start, end });
    }
  }

  get #part() {
    return this.#listing.querySelector("nav.more-marks");
  }

  #plain() {
    return [...this.#text.querySelectorAll("[data-plain]")];
  }

  #move() {
    this.#hasMoved = true;
    this.#later();
  }

  #later() {
    if (this.isWhole) return;
    this.#waiting ??= setTimeout(() => this.#settle(), PAUSE);
  }

  #settle() {
    this.#waiting = undefined;
    if (this.#isHeld) return;
    const wanted = { ...this.#unmarked(), ...this.#unlisted() };
    if (Object.keys(wanted).length) this.#load(wanted);
  }

  #unmarked() {
    const near = this.#near().filter((leaf) => leaf.hasAttribute("data-plain"));
    return near.length ? { start: startOf(near[0]), end: startOf(near.at(-1)) } : {};
  }

  /** The passages in and around the window, found by halves. */
  #near() {
    const box = (leaf) => (leaf.closest("details:not([open])") ?? leaf).getBoundingClientRect();
    let [low, high] = [0, this.#leaves.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (box(this.#leaves[middle]).bottom < -AROUND * innerHeight) low = middle + 1;
      else high = middle;
    }
    const below = this.#leaves.slice(low).findIndex((leaf) => box(leaf).top > (1 + AROUND) * innerHeight);
    return this.#leaves.slice(low, below < 0 ? undefined : low + below);
  }

  /** Where the list should begin, if the text was moved to what it does not have; never while
   * somebody is in it. */
  #unlisted() {
    if (!this.#hasMoved || this.#listing.contains(document.activeElement)) return {};
    const place = this.#top();
    const cards = [...document.getElementById("cards").children];
    const from = this.#part.dataset.begins === "1" ? 0 : Number(cards[0]?.dataset.start);
    const isLast = !this.#part.querySelector("a[data-later]");
    const to = isLast ? Infinity : Number(cards.at(-1)?.dataset.start);
    return place === null || (place >= from && place < to) ? {} : { place };
  }

  /** The place in the text at the upper edge of the window. */
  #top() {
    const { left, width } = this.#text.getBoundingClientRect();
    for (const part of [0.1, 0.2, 0.3, 0.45]) {
      const leaf = document.elementFromPoint(left + width / 2, innerHeight * part)?.closest("[data-start]");
      if (leaf && this.#text.contains(leaf)) return startOf(leaf);
    }
    return null;
  }

  async #load(wanted) {
    const { address, rendition } = this.#page.dataset;
    const answer = await ask(`${address}range/?${new URLSearchParams({ rendition, ...wanted })}`);
    if (this.#page.dataset.rendition !== rendition) return;
    if (answer.error) say(answer.error);
    else this.#put(answer, wanted);
  }

  #put({ passages, upto, marks }, { start }) {
    const isPlain = ([id]) => document.getElementById(id).hasAttribute("data-plain");
    write(this.#text, Object.fromEntries(Object.entries(passages).filter(isPlain)));
    for (const leaf of start === undefined ? [] : this.#plain()) {
      if (endOf(leaf) > start && startOf(leaf) < upto) leaf.removeAttribute("data-plain");
    }
    if (marks !== undefined) this.#relist(marks);
    this.#later();
  }

  #relist(html) {
    const pointed = [...this.#listing.querySelectorAll(".card.here")].map(({ id }) => id);
    const focused = this.#listing.contains(document.activeElement) && document.activeElement.id;
    this.#listing.innerHTML = html;
    this.#hasMoved = false;
    for (const id of pointed) document.getElementById(id)?.classList.add("here");
    if (focused) document.getElementById(focused)?.focus();
    document.querySelector("#marks-title [data-numbers]").textContent = this.isWhole
      ? ""
      : ` ${this.#part.dataset.numbers}`;
  }
}
