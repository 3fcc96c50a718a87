// The buttons that appear beside chosen words.

const GAP = 8;

export class Palette extends EventTarget {
  #element;

  constructor(element) {
    super();
    this.#element = element;
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.dispatchEvent(new CustomEvent("picked", { detail: button.dataset }));
    });
    element.addEventListener("keydown", (event) => this.#key(event));
    // A press on a button must not take the selection away.
    element.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get isShown() {
    return !this.#element.hidden;
  }

  /** Show it below the words, or above where there is no room; list the marks that are there. */
  show(range, here, canMove) {
    this.#element.querySelector("[data-move]").hidden = !canMove;
    this.#list(here);
    this.#element.hidden = false;
    // On a narrow screen the style sheet puts it at the lower edge, within reach of a thumb.
    if (matchMedia("(max-width: 900px)").matches) return;
    const words = range.getBoundingClientRect();
    const { width, height } = this.#element.getBoundingClientRect();
    const isBelow = words.bottom + height + GAP < innerHeight;
    const left = Math.max(GAP, Math.min(words.left, document.documentElement.clientWidth - width - GAP));
    this.#element.style.left = `${left + scrollX}px`;
    this.#element.style.top = `${(isBelow ? words.bottom + GAP : words.top - height - GAP) + scrollY}px`;
  }

  hide() {
    this.#element.hidden = true;
  }

  focus() {
    this.#element.querySelector("button").focus();
  }

  #list(here) {
    const place = this.#element.querySelector("[data-here]");
    place.replaceChildren(
      ...here.map(({ uid, kind }) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = `link k-${kind}`;
        button.dataset.see = uid;
        button.textContent = `see the ${kind} here`;
        return button;
      }),
    );
    place.hidden = !here.length;
  }

  #key(event) {
    const buttons = [...this.#element.querySelectorAll("button:not([hidden])")];
    const number = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: number + 1, ArrowLeft: number - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") this.dispatchEvent(new Event("left"));
    else if (to !== undefined) buttons.at(to % buttons.length).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
