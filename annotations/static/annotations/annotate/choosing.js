// Which words are chosen: by mouse or touch (the browser's selection), or by keyboard.

import { leafAt, leavesOf, placesOf, rangeOf } from "./offsets.js";
import { say } from "./say.js";
import { piecesOf, snapped } from "./words.js";

// What acts on the chosen words, and so does not let go of them when it is pressed.
const STAYS = ".palette, .panel, .bar, .notice, dialog";

const SPOKEN = 300;

/** The first word of the first of these leaves that has any. */
function firstWord(leaves) {
  const leaf = leaves.find((each) => piecesOf(each, "word").length);
  return leaf && piecesOf(leaf, "word")[0];
}

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
    const visible = leaves.find((leaf) => leaf.getBoundingClientRect().bottom > 0) ?? leaves[0];
    const word = this.chosen
      ? [this.chosen.start, this.chosen.end]
      : firstWord(leaves.slice(leaves.indexOf(visible)));
    if (word) this.#take(word, false);
  }

  /** Take in the whole of the sentences that are chosen in part. */
  widen() {
    if (!this.chosen) return;
    const { start, end } = this.chosen;
    const leaves = this.#leaves();
    const at = (place) =>
      piecesOf(leafAt(leaves, place), "sentence").findLast(([from]) => from <= place) ?? [place, place];
    const whole = { start: Math.min(at(start)[0], start), end: Math.max(at(end - 1)[1], end) };
    [this.#anchor, this.#head] = [[whole.start, whole.end], [whole.start, whole.end]];
    this.choose(whole);
    say(this.range.toString().slice(0, SPOKEN));
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
    const range = this.range;
    range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
    say(range.toString().slice(0, SPOKEN));
  }

  #key(event) {
    if (!this.byKeyboard || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      this.#leaveKeyboard();
      this.clear();
      this.dispatchEvent(new Event("left"));
    } else {
      const piece = this.#next(event.key);
      if (piece === undefined) return;
      this.#take(piece, event.shiftKey && event.key.length > 1);
    }
    event.preventDefault();
  }

  /** The piece that a key leads to; null where there is none, undefined for another key. */
  #next(key) {
    const leaves = this.#leaves();
    const leaf = leafAt(leaves, this.#head[0]);
    const number = leaves.indexOf(leaf);
    const unit = this.#snap.checked ? "word" : "grapheme";
    const moves = {
      ArrowRight: () => this.#step(leaves, number, unit, 1),
      ArrowLeft: () => this.#step(leaves, number, unit, -1),
      ArrowDown: () => this.#step(leaves, number, "sentence", 1),
      ArrowUp: () => this.#step(leaves, number, "sentence", -1),
      Home: () => piecesOf(leaf, "word")[0],
      End: () => piecesOf(leaf, "word").at(-1),
      PageDown: () => firstWord(leaves.slice(number + 1)),
      PageUp: () => firstWord(leaves.slice(0, number).reverse()),
    };
    return moves[key] && (moves[key]() ?? null);
  }

  #step(leaves, number, granularity, by) {
    const from = this.#head[0];
    for (let at = number; leaves[at]; at += by) {
      const pieces = piecesOf(leaves[at], granularity);
      const found = by > 0 ? pieces.find(([start]) => start > from) : pieces.findLast(([start]) => start < from);
      if (found) return found;
    }
    return null;
  }
}
