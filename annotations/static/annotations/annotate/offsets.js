// Places in the page and places in the text. The archive counts code points, a browser UTF-16
// units: this is the one file that knows both. A leaf is an element with data-start whose text
// nodes hold its words, every code point of them and nothing else.

const PAIRS = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** How many code points a string has. */
export function codePoints(string) {
  return string.length - (string.match(PAIRS)?.length ?? 0);
}

/** The UTF-16 index of the code point number `points`. */
export function units(string, points) {
  let index = 0;
  while (points > 0 && index < string.length) {
    index += string.codePointAt(index) > 0xffff ? 2 : 1;
    points -= 1;
  }
  return index;
}

export function leavesOf(root) {
  return [...root.querySelectorAll("[data-start]")];
}

export function startOf(leaf) {
  return Number(leaf.dataset.start);
}

export function endOf(leaf) {
  return startOf(leaf) + codePoints(leaf.textContent);
}

/** The place in the text of a boundary point inside a leaf. */
export function placeIn(leaf, node, offset) {
  const range = document.createRange();
  range.setStart(leaf, 0);
  range.setEnd(node, offset);
  return startOf(leaf) + codePoints(range.toString());
}

/** What a DOM range covers, as {start, end} in the text, or null where it covers no words. */
export function placesOf(root, range) {
  const touched = leavesOf(root).filter((leaf) => range.intersectsNode(leaf));
  const parts = touched
    .map((leaf) => ({
      start: leaf.contains(range.startContainer)
        ? placeIn(leaf, range.startContainer, range.startOffset)
        : startOf(leaf),
      end: leaf.contains(range.endContainer)
        ? placeIn(leaf, range.endContainer, range.endOffset)
        : endOf(leaf),
    }))
    .filter((part) => part.start < part.end);
  return parts.length ? { start: parts[0].start, end: parts.at(-1).end } : null;
}

/** The leaf that a place is in, or that stands last before it. */
export function leafAt(leaves, place) {
  let low = 0;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (startOf(leaves[middle]) <= place) low = middle;
    else high = middle - 1;
  }
  return leaves[low];
}

/** The boundary point [node, offset] of a place; a place between leaves is the end of the first. */
export function pointAt(leaf, place) {
  const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
  let left = place - startOf(leaf);
  let last = [leaf, 0];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const here = codePoints(node.data);
    if (left <= here) return [node, units(node.data, left)];
    left -= here;
    last = [node, node.data.length];
  }
  return last;
}

/** The DOM range of `start` to `end`. */
export function rangeOf(root, start, end) {
  const leaves = leavesOf(root);
  const range = document.createRange();
  range.setStart(...pointAt(leafAt(leaves, start), start));
  range.setEnd(...pointAt(leafAt(leaves, Math.max(start, end - 1)), end));
  return range;
}
