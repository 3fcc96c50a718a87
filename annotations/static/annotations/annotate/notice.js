// The last answer, where everybody sees it; whoever hears it is told by `say`.

import { say } from "./say.js";

const SHOWN = 9_000;
const place = document.getElementById("notice");
let waiting;

function hide() {
  clearTimeout(waiting);
  // Who is about to press its button goes on having it.
  if (place.matches(":hover, :focus-within")) waiting = setTimeout(hide, SHOWN / 4);
  else place.hidden = true;
}

export const notice = {
  hide: () => place.hidden || hide(),

  tell(sentence, { canUndo = false } = {}) {
    say(sentence);
    place.querySelector("[data-sentence]").textContent = sentence;
    place.querySelector("[data-undo]").hidden = !canUndo;
    place.hidden = false;
    clearTimeout(waiting);
    waiting = setTimeout(hide, SHOWN);
  },
};
