// What single keys and buttons do; the keys dialog lists them in the same order.

import { notice } from "./notice.js";

export function actsOf({ find, marking, choosing, undoing, hand, marks, palette, here, go, opening }) {
  /** The marks on the chosen words, to go to one of them. */
  function list() {
    const uids = here();
    if (!uids.length) return notice.tell("No mark lies on the chosen words.");
    palette.list(choosing.range.getBoundingClientRect(), uids);
    return palette.focus();
  }

  /** The claim of the sheet that is open, else of the mark that has the focus or is pointed out. */
  function takeInHand() {
    const card = document.activeElement.closest(".card") ?? find(".card.here");
    const place = find("#panel:not([hidden]) [data-take]") ?? card?.querySelector("[data-take]");
    if (place) hand.take({ slug: place.dataset.take, statement: place.dataset.statement });
    else notice.tell("No claim is shown here that could be taken in hand.");
  }

  /** The next mark of the list, or the one before. */
  async function step(by) {
    const isThere = await marks.step(by);
    if (!isThere) notice.tell(find("#cards > .card") ? "There is no further mark." : "There is no mark.");
  }

  return {
    c: () => marking.as("claim"),
    e: () => marking.as("evidence"),
    n: () => marking.as("note"),
    q: () => marking.as("question"),
    l: () => marking.as("lacuna"),
    f: () => marking.flag(),
    t: () => marking.tie(),
    1: () => marking.as("evidence", "supports"),
    2: () => marking.as("evidence", "refutes"),
    3: () => marking.as("evidence", "qualifies"),
    a: () => marking.again(),
    s: () => choosing.widen(),
    m: list,
    w: () => choosing.startByKeyboard(),
    "/": () => find("#find_exact").focus(),
    h: takeInHand,
    H: () => hand.putDown(),
    g: go,
    j: () => step(1),
    k: () => step(-1),
    N: () => opening.go("next") || notice.tell("This is the last document."),
    P: () => opening.go("prev") || notice.tell("This is the first document."),
    z: () => undoing.take("undo"),
    Z: () => undoing.take("redo"),
    "?": () => document.getElementById("keys").showModal(),
  };
}
