// The requests that were run, newest first; favourites stay.

import { load, save } from "./storage.js";

const mostKept = 200;

export class History {
  entries = load("history", []);

  /** Remembers a request; one that is known moves to the top. */
  add(query, variables, title) {
    const known = this.entries.find((entry) => entry.query === query && entry.variables === variables);
    const entry = {
      favourite: false,
      id: crypto.randomUUID?.() ?? String(Math.random()),
      ...known,
      query,
      variables,
      title,
      time: Date.now(),
    };
    this.entries = [entry, ...this.entries.filter((other) => other !== known)];
    this.#save();
  }

  remove(id) {
    this.entries = this.entries.filter((entry) => entry.id !== id);
    this.#save();
  }

  favour(id) {
    this.entries = this.entries.map((entry) => (entry.id === id ? { ...entry, favourite: !entry.favourite } : entry));
    this.#save();
  }

  /** The entries with all words of a text, favourites first. */
  find(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const has = ({ query, variables, title }) => {
      const all = `${title} ${query} ${variables}`.toLowerCase();
      return words.every((word) => all.includes(word));
    };
    return this.entries.filter(has).toSorted((one, other) => other.favourite - one.favourite);
  }

  /** Keeps the newest; drops older ones when the browser has no room. */
  #save() {
    let others = mostKept;
    this.entries = this.entries.filter((entry) => entry.favourite || others-- > 0);
    while (!save("history", this.entries) && this.entries.length > 1) {
      this.entries = this.entries.slice(0, Math.floor(this.entries.length / 2));
    }
  }
}
