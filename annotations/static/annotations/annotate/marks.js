// The list beside the text and the marks in it: each leads to the other.

export class Marks {
  #text;
  #list;
  #deleted;

  constructor() {
    this.#text = document.getElementById("text");
    this.#list = document.getElementById("cards");
    this.#deleted = document.getElementById("deleted-cards");
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

  /** Point out the cards of these marks, all of them, and bring the first into view. */
  point(uids, { focus = false } = {}) {
    for (const card of document.querySelectorAll(".card.here")) card.classList.remove("here");
    const cards = uids.map((uid) => document.getElementById(`n-${uid}`)).filter(Boolean);
    for (const card of cards) card.classList.add("here");
    cards[0]?.closest("details:not([open])")?.setAttribute("open", "");
    cards[0]?.scrollIntoView({ block: "nearest" });
    if (focus) cards[0]?.focus();
    this.#light(uids);
  }

  /** Bring the words of a mark into view. */
  show(uid) {
    this.point([uid]);
    const words = this.#of(uid)[0];
    words?.closest("details:not([open])")?.setAttribute("open", "");
    words?.scrollIntoView({ block: "center" });
  }

  /** The marks that a range of the page touches. */
  touching(range) {
    const found = new Map();
    for (const mark of this.#text.querySelectorAll("mark")) {
      if (range.intersectsNode(mark)) {
        for (const uid of mark.dataset.annotation.split(" ")) {
          const card = document.getElementById(`n-${uid}`);
          const kind = [...(card?.classList ?? [])].find((name) => name.startsWith("k-"));
          if (kind) found.set(uid, kind.slice(2));
        }
      }
    }
    return [...found].map(([uid, kind]) => ({ uid, kind }));
  }

  /** Put in what the server sent: changed passages and changed or new cards. */
  take({ passages, cards }) {
    for (const [id, html] of Object.entries(passages)) document.getElementById(id).innerHTML = html;
    for (const { uid, is_deleted, html } of cards) {
      document.getElementById(`n-${uid}`)?.remove();
      const shelf = document.createElement("template");
      shelf.innerHTML = html.trim();
      this.#place(shelf.content.firstElementChild, is_deleted ? this.#deleted : this.#list);
    }
    document.getElementById("no-marks").hidden = this.#list.childElementCount > 0;
    document.getElementById("deleted").hidden = this.#deleted.childElementCount === 0;
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
