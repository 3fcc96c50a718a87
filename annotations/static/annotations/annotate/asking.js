// Questions to the server, and what may come between: no network, a sign-in that ran out, a fault.

const HEADERS = { Accept: "application/json" };
const SENTENCES = {
  lost: "The server cannot be reached. Nothing that you typed is lost.",
  "signed-out": "You are signed out. Nothing that you typed is lost: sign in in another tab, then try again here.",
  broken: "The server failed at this. Nothing that you typed is lost, and nothing was saved.",
};

const page = document.getElementById("annotate");

/** The server's answer; where there is none, {error, trouble} with what came between. */
export async function ask(address, { body } = {}) {
  const answer = await once(address, body);
  if (answer.trouble !== "refused") return answer;
  // A new sign-in, perhaps in another tab, makes the tokens of this page worthless.
  const who = await once(`${page.dataset.address}who/`);
  if (who.trouble) return who.trouble === "refused" ? trouble("signed-out") : who;
  if (who.account !== page.dataset.account) return { error: other(who.account), trouble: "other" };
  if (!body) return trouble("broken");
  renew(who.token);
  body.set("csrfmiddlewaretoken", who.token);
  const again = await once(address, body);
  return again.trouble === "refused" ? trouble("broken") : again;
}

/** Send fields that no form on the page has. */
export function send(address, fields) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  return ask(address, { body });
}

async function once(address, body) {
  let response;
  try {
    response = await fetch(address, { headers: HEADERS, ...(body && { method: "POST", body }) });
  } catch {
    return trouble("lost");
  }
  if (response.headers.get("Content-Type")?.startsWith("application/json")) {
    const answer = await response.json().catch(() => trouble("lost"));
    return answer.signed_out ? trouble("signed-out") : answer;
  }
  return trouble(response.status === 403 || response.redirected ? "refused" : "broken");
}

function trouble(kind) {
  return { error: SENTENCES[kind] ?? "", trouble: kind };
}

function other(account) {
  const { account: mine } = page.dataset;
  return `This browser is signed in as ${account} now. What you typed as ${mine} is kept: sign in as ${mine} again, then try again here.`;
}

function renew(token) {
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
}
