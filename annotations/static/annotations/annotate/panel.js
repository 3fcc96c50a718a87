// The panel beside the text: forms and sheets that the server renders, asked for and sent.

import { ask } from "./asking.js";
import { complain } from "./complaint.js";
import { say } from "./say.js";

const FIELDS = "form input:not([type=hidden]), form textarea, form select";

export class Panel extends EventTarget {
  #element;
  #title;
  #body;
  #origin = null;
  address = "";

  constructor(element) {
    super();
    this.#element = element;
    this.#title = element.querySelector("h2");
    this.#body = element.querySelector("#panel-body");
    document.addEventListener("click", (event) => this.#click(event));
    document.addEventListener("submit", (event) => this.#submit(event));
    element.addEventListener("keydown", (event) => this.#key(event));
  }

  get form() {
    return this.#element.hidden ? null : this.#body.querySelector("form[data-form]");
  }

  get title() {
    return this.#title.textContent;
  }

  async open(address, origin = document.activeElement) {
    if (!this.#element.contains(origin)) this.#origin = origin;
    const answer = await ask(address);
    if (answer.html === undefined) return this.dispatchEvent(new CustomEvent("failed", { detail: answer }));
    this.address = address;
    return this.#fill(answer, false);
  }

  close() {
    if (this.#element.hidden) return;
    this.dispatchEvent(new Event("leaving"));
    this.#element.hidden = true;
    this.#body.replaceChildren();
    if (this.#origin?.isConnected) this.#origin.focus();
    this.dispatchEvent(new Event("closed"));
  }

  /** `isAnswer`: the form comes back with what was sent, and is not as it was opened. */
  #fill({ title, html }, isAnswer) {
    if (!isAnswer) this.dispatchEvent(new Event("leaving"));
    this.#title.textContent = title;
    this.#body.innerHTML = html;
    this.#element.hidden = false;
    this.#element.scrollTop = 0;
    this.dispatchEvent(new CustomEvent("filled", { detail: { isAnswer } }));
    this.#first().focus();
    if (matchMedia("(max-width: 900px)").matches) this.#element.scrollIntoView({ block: "nearest" });
  }

  /** What went wrong, else where the work begins, else the first field. */
  #first() {
    const fields = [...this.#body.querySelectorAll(FIELDS)];
    return (
      this.#body.querySelector("[data-error]") ??
      this.#body.querySelector("[data-first]") ??
      fields.find((field) => field.checkVisibility()) ??
      this.#element
    );
  }

  #click(event) {
    const link = event.target.closest("a[data-panel], [data-close]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.hasAttribute("data-cancel") && this.form) {
      this.dispatchEvent(new CustomEvent("thrown", { detail: this.form }));
    }
    if (link.matches("[data-close]")) this.close();
    else this.open(link.href, link);
  }

  #key(event) {
    if (event.key === "Escape") this.close();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !this.form) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  #submit(event) {
    const form = event.target.closest("form[data-form], form[data-open]");
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    if (form.hasAttribute("data-open")) {
      const address = event.submitter.getAttribute("formaction");
      this.open(`${address}?${new URLSearchParams(new FormData(form))}`);
    } else this.#send(form, event.submitter);
  }

  async #send(form, submitter) {
    if (form.hasAttribute("aria-busy")) return;
    if (!this.#element.contains(form)) this.#origin = submitter;
    const body = new FormData(form, submitter);
    form.setAttribute("aria-busy", "true");
    const answer = await ask(form.action, { body });
    form.removeAttribute("aria-busy");
    if (answer.html !== undefined) this.#fill(answer, true);
    else if (answer.error) complain(form, answer, () => this.#send(form, submitter));
    else this.#saved(answer, form);
  }

  #saved(answer, form) {
    say(answer.message);
    this.dispatchEvent(new CustomEvent("saved", { detail: { answer, form } }));
    if (answer.then) this.open(answer.then);
    else if (!this.#element.contains(form)) document.getElementById(answer.focus)?.focus();
    else {
      this.#origin = document.getElementById(answer.focus) ?? this.#origin;
      this.close();
    }
  }
}
