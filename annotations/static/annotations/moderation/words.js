// Choosing words to redact by selecting them with the mouse. The server names each word's range.

const redacts = (card) => card?.querySelector('[name="outcome"][value="redact"]:checked');

// All selected words are ticked; where all of them are ticked already, they are let go.
function choose(card, selection) {
  const boxes = [...card.querySelectorAll(".word")]
    .filter((word) => selection.containsNode(word, true))
    .map((word) => word.querySelector("input"));
  const on = !boxes.every((box) => box.checked);
  boxes.forEach((box) => { box.checked = on; });
  selection.removeAllRanges();
}

export function followSelection(desk) {
  desk.addEventListener("mouseup", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.anchorNode) return;
    const card = selection.anchorNode.parentElement?.closest(".card");
    if (redacts(card)) choose(card, selection);
  });
}
