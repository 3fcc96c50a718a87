// A list of claims under a field, after the ARIA pattern of a combobox with a list.

const PAUSE = 250;
let numbers = 0;

export class Suggestions {
  #field;
  #list;
  #ask;
  #taken;
  #claims = [];
  #active = -1;
  #waiting;

  constructor(field, ask, taken) {
    this.#field = field;
    this.#ask = ask;
    this.#taken = taken;
    this.#list = document.createElement("ul");
    this.#list.id = `claims-${(numbers += 1)}`;
    this.#list.className = "suggestions";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Claims like this");
    this.#list.hidden = true;
    field.after(this.#list);
    // A field of several lines stays what it is to a screen reader.
    if (field.matches("input")) field.setAttribute("role", "combobox");
    if (field.matches("input")) field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.#list.id);
    field.addEventListener("input", () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#look(), PAUSE);
    });
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("blur", () => this.#open(false));
    // Before the field loses the focus.
    this.#list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.#take([...this.#list.children].indexOf(option));
    });
  }

  async #look() {
    const words = this.#field.value.trim();
    const { claims } = words ? await this.#ask(words) : { claims: [] };
    if (words !== this.#field.value.trim() || document.activeElement !== this.#field) return;
    this.#claims = claims;
    this.#active = -1;
    this.#list.replaceChildren(...claims.map((claim, number) => this.#option(claim, number)));
    this.#open(claims.length > 0);
  }

  #option({ statement, kind }, number) {
    const option = document.createElement("li");
    option.id = `${this.#list.id}-${number}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = kind === "fact" ? statement : `${statement} (${kind})`;
    return option;
  }

  #key(event) {
    const count = this.#claims.length;
    if (this.#list.hidden || !count) return;
    const to = { ArrowDown: this.#active + 1, ArrowUp: this.#active - 1 }[event.key];
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
    this.#taken(this.#claims[number]);
  }

  #open(isOpen) {
    this.#list.hidden = !isOpen;
    if (this.#field.matches("input")) this.#field.setAttribute("aria-expanded", String(isOpen));
    this.#field.removeAttribute("aria-activedescendant");
  }
}
