// The review page, quicker: what a link or form answers is put in the place of what stands, and
// every button has a key. Without this script each link and form works by itself.

import { say } from "../annotate/say.js";
import { followKeys } from "./keys.js";

const LOST = "The archive did not answer. Nothing was changed: try again in a moment.";
const SIGNED_OUT = "You are signed out. Sign in in another tab, then try again.";
const review = () => document.getElementById("review");
let busy = false;

/** A sentence above what stands. */
function refuse(sentence) {
  review().querySelector("[data-error]")?.remove();
  const place = document.createElement("p");
  place.className = "refused";
  place.dataset.error = "";
  place.tabIndex = -1;
  place.setAttribute("role", "alert");
  place.textContent = sentence;
  review().prepend(place);
  place.focus();
}

/** Where the focus goes: to what went wrong, to what was found, else to the mark in hand. */
function settle() {
  const place = review().querySelector("[data-error]") ?? document.getElementById("found");
  const title = document.getElementById("item-title");
  (place ?? title).focus();
  const answer = review().querySelector("[data-answer]");
  if (answer) say(answer.textContent);
  document.querySelector("[data-help]")?.toggleAttribute("hidden", false);
}

async function ask(address, options = {}) {
  if (busy) return;
  busy = true;
  review().setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { credentials: "same-origin", ...options });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("review");
    if (fresh) {
      review().replaceWith(document.adoptNode(fresh));
      history.replaceState(null, "", response.url);
      settle();
    } else refuse(page.getElementById("login-form") ? SIGNED_OUT : LOST);
  } catch {
    refuse(LOST);
  } finally {
    busy = false;
    review().removeAttribute("aria-busy");
  }
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-swap]")) return;
  event.preventDefault();
  ask(event.target.action, { method: "POST", body: new FormData(event.target, event.submitter) });
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  ask(link.href);
});
// Not on "toggle": a part of the page that comes open says that too.
document.addEventListener("click", (event) => {
  if (!event.target.closest("#elsewhere summary")) return;
  setTimeout(() => {
    const field = document.getElementById("exact");
    if (!document.getElementById("elsewhere")?.open) return;
    field.focus();
    field.select();
  });
});

followKeys();
if (location.search || review().querySelector("[data-error], [data-answer]")) settle();
else document.querySelector("[data-help]")?.toggleAttribute("hidden", false);
