// Words, sentences and characters, by the rules of the text's language.

import { codePoints, endOf, leafAt, leavesOf, startOf, units } from "./offsets.js";

const BLANK = /\s/u;
const cutters = new Map();
const known = new WeakMap();

function cutter(granularity, language) {
  const key = `${granularity} ${language}`;
  if (!cutters.has(key)) cutters.set(key, new Intl.Segmenter(language || undefined, { granularity }));
  return cutters.get(key);
}

function languageOf(leaf) {
  const tag = leaf.closest("[lang]")?.lang;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The words, sentences or characters of a leaf as places [start, end] in the text. */
export function piecesOf(leaf, granularity) {
  if (!known.has(leaf)) known.set(leaf, {});
  known.get(leaf)[granularity] ??= cut(leaf, granularity);
  return known.get(leaf)[granularity];
}

function cut(leaf, granularity) {
  const pieces = [];
  let place = startOf(leaf);
  for (const { segment, isWordLike } of cutter(granularity, languageOf(leaf)).segment(leaf.textContent)) {
    const whole = codePoints(segment);
    const words = codePoints(segment.trimEnd());
    if (granularity === "word" ? isWordLike : words) pieces.push([place, place + words]);
    place += whole;
  }
  return pieces;
}

/** Blanks cut off both ends; both ends moved outward to the edges of words, or of characters. */
export function snapped(root, { start, end }, wholeWords) {
  const leaves = leavesOf(root);
  const [first, from] = firstLetter(leaves, start);
  const [last, to] = lastLetter(leaves, end);
  if (!first || !last) return null;
  const places = {
    start: placeOf(first, edge(first, from, wholeWords, false)),
    end: placeOf(last, edge(last, to, wholeWords, true)),
  };
  return places.start < places.end ? places : null;
}

function placeOf(leaf, index) {
  return startOf(leaf) + codePoints(leaf.textContent.slice(0, index));
}

/** The leaf of the first character from a place on that is no blank, and its index there. */
function firstLetter(leaves, place) {
  let index = null;
  for (const leaf of leaves.slice(leaves.indexOf(leafAt(leaves, place)))) {
    const text = leaf.textContent;
    index = index === null ? units(text, Math.max(0, place - startOf(leaf))) : 0;
    while (index < text.length && BLANK.test(text[index])) index += 1;
    if (index < text.length) return [leaf, index];
  }
  return [];
}

/** The leaf of the last character before a place that is no blank, and the index after it. */
function lastLetter(leaves, place) {
  let index = null;
  for (const leaf of leaves.slice(0, leaves.indexOf(leafAt(leaves, place - 1)) + 1).reverse()) {
    const text = leaf.textContent;
    index = index === null ? units(text, Math.min(place, endOf(leaf)) - startOf(leaf)) : text.length;
    while (index > 0 && BLANK.test(text[index - 1])) index -= 1;
    if (index > 0) return [leaf, index];
  }
  return [];
}

function edge(leaf, index, wholeWords, isEnd) {
  const text = leaf.textContent;
  const inside = isEnd ? index - 1 : index;
  let at = index;
  for (const granularity of wholeWords ? ["word", "grapheme"] : ["grapheme"]) {
    const found = cutter(granularity, languageOf(leaf)).segment(text).containing(inside);
    if (!found || (granularity === "word" && !found.isWordLike)) continue;
    at = isEnd ? Math.max(at, found.index + found.segment.length) : Math.min(at, found.index);
  }
  return at;
}
