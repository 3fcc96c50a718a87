// The claim in hand: chosen once, it stays through other documents, so that words are tied to it
// and become evidence for or against it with one key.

const NAME = "hand";
const DAYS = 7;

export class Hand extends EventTarget {
  #memory;
  #bar;

  constructor(memory, bar) {
    super();
    this.#memory = memory;
    this.#bar = bar;
    bar.querySelector("[data-put-down]").addEventListener("click", () => this.putDown());
    bar.querySelector("select").addEventListener("change", ({ target }) => {
      memory.set(NAME, { ...this.claim, stance: target.value }, DAYS);
    });
    // Another tab took one, or put it down.
    addEventListener("storage", () => this.#show());
    this.#show();
  }

  /** {slug, statement, stance}, or null. */
  get claim() {
    return this.#memory.get(NAME);
  }

  take({ slug, statement }) {
    this.#memory.set(NAME, { slug, statement, stance: "asserts" }, DAYS);
    this.#show();
    this.#tell(`In hand: ${statement}`);
  }

  putDown() {
    if (!this.claim) return this.#tell("No claim is in hand.");
    this.#memory.remove(NAME);
    this.#show();
    return this.#tell("The claim was put down.");
  }

  #tell(sentence) {
    this.dispatchEvent(new CustomEvent("said", { detail: sentence }));
  }

  #show() {
    const { claim } = this;
    if (!claim && this.#bar.contains(document.activeElement)) document.getElementById("text").focus();
    this.#bar.hidden = !claim;
    if (!claim) return;
    const link = this.#bar.querySelector("a");
    link.textContent = claim.statement;
    link.href = `${document.getElementById("annotate").dataset.address}claims/${claim.slug}/`;
    this.#bar.querySelector("select").value = claim.stance;
  }
}
