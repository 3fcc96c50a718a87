// The next document in the same page: its text, its marks, and nothing else is asked for. Links
// stay links, and a browser's own ways back and forth lead through the documents.

import { ask } from "./asking.js";
import { say } from "./say.js";

const part = (id) => document.getElementById(id);

export class Opening extends EventTarget {
  #page = part("annotate");
  #marks;

  constructor(marks) {
    super();
    this.#marks = marks;
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-go]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open(link.href);
    });
    addEventListener("popstate", () => {
      if (location.pathname !== this.#page.dataset.address) this.open(location.href, { isNew: false });
    });
  }

  /** The document after this one, or before it; false where there is none. */
  go(rel) {
    const link = document.querySelector(`a[data-go][rel=${rel}]`);
    if (link) this.open(link.href);
    return Boolean(link);
  }

  /** Show the document of an address; the focus goes to its text. */
  async open(address, { isNew = true } = {}) {
    this.dispatchEvent(new Event("leaving"));
    const answer = await ask(address);
    if (answer.trouble === "signed-out" || answer.trouble === "lost") return say(answer.error);
    if (answer.text === undefined) return location.assign(address);
    if (isNew) history.pushState(null, "", address);
    this.#show(answer);
    scrollTo(0, 0);
    this.#marks.opened();
    this.dispatchEvent(new Event("opened"));
    part("text").focus({ preventScroll: true });
    return say(`${answer.title}. ${document.querySelector("[data-total]").textContent}.`);
  }

  #show({ address, rendition, title, language, record, about, text, marks, gone }) {
    document.title = document.title.replace(this.#page.dataset.title, () => title);
    Object.assign(this.#page.dataset, { address, rendition, title });
    part("title").textContent = title;
    Object.assign(part("record"), { href: record, textContent: title });
    document.querySelector("form.find").action = `${address}find/`;
    part("about").innerHTML = about;
    part("text").lang = language;
    part("text").innerHTML = text;
    part("listing").innerHTML = marks;
    part("gone").innerHTML = gone;
    const numbers = part("listing").querySelector("nav.more-marks")?.dataset.numbers;
    document.querySelector("#marks-title [data-numbers]").textContent = numbers ? ` ${numbers}` : "";
  }
}
