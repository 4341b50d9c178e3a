// What the browser remembers for this endpoint. A browser may refuse to (private windows, full storage).

const prefix = `explorer:${location.pathname}:`;

export function load(name, otherwise, store = "localStorage") {
  try {
    return JSON.parse(window[store].getItem(prefix + name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** @returns false when the browser does not remember it. */
export function save(name, value, store = "localStorage") {
  try {
    window[store].setItem(prefix + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
