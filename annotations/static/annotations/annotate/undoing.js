// Undo and redo of what was done here since the tab was opened. The server says with every act
// how it is taken back; taking it back is an act like others, whose way back is the redo.

import { send } from "./asking.js";

const MOST = 100;
const NONE = { undo: "There is nothing to undo.", redo: "There is nothing to redo." };

export class Undoing extends EventTarget {
  #key;
  #address;
  #buttons;
  #stacks;
  #turn = Promise.resolve();

  constructor(page, buttons) {
    super();
    this.#buttons = buttons;
    for (const which of ["undo", "redo"]) {
      for (const button of buttons[which]) button.addEventListener("click", () => this.take(which));
    }
    this.of(page);
  }

  /** From now on, what was done in this document. */
  of({ account, address }) {
    this.#key = `variorum.undo.${account}.${address}`;
    this.#address = `${address}undo/`;
    this.#stacks = { undo: [], redo: [] };
    try {
      this.#stacks = JSON.parse(sessionStorage.getItem(this.#key)) ?? this.#stacks;
    } catch {
      // A tab without memory begins anew.
    }
    this.#keep();
  }

  /** Something was done: `steps` take it back. */
  add(steps, said) {
    if (!steps?.length) return;
    this.#stacks = { undo: [...this.#stacks.undo, { steps, said }].slice(-MOST), redo: [] };
    this.#keep();
  }

  /** One act after another, however fast the key is pressed. */
  take(which) {
    this.#turn = this.#turn.then(() => this.#take(which)).catch(() => {});
    return this.#turn;
  }

  async #take(which) {
    const act = this.#stacks[which].at(-1);
    if (!act) return this.#tell(NONE[which]);
    const answer = await send(this.#address, act.steps.map((step) => ["step", step]));
    if (answer.trouble) return this.#tell(answer.error);
    this.#stacks[which].pop();
    if (!answer.error) {
      const back = which === "undo" ? "redo" : "undo";
      if (answer.undo.length) this.#stacks[back].push({ steps: answer.undo, said: act.said });
      this.dispatchEvent(new CustomEvent("taken", { detail: answer }));
    }
    this.#keep();
    const done = which === "undo" ? "Undone" : "Done again";
    return this.#tell(answer.error ?? `${done}: ${act.said[0].toLowerCase()}${act.said.slice(1)}`);
  }

  #tell(sentence) {
    this.dispatchEvent(new CustomEvent("said", { detail: sentence }));
  }

  #keep() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#stacks));
    } catch {
      // Undo then holds until the page is left.
    }
    for (const which of ["undo", "redo"]) {
      // Not `disabled`: a button that has the focus would lose it.
      const isEmpty = !this.#stacks[which].length;
      for (const button of this.#buttons[which]) button.setAttribute("aria-disabled", String(isEmpty));
    }
  }
}
