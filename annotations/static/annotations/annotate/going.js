// To another document without leaving the keys: a field that offers those worked on last.

import { ask } from "./asking.js";
import { Suggestions } from "./suggestions.js";

export function goElsewhere(dialog, page, open) {
  const field = dialog.querySelector("input");
  const suggestions = new Suggestions(
    field,
    async (words) => {
      const { others = [] } = await ask(`${page.dataset.address}others/?q=${encodeURIComponent(words)}`);
      return others.map((each) => ({ ...each, shown: each.title }));
    },
    (chosen) => {
      dialog.close();
      open(chosen.address);
    },
    { label: "Documents", offersAtOnce: true, takesFirst: true },
  );
  return () => {
    field.value = "";
    dialog.showModal();
    field.focus();
    suggestions.look();
  };
}
