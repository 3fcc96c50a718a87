// "Is this claim already here?" Claims like the words typed so far, to choose from.

import { ask } from "./asking.js";
import { say } from "./say.js";
import { Suggestions } from "./suggestions.js";

const PAUSE = 250;

/** Help with the claims of a form: to find one, or to make a new one with its address. */
export function suggest(form, address, hand) {
  const existing = form.querySelector("[name=existing]");
  if (existing) newOrExisting(form, existing, address);
  for (const field of form.querySelectorAll("[data-claims]:not([name=existing])")) {
    new Suggestions(
      field,
      async (words) => (words ? (await like(address, words)).claims : []),
      (claim) => take(field, claim, { moves: true }),
    );
    if (hand && field.value === hand.slug) take(field, hand, { moves: false });
  }
}

async function like(address, words) {
  const found = await ask(`${address}claims/?q=${encodeURIComponent(words.slice(0, 500))}`);
  const shown = ({ statement, kind, standing, made }) =>
    [kind === "fact" ? statement : `${statement} (${kind})`, standing, made].join(" · ");
  const claims = (found.claims ?? []).map((claim) => ({ ...claim, shown: shown(claim) }));
  return { claims, proposed: found.proposed ?? "" };
}

/** A claim in place of the field that it was looked for in, with a way back. */
function take(field, { slug, statement }, { moves }) {
  const place = field.closest(".field");
  const card = document.createElement("p");
  const words = document.createElement("b");
  const back = document.createElement("button");
  field.value = slug;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  card.className = "taken";
  words.textContent = statement;
  back.type = "button";
  back.className = "link";
  back.textContent = "Choose another";
  back.addEventListener("click", () => {
    field.value = "";
    card.remove();
    place.hidden = false;
    field.focus();
  });
  card.append(words, back);
  place.before(card);
  place.hidden = true;
  if (moves) back.focus();
  if (moves) say(`Chosen: ${statement}`);
}

/** While a claim is stated, those like it are offered: taking one ties the words to it at once. */
function newOrExisting(form, existing, address) {
  const statement = form.querySelector("[name=statement]");
  const slug = form.querySelector("[name=slug]");
  const own = existing.closest(".field");
  if (existing.value === "" && !existing.hasAttribute("aria-invalid")) own.hidden = true;
  new Suggestions(
    statement,
    async (words) => (words ? (await like(address, words)).claims : []),
    (claim) => {
      existing.value = claim.slug;
      form.requestSubmit();
    },
    { label: "Here already: choosing one ties the words to it", offersAtOnce: true },
  );
  let isOwn = slug.value !== "" && slug.value !== slug.defaultValue;
  let waiting;
  slug.addEventListener("input", () => {
    isOwn = slug.value !== "";
  });
  statement.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const { proposed } = await like(address, statement.value);
      if (!isOwn) slug.value = proposed;
    }, PAUSE);
  });
  // A statement is one sentence: a line of its own inside it is the exception.
  statement.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  statement.select();
}
