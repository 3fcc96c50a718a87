// Which words are chosen: by mouse or touch (the browser's selection), or by keyboard.

import { leavesOf, placesOf, rangeOf } from "./offsets.js";
import { say } from "./say.js";
import { firstWord, next, sentencesAround } from "./stepping.js";
import { snapped } from "./words.js";

// What acts on the chosen words, and so does not let go of them when it is pressed.
const STAYS = ".palette, .panel, .bar, .notice, dialog";
const SPOKEN = 300;

export class Choosing extends EventTarget {
  #root;
  #snap;
  #anchor = null;
  #head = null;
  // With Alt, words are not taken whole that were chosen by half.
  #isLoose = false;
  byKeyboard = false;
  chosen = null;

  constructor(root, snap) {
    super();
    this.#root = root;
    this.#snap = snap;
    root.addEventListener("keydown", (event) => this.#key(event));
    root.addEventListener("pointerdown", () => this.#leaveKeyboard());
    root.addEventListener("blur", () => this.#leaveKeyboard());
    document.addEventListener("pointerup", ({ target, pointerType, altKey }) => {
      // A finger's selection has handles that go on moving: that is told of below.
      if (pointerType === "touch" || target.closest?.(STAYS)) return;
      this.#isLoose = altKey;
      setTimeout(() => this.#fromSelection(true));
    });
    // Handles of a touch screen, and a browser's own caret, tell of themselves only here.
    document.addEventListener("selectionchange", () => {
      clearTimeout(this.settling);
      this.settling = setTimeout(() => this.#fromSelection(false), 400);
    });
  }

  /** Choose words at these places, and show them as the browser's selection. */
  choose(places, { quietly = false } = {}) {
    const isNew = places?.start !== this.chosen?.start || places?.end !== this.chosen?.end;
    this.chosen = places;
    this.#show();
    if (isNew && !quietly) this.dispatchEvent(new Event("chosen"));
  }

  clear() {
    this.chosen = null;
    if (getSelection().containsNode(this.#root, true)) getSelection().removeAllRanges();
    this.dispatchEvent(new Event("chosen"));
  }

  get range() {
    return this.chosen && rangeOf(this.#root, this.chosen.start, this.chosen.end);
  }

  #show() {
    if (!this.chosen) return;
    const selection = getSelection();
    const range = this.range;
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }

  #fromSelection(isDone) {
    const selection = getSelection();
    if (this.byKeyboard || !selection.rangeCount || selection.isCollapsed) {
      if (isDone && selection.isCollapsed && this.chosen) this.clear();
      return;
    }
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.#root) || this.#isElsewhere(range)) return;
    const places = placesOf(this.#root, range);
    const whole = places && snapped(this.#root, places, this.#snap.checked && !this.#isLoose);
    if (!whole || (whole.start === this.chosen?.start && whole.end === this.chosen?.end)) return;
    if (isDone) this.choose(whole);
    else {
      this.chosen = whole;
      this.dispatchEvent(new Event("chosen"));
    }
  }

  #isElsewhere(range) {
    return !this.#root.contains(range.startContainer) && !this.#root.contains(range.endContainer);
  }

  /** Begin with the first word that is in view. */
  startByKeyboard() {
    this.#root.focus({ preventScroll: true });
    this.byKeyboard = true;
    // A screen reader hands the arrow keys over only to what says that it wants them.
    this.#root.setAttribute("role", "application");
    const leaves = this.#leaves();
    const bar = document.querySelector(".bar");
    const top = Math.max(0, bar?.getBoundingClientRect().bottom ?? 0);
    const visible = leaves.find((leaf) => leaf.getBoundingClientRect().bottom > top) ?? leaves[0];
    const word = firstWord(leaves.slice(leaves.indexOf(visible)));
    if (this.chosen) this.#resume();
    else if (word) this.#take(word, false);
  }

  /** Go on from the chosen words; those that the mouse chose are gone on from at their end. */
  #resume() {
    const { start, end } = this.chosen;
    const known = this.#head && [Math.min(this.#anchor[0], this.#head[0]), Math.max(this.#anchor[1], this.#head[1])];
    if (known?.[0] !== start || known[1] !== end) {
      this.#anchor = [start, end];
      this.#head = [end - 1, end];
    }
    this.#show();
    this.#tell();
  }

  #tell() {
    const { range } = this;
    range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
    say(range.toString().slice(0, SPOKEN));
  }

  /** Take in the whole of the sentences that are chosen in part. */
  widen() {
    if (!this.chosen) return;
    const whole = sentencesAround(this.#leaves(), this.chosen);
    this.#anchor = this.#head = [whole.start, whole.end];
    this.choose(whole);
    this.#tell();
  }

  #leaveKeyboard() {
    this.byKeyboard = false;
    this.#root.setAttribute("role", "region");
  }

  #leaves() {
    return leavesOf(this.#root).filter((leaf) => !leaf.closest("details:not([open])"));
  }

  #take(piece, isExtending) {
    if (!piece) return;
    this.#head = piece;
    if (!isExtending) this.#anchor = piece;
    this.choose({
      start: Math.min(this.#anchor[0], piece[0]),
      end: Math.max(this.#anchor[1], piece[1]),
    });
    this.#tell();
  }

  #key(event) {
    if (!this.byKeyboard || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      this.#leaveKeyboard();
      this.clear();
      this.dispatchEvent(new Event("left"));
    } else {
      const unit = this.#snap.checked ? "word" : "grapheme";
      const piece = this.#head ? next(this.#leaves(), this.#head, event.key, unit) : undefined;
      if (piece === undefined) return;
      this.#take(piece, event.shiftKey && event.key.length > 1);
    }
    event.preventDefault();
  }
}
