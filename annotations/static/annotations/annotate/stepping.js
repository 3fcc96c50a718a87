// Where a key leads from a piece of the text. Pure: leaves and places in, places out.

import { leafAt } from "./offsets.js";
import { piecesOf } from "./words.js";

/** The first word of the first of these leaves that has any. */
export function firstWord(leaves) {
  const leaf = leaves.find((each) => piecesOf(each, "word").length);
  return leaf && piecesOf(leaf, "word")[0];
}

/** The sentences that `start` and `end` are in, whole. */
export function sentencesAround(leaves, { start, end }) {
  const at = (place) =>
    piecesOf(leafAt(leaves, place), "sentence").findLast(([from]) => from <= place) ?? [place, place];
  return { start: Math.min(at(start)[0], start), end: Math.max(at(end - 1)[1], end) };
}

/** The piece that a key leads to; null where there is none, undefined for another key. */
export function next(leaves, head, key, unit) {
  const leaf = leafAt(leaves, head[0]);
  const number = leaves.indexOf(leaf);
  const moves = {
    ArrowRight: () => step(leaves, number, head, unit, 1),
    ArrowLeft: () => step(leaves, number, head, unit, -1),
    ArrowDown: () => step(leaves, number, head, "sentence", 1),
    ArrowUp: () => step(leaves, number, head, "sentence", -1),
    Home: () => piecesOf(leaf, "word")[0],
    End: () => piecesOf(leaf, "word").at(-1),
    PageDown: () => firstWord(leaves.slice(number + 1)),
    PageUp: () => firstWord(leaves.slice(0, number).reverse()),
  };
  return moves[key] && (moves[key]() ?? null);
}

function step(leaves, number, [from], granularity, by) {
  for (let at = number; leaves[at]; at += by) {
    const pieces = piecesOf(leaves[at], granularity);
    const found = by > 0 ? pieces.find(([start]) => start > from) : pieces.findLast(([start]) => start < from);
    if (found) return found;
  }
  return null;
}
