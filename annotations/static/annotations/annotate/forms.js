// The forms of the panel: help with their fields, what is typed into them, what comes of them.

import { describe } from "./describing.js";
import { notice } from "./notice.js";
import { rangeOf } from "./offsets.js";
import { keep } from "./pending.js";
import { suggest } from "./suggest.js";

/** `done` is told what a form that was saved changed. */
export function followForms({ page, text, panel, drafts, choosing, marking, hand, done }) {
  /** A place of found words that the pointer or the focus is on counts as chosen. */
  function choose({ currentTarget: { dataset } }) {
    const [start, end] = [Number(dataset.start), Number(dataset.end)];
    choosing.chosen = { start, end };
    keep(rangeOf(text, start, end));
  }

  panel.addEventListener("filled", ({ detail: { isAnswer } }) => {
    const { form } = panel;
    // The page may show another document by now.
    const { address, title } = page.dataset;
    if (form) {
      const about = { title: panel.title, opened: panel.address, page: location.pathname };
      const isKept = drafts.watch(form, { ...about, document: title }, isAnswer);
      suggest(form, address, hand.claim);
      describe(form, address);
      if (isKept) notice.tell("What you typed here before is filled in.");
    }
    for (const place of page.querySelectorAll("#panel [data-place]")) {
      for (const event of ["pointerenter", "focusin", "click"]) place.addEventListener(event, choose);
    }
  });
  panel.addEventListener("leaving", () => {
    if (drafts.leave()) notice.tell("Closed. What you typed is kept above the text.");
  });
  panel.addEventListener("thrown", ({ detail }) => drafts.forget(detail));
  panel.addEventListener("failed", ({ detail }) => notice.tell(detail.error));
  panel.addEventListener("closed", () => {
    keep(null);
    if (document.activeElement === text) choosing.startByKeyboard();
  });
  panel.addEventListener("saved", ({ detail: { answer, form } }) => {
    drafts.forget(form);
    marking.remember(form, answer);
    choosing.clear();
    keep(null);
    done(answer);
  });
  drafts.addEventListener("wanted", ({ detail }) => panel.open(detail.opened));
}
