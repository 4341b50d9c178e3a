// Elements without markup: text from the server is only ever text.

export const byId = (id) => document.getElementById(id);

/** An element; properties that begin with "on" are listeners, the others attributes (false and null: none). */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const button = (label, onclick, properties = {}) =>
  el("button", { type: "button", onclick, ...properties }, label);

/** Tells something for a few seconds. */
export function notify(text) {
  const notice = byId("notice");
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(notify.timer);
  notify.timer = setTimeout(() => (notice.hidden = true), 4000);
}

export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    notify(done);
  } catch {
    // Without a secure origin there is no clipboard: let the reader copy.
    window.prompt("Copy:", text);
  }
}

/** Lets the browser save a text as a file. */
export function save(text, type, name) {
  const link = el("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
