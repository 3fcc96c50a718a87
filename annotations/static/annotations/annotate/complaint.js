// A sentence above a form that could not be sent: what was typed stays, with a way to try again.

/** `trouble` says whether trying again may help; `again` tries. */
export function complain(form, { error, trouble }, again) {
  form.querySelector("[data-error]")?.remove();
  const place = document.createElement("div");
  const sentence = document.createElement("p");
  place.className = "refused";
  place.dataset.error = "";
  place.tabIndex = -1;
  place.setAttribute("role", "alert");
  sentence.textContent = error;
  place.append(sentence);
  if (trouble) place.append(ways(trouble, again));
  form.prepend(place);
  place.focus();
}

function ways(trouble, again) {
  const row = document.createElement("p");
  const button = document.createElement("button");
  row.className = "ways";
  button.type = "button";
  button.textContent = "Try again";
  button.addEventListener("click", again);
  if (trouble === "signed-out" || trouble === "other") row.append(signIn());
  row.append(button);
  return row;
}

function signIn() {
  const { address, login } = document.getElementById("annotate").dataset;
  const link = document.createElement("a");
  link.href = `${login}?next=${encodeURIComponent(`${address}who/`)}`;
  link.target = "_blank";
  link.textContent = "Sign in, in a new tab";
  return link;
}
