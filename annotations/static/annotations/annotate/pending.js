// The words that a form is about stay visible while its fields have the focus.

export function keep(range) {
  if (!globalThis.CSS?.highlights) return;
  if (range) CSS.highlights.set("pending", new Highlight(range));
  else CSS.highlights.delete("pending");
}
