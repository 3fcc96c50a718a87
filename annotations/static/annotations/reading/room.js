// The reader's page: chosen words go into the form, which then needs no pasting.

import { Choosing } from "../annotate/choosing.js";
import { say } from "../annotate/say.js";

const text = document.getElementById("text");
const form = document.getElementById("mark");
const part = (name) => form.querySelector(`[data-${name}]`);
const { start, end, kind, body } = form.elements;
const snap = part("snap");
const choosing = new Choosing(text, snap);

function fill() {
  const { chosen } = choosing;
  start.value = chosen?.start ?? "";
  end.value = chosen?.end ?? "";
  part("words").textContent = choosing.range?.toString() ?? "";
  part("words").hidden = !chosen;
  part("paste").hidden = Boolean(chosen);
}

function ask() {
  part("stance").hidden = kind.value !== "claim";
}

part("chosen").hidden = false;
part("by-keyboard").addEventListener("click", () => choosing.startByKeyboard());
choosing.addEventListener("chosen", fill);
choosing.addEventListener("left", () => part("by-keyboard").focus());
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !choosing.chosen) return;
  event.preventDefault();
  body.focus();
  say("Say what these words are, then mark them.");
});
form.addEventListener("change", ask);
ask();

const landed = document.querySelector("[data-error]") ?? document.getElementById(location.hash.slice(1));
landed?.focus();
