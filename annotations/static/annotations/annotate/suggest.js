// "Is this claim already here?" Claims like the words typed so far, to choose from.

import { say } from "./say.js";
import { Suggestions } from "./suggestions.js";

const PAUSE = 250;

/** Help with the claims of a form: to find one, or to make a new one with its address. */
export function suggest(form, address) {
  const existing = form.querySelector("[name=existing]");
  if (existing) newOrExisting(form, existing, address);
  for (const field of form.querySelectorAll("[data-claims]:not([name=existing])")) {
    new Suggestions(
      field,
      (words) => ask(address, words),
      (claim) => take(field, claim, [field.closest(".field")]),
    );
  }
}

async function ask(address, words) {
  const response = await fetch(`${address}claims/?q=${encodeURIComponent(words.slice(0, 500))}`, {
    headers: { Accept: "application/json" },
  });
  return response.ok ? response.json() : { claims: [], proposed: "" };
}

/** A claim in place of the field that it was looked for in, with a way back. */
function take(field, { slug, statement }, hidden = []) {
  field.value = slug;
  const card = document.createElement("p");
  card.className = "taken";
  const words = document.createElement("b");
  words.textContent = statement;
  const back = document.createElement("button");
  back.type = "button";
  back.className = "link";
  back.textContent = "Choose another";
  back.addEventListener("click", () => {
    field.value = "";
    card.remove();
    for (const each of hidden) each.hidden = false;
    const first = hidden.find((each) => each.querySelector("textarea, input"));
    first?.querySelector("textarea, input").focus();
  });
  card.append(words, back);
  field.closest(".field").before(card);
  for (const each of hidden) each.hidden = true;
  back.focus();
  say(`Chosen: ${statement}`);
}

/** While a new claim is stated, claims like it are offered; taking one folds the rest away. */
function newOrExisting(form, existing, address) {
  const statement = form.querySelector("[name=statement]");
  const slug = form.querySelector("[name=slug]");
  const own = (name) => form.querySelector(`[name=${name}]`).closest(".field");
  const whatIsNew = [own("statement"), own("slug"), own("kind"), form.querySelector(".more")];
  if (existing.value === "" && !existing.hasAttribute("aria-invalid")) own("existing").hidden = true;
  new Suggestions(
    statement,
    (words) => ask(address, words),
    (claim) => take(existing, claim, whatIsNew),
  );
  let isOwn = false;
  let waiting;
  slug.addEventListener("input", () => {
    isOwn = slug.value !== "";
  });
  statement.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const { proposed } = await ask(address, statement.value);
      if (!isOwn) slug.value = proposed;
    }, PAUSE);
  });
  statement.select();
}
