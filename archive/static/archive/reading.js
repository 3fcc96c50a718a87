// Extras: every page works without. A highlight and its notes light up together, and what is made
// to be copied gets a button.
"use strict";

const both = (element, names, light) => {
  for (const [start, end] of [["pointerenter", "pointerleave"], ["focusin", "focusout"]]) {
    element.addEventListener(start, () => names.forEach((name) => light(name, true)));
    element.addEventListener(end, () => names.forEach((name) => light(name, false)));
  }
};

const lightNote = (name, on) =>
  document.getElementById(`n-${name}`)?.classList.toggle("lit", on);

const lightWords = (name, on) => {
  for (const mark of document.querySelectorAll(`mark[data-annotation~="${CSS.escape(name)}"]`)) {
    mark.classList.toggle("lit", on);
  }
};

for (const mark of document.querySelectorAll("mark[data-annotation]")) {
  both(mark, mark.dataset.annotation.split(" "), lightNote);
}
for (const number of document.querySelectorAll(".note-number")) {
  both(number, [number.id.slice(2)], lightWords);
}
for (const note of document.querySelectorAll(".note")) {
  both(note, [note.id.slice(2)], lightWords);
}

for (const source of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent.trim());
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  (source.closest("pre") ?? source).after(button);
}
