// Words, sentences and characters, by the rules of the text's language.

import { codePoints, endOf, leafAt, leavesOf, startOf, units } from "./offsets.js";

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
  const first = leafAt(leaves, start);
  const last = leafAt(leaves, end - 1);
  let from = units(first.textContent, start - startOf(first));
  let to = units(last.textContent, Math.min(end, endOf(last)) - startOf(last));
  while (from < first.textContent.length && /\s/u.test(first.textContent[from])) from += 1;
  while (to > 0 && /\s/u.test(last.textContent[to - 1])) to -= 1;
  from = edge(first, from, wholeWords, false);
  to = edge(last, to, wholeWords, true);
  const places = {
    start: startOf(first) + codePoints(first.textContent.slice(0, from)),
    end: startOf(last) + codePoints(last.textContent.slice(0, to)),
  };
  return places.start < places.end ? places : null;
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
