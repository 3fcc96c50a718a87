// Passages written anew, while what is selected in them stays selected.

import { leafAt, leavesOf, placeIn, pointAt } from "./offsets.js";

/** Where the two ends of the selection are in the text; null where it is not in it. */
function selected(root) {
  const selection = getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (selection.isCollapsed || !root.contains(anchorNode) || !root.contains(focusNode)) return null;
  const place = (node, offset) => {
    const leaf = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    return leaf && placeIn(leaf, node, offset);
  };
  const ends = [place(anchorNode, anchorOffset), place(focusNode, focusOffset)];
  return ends.includes(null) ? null : ends;
}

/** Put in the HTML of passages, by their ids. */
export function write(root, passages) {
  const ends = selected(root);
  for (const [id, html] of Object.entries(passages)) document.getElementById(id).innerHTML = html;
  if (!ends || getSelection().toString()) return;
  const leaves = leavesOf(root);
  const [anchor, focus] = ends.map((place) => pointAt(leafAt(leaves, place), place));
  getSelection().setBaseAndExtent(...anchor, ...focus);
}
