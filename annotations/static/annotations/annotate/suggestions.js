// A list under a field, after the ARIA pattern of a combobox with a list.

const PAUSE = 250;
let numbers = 0;

export class Suggestions {
  #field;
  #list;
  #label;
  #ask;
  #taken;
  #found = [];
  #active = -1;
  #first;
  #waiting;

  /** `ask` gives what is like the words: things with `shown`; `taken` is told which was chosen. */
  constructor(field, ask, taken, { label = "Claims like this", offersAtOnce = false, takesFirst = false } = {}) {
    this.#field = field;
    this.#ask = ask;
    this.#taken = taken;
    this.#first = takesFirst ? 0 : -1;
    this.#list = document.createElement("ul");
    this.#list.id = `suggestions-${(numbers += 1)}`;
    this.#list.className = "suggestions";
    this.#list.setAttribute("role", "listbox");
    this.#label = document.createElement("p");
    this.#label.id = `${this.#list.id}-label`;
    this.#label.className = "suggestions-label";
    this.#label.textContent = label;
    this.#list.setAttribute("aria-labelledby", this.#label.id);
    this.#list.hidden = this.#label.hidden = true;
    field.after(this.#label, this.#list);
    // A field of several lines stays what it is to a screen reader.
    if (field.matches("input")) field.setAttribute("role", "combobox");
    if (field.matches("input")) field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.#list.id);
    field.addEventListener("input", () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.look(), PAUSE);
    });
    if (offersAtOnce) field.addEventListener("focus", () => this.look());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("blur", () => this.#open(false));
    // Before the field loses the focus.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#take([...this.#list.children].indexOf(option));
    });
  }

  async look() {
    const words = this.#field.value.trim();
    const found = await this.#ask(words);
    if (words !== this.#field.value.trim() || document.activeElement !== this.#field) return;
    this.#found = found;
    this.#active = -1;
    this.#list.replaceChildren(...found.map(({ shown }, number) => this.#option(shown, number)));
    this.#open(found.length > 0);
    if (found.length && this.#first === 0) this.#move(0);
  }

  #option(shown, number) {
    const option = document.createElement("li");
    option.id = `${this.#list.id}-${number}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = shown;
    return option;
  }

  #key(event) {
    const count = this.#found.length;
    if (this.#list.hidden || !count || event.isComposing) return;
    // From the field itself the first key up leads to the last.
    const to = { ArrowDown: this.#active + 1, ArrowUp: this.#active < 0 ? -1 : this.#active - 1 }[event.key];
    if (to !== undefined) this.#move((to + count) % count);
    else if (event.key === "Enter" && this.#active >= 0) this.#take(this.#active);
    else if (event.key === "Escape") this.#open(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(number) {
    this.#list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = number;
    const option = this.#list.children[number];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.#field.setAttribute("aria-activedescendant", option.id);
  }

  #take(number) {
    this.#open(false);
    this.#taken(this.#found[number]);
  }

  #open(isOpen) {
    this.#list.hidden = this.#label.hidden = !isOpen;
    if (!isOpen) this.#active = -1;
    if (this.#field.matches("input")) this.#field.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen || this.#first < 0) this.#field.removeAttribute("aria-activedescendant");
  }
}
