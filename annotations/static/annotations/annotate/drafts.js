// What was typed and not saved: kept while it is typed, offered again by a list above the text.

import { fieldsOf, fill, longest, nameOf } from "./typed.js";

const PAUSE = 300;
const DAYS = 14;
const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

export class Drafts extends EventTarget {
  #memory;
  #list;
  #form = null;
  #initial = "";
  #waiting;

  constructor(memory, list) {
    super();
    this.#memory = memory;
    this.#list = list;
    list.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button) this.#pick(button);
    });
    addEventListener("pagehide", () => this.#now());
    document.addEventListener("visibilitychange", () => this.#now());
    this.show();
  }

  /**
   * Watch a form, and fill in what was typed into it before: answers whether there was any.
   * A form that came back from the server (`isAnswer`) has all of it already.
   */
  watch(form, about, isAnswer) {
    this.#form = form;
    this.#initial = isAnswer ? "" : JSON.stringify(fieldsOf(form));
    this.about = about;
    const kept = isAnswer ? null : this.#memory.get(nameOf(form));
    if (kept) fill(form, kept.fields);
    if (isAnswer) this.#now();
    form.addEventListener("input", () => this.#soon());
    form.addEventListener("change", () => this.#soon());
    return Boolean(kept);
  }

  /** The form is shown no longer; answers whether something typed is kept. */
  leave() {
    this.#now();
    const isKept = Boolean(this.#form && this.#memory.get(nameOf(this.#form)));
    this.#form = null;
    this.show();
    return isKept;
  }

  /** It was saved, or thrown away. */
  forget(form) {
    clearTimeout(this.#waiting);
    this.#memory.remove(nameOf(form));
    if (this.#form === form) this.#form = null;
    this.show();
  }

  show() {
    const names = this.#memory.names("draft.");
    this.#list.querySelector("ul").replaceChildren(...names.map((name) => this.#item(name)));
    this.#list.hidden = !names.length;
  }

  #soon() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#now(), PAUSE);
  }

  #now() {
    clearTimeout(this.#waiting);
    if (!this.#form) return;
    const fields = fieldsOf(this.#form);
    const name = nameOf(this.#form);
    if (JSON.stringify(fields) === this.#initial) this.#memory.remove(name);
    else this.#memory.set(name, { ...this.about, fields, at: Date.now() }, DAYS);
  }

  #item(name) {
    const { title, page, document: where, fields, at } = this.#memory.get(name);
    const item = document.createElement("li");
    const isHere = page === location.pathname;
    const what = document.createElement("span");
    what.textContent = `${title}${isHere ? "" : ` in ${where}`}, ${WHEN.format(at)}: “${longest(fields).slice(0, 80)}”`;
    const verbs = [isHere ? button("Go on", "go", name) : link(page), button("Throw away", "drop", name)];
    item.append(what, " ", ...verbs);
    return item;
  }

  #pick({ dataset }) {
    if (dataset.act === "drop") this.#memory.remove(dataset.name);
    else this.dispatchEvent(new CustomEvent("wanted", { detail: this.#memory.get(dataset.name) }));
    this.show();
  }
}

function button(words, act, name) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "link", textContent: words });
  Object.assign(made.dataset, { act, name });
  return made;
}

function link(page) {
  return Object.assign(document.createElement("a"), { href: page, textContent: "Open it" });
}
