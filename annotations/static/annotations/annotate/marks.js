// The list beside the text and the marks in it: each leads to the other.

import { write } from "./passages.js";
import { Visible } from "./visible.js";

const kindIn = (classes) => [...(classes ?? [])].find((name) => name.startsWith("k-"))?.slice(2);
const cardOf = (uid) => document.getElementById(`n-${uid}`);

export class Marks {
  #text = document.getElementById("text");
  #visible = new Visible();

  constructor() {
    this.#text.addEventListener("click", (event) => {
      const mark = event.target.closest("mark");
      if (mark && getSelection().isCollapsed) this.point(mark.dataset.annotation.split(" "));
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-show]");
      if (!link) return;
      event.preventDefault();
      this.show(link.dataset.show);
    });
    addEventListener("hashchange", () => this.#fromAddress());
    this.#fromAddress();
  }

  /** Another text is shown. */
  opened() {
    this.#visible.watch();
    this.#fromAddress();
  }

  /** Point out the cards of these marks, all of them, and bring the first into view. */
  async point(uids, { focus = false } = {}) {
    const far = uids.find((uid) => !cardOf(uid));
    if (far && !this.#visible.isWhole) await this.#visible.list({ mark: far });
    for (const card of document.querySelectorAll(".card.here")) card.classList.remove("here");
    const cards = uids.map(cardOf).filter(Boolean);
    for (const card of cards) card.classList.add("here");
    cards[0]?.closest("details:not([open])")?.setAttribute("open", "");
    cards[0]?.scrollIntoView({ block: "nearest" });
    if (focus) cards[0]?.focus();
    this.#light(uids);
  }

  /** Bring the words of a mark into view, however far away. */
  async show(uid) {
    if (!cardOf(uid) && !this.#visible.isWhole) await this.#visible.list({ mark: uid });
    const { start, end } = cardOf(uid)?.dataset ?? {};
    if (start !== undefined) await this.#visible.reach(Number(start), Number(end));
    this.point([uid]);
    const words = this.#of(uid)[0];
    words?.closest("details:not([open])")?.setAttribute("open", "");
    words?.scrollIntoView({ block: "center" });
  }

  /** Go to the next mark of the list, or the one before; says whether there is one. */
  async step(by) {
    const cards = () => [...document.querySelectorAll("#cards > .card")];
    const at = cards().findIndex((card) => card.matches(":focus-within, .here"));
    let card = cards()[at < 0 ? 0 : at + by];
    const further = document.querySelector(`a[data-first][data-${by > 0 ? "later" : "earlier"}]`);
    if (!card && at >= 0 && further) {
      await this.#visible.list({ first: further.dataset.first });
      card = cards().at(by > 0 ? 0 : -1);
    }
    if (!card) return false;
    card.focus();
    await this.show(card.dataset.uid);
    return true;
  }

  /** The marks that a range of the page touches. */
  touching(range) {
    const found = new Map();
    for (const mark of this.#text.querySelectorAll("mark")) {
      if (range.intersectsNode(mark)) {
        for (const uid of mark.dataset.annotation.split(" ")) {
          found.set(uid, kindIn(cardOf(uid)?.classList) ?? kindIn(mark.classList));
        }
      }
    }
    return [...found].map(([uid, kind]) => ({ uid, kind }));
  }

  /** Put in what the server sent: changed passages and changed or new cards. */
  take({ passages, cards }) {
    write(this.#text, passages);
    const [list, deleted] = ["cards", "deleted-cards"].map((id) => document.getElementById(id));
    for (const { uid, is_deleted, html } of cards) {
      cardOf(uid)?.remove();
      const shelf = document.createElement("template");
      shelf.innerHTML = html.trim();
      this.#place(shelf.content.firstElementChild, is_deleted ? deleted : list);
    }
    document.getElementById("no-marks").hidden = list.childElementCount > 0;
    document.getElementById("deleted").hidden = deleted.childElementCount === 0;
    const gone = cards.some((card) => card.is_deleted);
    if (gone) document.getElementById("deleted").open = true;
  }

  #place(card, list) {
    const order = (each) => [Number(each.dataset.start), Number(each.dataset.end)];
    const [start, end] = order(card);
    const next = [...list.children].find((each) => {
      const [from, to] = order(each);
      return from > start || (from === start && to > end);
    });
    list.insertBefore(card, next ?? null);
  }

  #of(uid) {
    return [...this.#text.querySelectorAll(`mark[data-annotation~="${CSS.escape(uid)}"]`)];
  }

  #light(uids) {
    for (const mark of this.#text.querySelectorAll("mark.lit")) mark.classList.remove("lit");
    for (const mark of uids.flatMap((uid) => this.#of(uid))) mark.classList.add("lit");
  }

  #fromAddress() {
    const uid = location.hash.match(/^#n-(\w+)$/)?.[1];
    if (uid) this.show(uid);
  }
}
