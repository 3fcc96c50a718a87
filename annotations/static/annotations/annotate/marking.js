// What can be done with chosen words: open the form for a kind, or act at once.

import { send } from "./asking.js";
import { rangeOf } from "./offsets.js";
import { keep } from "./pending.js";
import { say } from "./say.js";

const NO_WORDS = "Choose some words first.";
const NO_CLAIM = "No claim is in hand. Take one from its mark or its sheet.";
const NOTHING = "Nothing was marked here yet.";
const OF_THE_WORDS = ["start", "end", "rendition", "csrfmiddlewaretoken", "statement", "slug"];

export class Marking extends EventTarget {
  #text;
  #page;
  #choosing;
  #panel;
  #hand;
  #origin;
  // What was marked last: its kind, and what its form said.
  #last = null;

  constructor({ text, page, choosing, panel, hand, origin }) {
    super();
    Object.assign(this, { canRepeat: false });
    [this.#text, this.#page, this.#choosing] = [text, page, choosing];
    [this.#panel, this.#hand, this.#origin] = [panel, hand, origin];
  }

  /** Open the form for a kind of mark; with `relation`, as evidence for the claim in hand. */
  as(kind, relation = "") {
    const words = this.#words();
    if (!words) return say(NO_WORDS);
    const { claim } = this.#hand;
    if (relation && !claim) return say(NO_CLAIM);
    if (kind === "evidence" && claim) words.set("claim", claim.slug);
    if (relation) words.set("relation", relation);
    return this.#open(`mark/${kind}/?${words}`);
  }

  flag() {
    const words = this.#words();
    return words ? this.#open(`flag/?${words}`) : say(NO_WORDS);
  }

  /** Tie the words to the claim in hand. */
  tie() {
    const { claim } = this.#hand;
    if (!claim) return say(NO_CLAIM);
    return this.#send("claim", [["existing", claim.slug], ["stance", claim.stance], ["kind", "fact"]]);
  }

  /** Mark these words too, as what was marked last: further parts of one note, or of one claim. */
  again() {
    return this.#last ? this.#send(this.#last.kind, this.#last.fields) : say(NOTHING);
  }

  /** A form was saved: these words may be what others are marked like. */
  remember(form, { claim }) {
    const { kind } = form.dataset;
    if (!kind) return;
    const fields = [...new FormData(form)].filter(([name]) => !OF_THE_WORDS.includes(name));
    if (kind === "claim" && claim) fields.push(["existing", claim.slug]);
    this.#last = { kind, fields: fields.filter(([name, value]) => name !== "existing" || value) };
    this.canRepeat = true;
  }

  /** Let the mark whose form is open lie on the chosen words. */
  move() {
    const { form } = this.#panel;
    form.elements.start.value = this.#choosing.chosen.start;
    form.elements.end.value = this.#choosing.chosen.end;
    form.querySelector("[data-words]").textContent = this.#choosing.range.toString();
    form.elements.start.dispatchEvent(new Event("change", { bubbles: true }));
    keep(this.#choosing.range);
    say("The mark will lie on these words once you save.");
    form.elements.reason.focus();
  }

  #words() {
    const { chosen } = this.#choosing;
    return chosen && new URLSearchParams({ rendition: this.#page.dataset.rendition, ...chosen });
  }

  #open(address) {
    const { start, end } = this.#choosing.chosen;
    keep(rangeOf(this.#text, start, end));
    this.dispatchEvent(new Event("opened"));
    const origin = this.#choosing.byKeyboard ? this.#text : this.#origin;
    return this.#panel.open(`${this.#page.dataset.address}${address}`, origin);
  }

  async #send(kind, fields) {
    const words = this.#words();
    if (!words) return say(NO_WORDS);
    this.dispatchEvent(new Event("opened"));
    const answer = await send(`${this.#page.dataset.address}mark/${kind}/`, [...words, ...fields]);
    return this.dispatchEvent(new CustomEvent("sent", { detail: answer }));
  }
}
