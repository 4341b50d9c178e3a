// A text area over a coloured copy of its text: the browser's own editing, with colours, marks and line numbers.

import { el } from "./dom.js";
import { editKeys } from "./editorKeys.js";

export const lineHeight = 20;
export const padding = 10;
const pairs = { "{": "}", "(": ")", "[": "]" };

export class CodeEditor {
  #listeners = [];
  #marks = [];
  #spans = [];

  /** @param {{label: string, tokens: (text: string) => object[]}} options tokens: with role, and unknown to mark. */
  constructor(options) {
    this.options = options;
    this.gutter = el("pre", { class: "gutter", "aria-hidden": "true" });
    this.layer = el("pre", { class: "layer", "aria-hidden": "true" });
    this.area = el("textarea", {
      "aria-label": options.label,
      "aria-description": "Tab indents. Press Escape, then Tab, to leave.",
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      wrap: "off",
    });
    this.sheet = el("div", { class: "sheet" }, this.layer, this.area);
    this.root = el("div", { class: "editor" }, this.gutter, this.sheet);
    this.area.addEventListener("input", () => this.#changed());
    this.area.addEventListener("selectionchange", () => this.#matchBrackets());
    this.area.addEventListener("keyup", () => this.#matchBrackets());
    this.area.addEventListener("click", () => this.#matchBrackets());
    editKeys(this);
    this.#render();
  }

  get text() {
    return this.area.value;
  }

  get caret() {
    return this.area.selectionStart;
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** Replaces a range as if it were typed, so that it can be undone. */
  replace(start, end, text, select = text.length) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    const isDone = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
    if (!isDone && !(text === "" && start === end)) {
      this.area.setRangeText(text, start, end);
      this.#changed();
    }
    this.area.setSelectionRange(start + select, start + select);
    this.#reveal();
  }

  /** Replaces everything; keeps the history of undo, not the focus. */
  set(text) {
    if (text !== this.text) {
      const focused = document.activeElement;
      this.replace(0, this.text.length, text, 0);
      if (focused !== this.area) {
        this.area.blur();
        focused?.focus({ preventScroll: true });
      }
    }
    this.root.scrollTo(0, 0);
  }

  /** Marks places of the text: {start, message}, until the text changes. */
  mark(marks) {
    this.#marks = marks;
    this.#render();
  }

  show(offset) {
    this.area.focus();
    this.area.setSelectionRange(offset, offset);
    this.#reveal();
  }

  refresh() {
    this.#render();
  }

  /** Scrolls to the caret. */
  #reveal() {
    const { root, text, caret } = this;
    const top = (text.slice(0, caret).split("\n").length - 1) * lineHeight;
    const least = top + 2 * lineHeight + padding - root.clientHeight;
    root.scrollTop = Math.max(least, Math.min(root.scrollTop, top));
  }

  #changed() {
    this.#marks = [];
    this.#render();
    this.#listeners.forEach((listener) => listener(this.text));
  }

  #render() {
    const text = this.text;
    const tokens = this.options.tokens(text);
    const pieces = [];
    this.#spans = [];
    let at = 0;
    for (const token of tokens) {
      pieces.push(text.slice(at, token.start));
      const isMarked = this.#marks.some(({ start }) => start >= token.start && start < token.end);
      const names = [token.role, token.unknown && "unknown", isMarked && "mark"].filter(Boolean).join(" ");
      const element = el("span", { class: names }, token.text);
      this.#spans.push({ token, element });
      pieces.push(element);
      at = token.end;
    }
    pieces.push(text.slice(at), "\n");
    this.layer.replaceChildren(...pieces);
    this.#number(text);
    this.#matchBrackets();
  }

  #number(text) {
    const count = text.split("\n").length;
    const marked = new Set(this.#marks.map(({ start }) => text.slice(0, start).split("\n").length));
    const numbers = Array.from({ length: count }, (_, at) =>
      el("span", { class: marked.has(at + 1) ? "mark" : null }, `${at + 1}\n`),
    );
    this.gutter.replaceChildren(...numbers);
  }

  #matchBrackets() {
    this.layer.querySelectorAll(".match").forEach((element) => element.classList.remove("match"));
    const caret = this.caret;
    const brackets = this.#spans.filter(({ token }) => token.role === "punctuation" && /^[{}()[\]]$/.test(token.text));
    const at = brackets.findIndex(({ token }) => token.end === caret || token.start === caret);
    if (at >= 0 && document.activeElement === this.area) {
      const other = partner(brackets, at);
      if (other) {
        brackets[at].element.classList.add("match");
        other.element.classList.add("match");
      }
    }
  }
}

function partner(brackets, at) {
  const step = brackets[at].token.text in pairs ? 1 : -1;
  let depth = 0;
  for (let next = at; brackets[next]; next += step) {
    depth += brackets[next].token.text in pairs ? step : -step;
    if (depth === 0) {
      const [open, close] = step > 0 ? [at, next] : [next, at];
      return pairs[brackets[open].token.text] === brackets[close].token.text ? brackets[next] : null;
    }
  }
  return null;
}
