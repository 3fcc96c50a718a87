// What a form has in it, and by what it is known.

const LEFT_OUT = ["csrfmiddlewaretoken", "rendition"];
const UNSEEN = ["start", "end", "version", "kind"];

/** A form is known by where it is sent and by the words that it is about. */
export function nameOf(form) {
  const place = (name) => (form.hasAttribute("data-moves") ? "" : (form.elements[name]?.value ?? ""));
  return `draft.${new URL(form.action).pathname}.${place("start")}-${place("end")}`;
}

export function fieldsOf(form) {
  return [...new FormData(form)].filter(([name]) => !LEFT_OUT.includes(name));
}

/** The version too: what was changed by somebody since is then found out on saving. */
export function fill(form, fields) {
  for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = false;
  for (const [name, value] of fields) {
    const field = form.elements[name];
    if (field?.type === "checkbox") field.checked = field.value === value;
    else if (field) field.value = value;
  }
}

/** The longest thing typed, to know a form again by. */
export function longest(fields) {
  const typed = fields.filter(([name]) => !UNSEEN.includes(name)).map(([, value]) => value);
  return typed.sort((one, two) => two.length - one.length)[0] ?? "";
}
