// What happened, for who does not see it.

const place = document.getElementById("said");

export function say(sentence) {
  place.textContent = "";
  // A region that is emptied and filled in one go is not read again.
  setTimeout(() => {
    place.textContent = sentence;
  }, 50);
}
