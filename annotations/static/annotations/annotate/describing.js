// What is known of a claim besides its statement: records by any name, topics, converted dates.

import { ask } from "./asking.js";
import { say } from "./say.js";
import { Suggestions } from "./suggestions.js";

const PAUSE = 250;
const ROLES = { speaker: "Speakers", about: "Records", place: "Places", treaty: "Treaties" };

/** Help with the fields of a form that describe a claim. */
export function describe(form, address) {
  for (const field of form.querySelectorAll("[data-names]")) {
    const { names: role } = field.dataset;
    choose(field, `${address}names/?role=${role}&q=`, "names", `${ROLES[role]} with such a name`);
  }
  for (const field of form.querySelectorAll("[data-topics]")) {
    choose(field, `${address}topics/?q=`, "topics", "Topics in use");
  }
  for (const field of form.querySelectorAll("[data-date]")) new Conversion(field, address);
}

/** A list under a field; in a field of several, for the last of them. */
function choose(field, address, what, label) {
  const mark = { names: ";", topics: "," }[what];
  const several = what === "topics" || "several" in field.dataset;
  const last = (words) => (several ? words.slice(words.lastIndexOf(mark) + 1).trim() : words);
  const found = async (words) => {
    if (!last(words)) return [];
    return (await ask(`${address}${encodeURIComponent(last(words))}`))[what] ?? [];
  };
  const take = ({ value }) => {
    const before = several ? field.value.slice(0, field.value.lastIndexOf(mark) + 1) : "";
    field.value = `${before}${before ? " " : ""}${value}${several ? `${mark} ` : ""}`;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
    say(`Chosen: ${value}`);
  };
  new Suggestions(field, found, take, { label });
}

/** Under a date as it is written, what it may be: nothing is filled in until somebody says so. */
class Conversion {
  #field;
  #address;
  #place = document.createElement("div");
  #waiting;

  constructor(field, address) {
    this.#field = field;
    this.#address = address;
    this.#place.className = "proposals";
    field.closest(".field").append(this.#place);
    const later = () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#look(), PAUSE);
    };
    field.addEventListener("input", later);
    this.#of("calendar")?.addEventListener("change", later);
  }

  #of(name) {
    return this.#field.form.elements[name];
  }

  async #look() {
    const words = this.#field.value.trim();
    const query = new URLSearchParams({ q: words, calendar: this.#of("calendar").value });
    const { dates = [], said = "" } = words ? await ask(`${this.#address}dates/?${query}`) : {};
    if (words !== this.#field.value.trim()) return;
    this.#place.replaceChildren(...dates.map((date) => this.#button(date)));
    if (said) this.#place.append(this.#line(said));
    say(dates.length ? `${dates.length} ${dates.length === 1 ? "date" : "dates"} proposed.` : said);
  }

  #line(words) {
    const line = document.createElement("p");
    line.className = "help";
    line.textContent = words;
    return line;
  }

  #button(date) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = `Take ${date.shown}`;
    button.addEventListener("click", () => this.#take(date));
    const line = this.#line("");
    line.append(button, ` ${date.why}`);
    return line;
  }

  #take({ edtf, calendar, shown }) {
    this.#of("when_edtf").value = edtf;
    if (calendar) this.#of("calendar").value = calendar;
    this.#of("when_edtf").dispatchEvent(new Event("change", { bubbles: true }));
    this.#place.replaceChildren();
    this.#of("when_edtf").focus();
    say(`Taken: ${shown}`);
  }
}
