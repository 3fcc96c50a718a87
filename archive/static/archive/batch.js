// The page of a batch asks every two seconds how far the run is, until it has come to an end.
"use strict";

const EVERY = 2000;
const list = document.querySelector("[data-progress]");

async function ask() {
  const answer = await fetch(list.dataset.progress, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const told = await answer.json();
  for (const place of list.querySelectorAll("[data-count]")) {
    place.textContent = told[place.dataset.count];
  }
  if (told.moving) setTimeout(ask, EVERY);
  else location.reload();
}

if (list && "moving" in list.dataset) setTimeout(ask, EVERY);
