// The cases of the page: one is open at a time, and is swapped for what the archive answers.

const desk = document.getElementById("desk");
const live = document.getElementById("said");
let lastJudged = "";

export const cards = () => [...desk.querySelectorAll("[data-case]")];
export const current = () => desk.querySelector(".card.is-current");
const cardOf = (uid) => document.getElementById(`case-${uid}`);

function say(sentence) {
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = sentence; });
}

async function ask(address, options = {}) {
  const headers = { "X-Requested-With": "fetch" };
  const response = await fetch(address, { ...options, headers, credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const answer = page.querySelector("[data-decided]");
  if (response.redirected || !answer) throw new Error(`${response.status}`);
  return { answer, ok: response.ok };
}

// Put the answered card in the place of the one that stands, words as covered as they were.
function swap(answer) {
  const fresh = answer.querySelector("[data-case]");
  const old = cardOf(fresh.dataset.case);
  const cover = fresh.querySelector(".cover");
  cover.open ||= old.querySelector(".cover").open;
  old.replaceWith(fresh);
  const { decided, total } = answer.dataset;
  document.getElementById("progress").value = decided;
  document.getElementById("progress-said").textContent = `${decided} of ${total} decided`;
  return fresh;
}

// The open case is closed again: its form goes, its words stay.
function close(card) {
  card.classList.remove("is-current");
  const form = card.querySelector(".judge");
  if (!form) return;
  form.remove();
  card.querySelectorAll(".word input").forEach((box) => box.remove());
  const again = document.createElement("a");
  again.className = "button";
  again.dataset.judge = "";
  again.href = `${desk.dataset.home}?case=${card.dataset.case}#${card.id}`;
  again.textContent = "Decide";
  again.setAttribute("aria-label", `Decide: ${card.dataset.name}`);
  card.querySelector(".verbs").prepend(again);
}

export async function open(uid) {
  try {
    const { answer } = await ask(`${desk.dataset.cases}${uid}/`);
    const before = current();
    if (before && before.dataset.case !== uid) close(before);
    show(swap(answer));
  } catch {
    say("The archive did not answer. Try again, or reload the page.");
  }
}

function show(card) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
}

export async function send(form, submitter) {
  const button = submitter || form.querySelector("[type=submit]");
  if (button.disabled) return;
  button.disabled = true;
  const body = new URLSearchParams(new FormData(form));
  try {
    const { answer, ok } = await ask(form.action, { method: "POST", body });
    const card = swap(answer);
    if (!ok) {
      live.textContent = "";
      show(card);
      return;
    }
    lastJudged = card.dataset.case;
    if (answer.dataset.next) await open(answer.dataset.next);
    else show(card);
    say(`${answer.dataset.said} ${document.getElementById("progress-said").textContent}.`);
  } catch {
    button.disabled = false;
    say("That did not reach the archive. Nothing was changed; try again, or reload the page.");
  }
}

export async function undoLast() {
  const card = cardOf(lastJudged) || current();
  const form = card?.querySelector("form.undo");
  if (form) await send(form);
}

export function reveal(card) {
  const cover = card?.querySelector(".cover");
  if (cover) cover.open = !cover.open;
}
