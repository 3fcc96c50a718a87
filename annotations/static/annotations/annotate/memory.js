// What this browser keeps for one account: typed words that are not saved yet, the claim in hand.
// Every name carries the account, so that a shared machine shows nobody another's; signing out
// removes what is private (see the admin's own script), and all of it has a last day.

const DAY = 24 * 60 * 60 * 1000;
const PRIVATE = "variorum.private.";

export class Memory {
  #prefix;

  constructor(account) {
    this.#prefix = `${PRIVATE}${account}.`;
    this.#tidy();
  }

  get(name) {
    return this.#read(this.#prefix + name)?.value ?? null;
  }

  /** Answers whether it is kept: a browser may have no room, or be told to keep nothing. */
  set(name, value, days) {
    try {
      const kept = { value, until: Date.now() + days * DAY };
      localStorage.setItem(this.#prefix + name, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  remove(name) {
    try {
      localStorage.removeItem(this.#prefix + name);
    } catch {
      // Nothing was kept.
    }
  }

  /** The names that begin so, without what all of them begin with. */
  names(beginning) {
    const whole = this.#prefix + beginning;
    return this.#keys(whole).map((key) => key.slice(this.#prefix.length));
  }

  #keys(beginning) {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
    } catch {
      return [];
    }
  }

  #read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  /** Whosever it is: what is past its last day goes. */
  #tidy() {
    for (const key of this.#keys(PRIVATE)) {
      if (!(this.#read(key)?.until > Date.now())) localStorage.removeItem(key);
    }
  }
}

/** A setting of this browser, whoever uses it. */
export function setting(name) {
  const key = `variorum.setting.${name}`;
  return {
    isOn: () => {
      try {
        return localStorage.getItem(key) !== "no";
      } catch {
        return true;
      }
    },
    turn: (isOn) => {
      try {
        localStorage.setItem(key, isOn ? "yes" : "no");
      } catch {
        // It holds until the page is left.
      }
    },
  };
}
