// The panel beside the text: forms and sheets that the server renders, asked for and sent.

import { say } from "./say.js";

const HEADERS = { Accept: "application/json" };
const LOST = "The server cannot be reached. Nothing you typed is lost: try again in a moment.";

export class Panel extends EventTarget {
  #element;
  #title;
  #body;
  #origin = null;

  constructor(element) {
    super();
    this.#element = element;
    this.#title = element.querySelector("h2");
    this.#body = element.querySelector("#panel-body");
    document.addEventListener("click", (event) => this.#click(event));
    document.addEventListener("submit", (event) => this.#submit(event));
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  get form() {
    return this.#element.hidden ? null : this.#body.querySelector("form");
  }

  async open(address, origin = document.activeElement) {
    if (!this.#element.contains(origin)) this.#origin = origin;
    const answer = await this.#ask(address, {});
    if (answer.html === undefined) say(answer.error);
    else this.#fill(answer);
  }

  close() {
    if (this.#element.hidden) return;
    this.#element.hidden = true;
    this.#body.replaceChildren();
    if (this.#origin?.isConnected) this.#origin.focus();
    this.dispatchEvent(new Event("closed"));
  }

  #fill({ title, html }) {
    this.#title.textContent = title;
    this.#body.innerHTML = html;
    this.#element.hidden = false;
    this.#element.scrollTop = 0;
    this.dispatchEvent(new Event("filled"));
    const first = this.#body.querySelector(
      "[data-error], form input:not([type=hidden]), form textarea, form select",
    );
    (first ?? this.#element).focus();
    if (matchMedia("(max-width: 900px)").matches) this.#element.scrollIntoView({ block: "nearest" });
  }

  #click(event) {
    const link = event.target.closest("a[data-panel], [data-close]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.matches("[data-close]")) this.close();
    else this.open(link.href, link);
  }

  async #submit(event) {
    const form = event.target.closest("form[data-form]");
    if (!form) return;
    event.preventDefault();
    if (!this.#element.contains(form)) this.#origin = event.submitter;
    const body = new FormData(form, event.submitter);
    form.toggleAttribute("aria-busy", true);
    const answer = await this.#ask(form.action, { method: "POST", body });
    form.toggleAttribute("aria-busy", false);
    if (answer.html !== undefined) this.#fill(answer);
    else if (answer.error) this.#refuse(form, answer.error);
    else this.#saved(answer);
  }

  async #ask(address, options) {
    try {
      const response = await fetch(address, { headers: HEADERS, ...options });
      return await response.json();
    } catch {
      return { error: LOST };
    }
  }

  /** A sentence above the form, which keeps what was typed. */
  #refuse(form, sentence) {
    form.querySelector("[data-error]")?.remove();
    const place = document.createElement("p");
    place.className = "refused";
    place.dataset.error = "";
    place.tabIndex = -1;
    place.setAttribute("role", "alert");
    place.textContent = sentence;
    form.prepend(place);
    place.focus();
  }

  #saved(answer) {
    say(answer.message);
    this.dispatchEvent(new CustomEvent("saved", { detail: answer }));
    if (answer.then) this.open(answer.then);
    else {
      this.#origin = document.getElementById(answer.focus);
      this.close();
    }
  }
}
