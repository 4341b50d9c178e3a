// The list under the caret. Keys: Ctrl+Space opens it, arrows choose, Enter or Tab takes, Escape closes.

import { lineHeight, padding } from "./codeEditor.js";
import { caret } from "./insertion.js";
import { el } from "./dom.js";

const mostHeight = 300;
let lists = 0;

export class CompletionList {
  #found = { items: [] };
  #selected = 0;

  /** @param complete gives for a text and an offset what can be written there. */
  constructor(editor, complete) {
    this.editor = editor;
    this.complete = complete;
    this.id = `completions-${lists++}`;
    this.list = el("ul", { role: "listbox", id: this.id, "aria-label": "Suggestions" });
    this.about = el("div", { class: "about" });
    this.root = el("div", { class: "completions", hidden: true }, this.list, this.about);
    editor.sheet.append(this.root);
    const { area } = editor;
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", this.id);
    area.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    area.addEventListener("input", (event) => this.#typed(event));
    area.addEventListener("blur", () => this.close());
    area.addEventListener("click", () => this.close());
    this.list.addEventListener("mousedown", (event) => this.#click(event));
  }

  open() {
    this.#found = this.complete(this.editor.text, this.editor.caret);
    this.#selected = 0;
    const { start, end, items } = this.#found;
    const isWritten = items.length === 1 && items[0].insert === this.editor.text.slice(start, end);
    this.root.hidden = items.length === 0 || isWritten;
    if (this.root.hidden) {
      this.close();
      return;
    }
    this.list.replaceChildren(...this.#found.items.map((item, at) => this.#row(item, at)));
    this.#place();
    this.#select(0);
  }

  close() {
    this.root.hidden = true;
    this.editor.area.removeAttribute("aria-activedescendant");
  }

  #row(item, at) {
    const name = el("span", { class: item.deprecated ? "deprecated" : null }, item.label);
    return el("li", { role: "option", id: `${this.id}-${at}`, "data-at": at }, name, el("i", {}, item.detail));
  }

  /** Below the line, or above it where there is more room. */
  #place() {
    const before = this.editor.text.slice(0, this.#found.start).split("\n");
    const { sheet, root } = this.editor;
    const room = sheet.clientWidth - this.root.offsetWidth - 12;
    const left = Math.max(0, Math.min(before.at(-1).length * this.#characterWidth(), root.scrollLeft + room));
    const bottom = before.length * lineHeight + padding;
    const below = root.scrollTop + root.clientHeight - bottom;
    const above = bottom - lineHeight - root.scrollTop;
    const isAbove = below < mostHeight && above > below;
    this.root.style.setProperty("--left", `${left}px`);
    this.root.style.setProperty("--top", isAbove ? "auto" : `${bottom + 2}px`);
    this.root.style.setProperty("--bottom", isAbove ? `${sheet.clientHeight - bottom + lineHeight}px` : "auto");
  }

  #characterWidth() {
    const probe = el("span", { class: "probe" }, "0".repeat(100));
    this.editor.layer.append(probe);
    const width = probe.getBoundingClientRect().width / 100;
    probe.remove();
    return width;
  }

  #select(at) {
    const count = this.#found.items.length;
    this.list.children[this.#selected]?.removeAttribute("aria-selected");
    this.#selected = (at + count) % count;
    const row = this.list.children[this.#selected];
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    this.editor.area.setAttribute("aria-activedescendant", row.id);
    const { description, deprecated } = this.#found.items[this.#selected];
    this.about.textContent = [deprecated, description].filter(Boolean).join("\n");
    this.about.hidden = this.about.textContent === "";
  }

  #key(event) {
    if (event.key === " " && event.ctrlKey) {
      this.open();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      this.close();
      return;
    }
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (this.root.hidden) {
      return;
    }
    if (event.key in steps) {
      this.#select(this.#selected + steps[event.key]);
    } else if (event.key === "Enter" || event.key === "Tab") {
      this.#take();
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
  }

  #typed(event) {
    const isWord = event.inputType === "insertText" && /^[\w$@]$/.test(event.data ?? "");
    const isShortened = event.inputType === "deleteContentBackward" && !this.root.hidden;
    if (isWord || isShortened) {
      this.open();
    } else {
      this.close();
    }
  }

  #click(event) {
    event.preventDefault();
    const row = event.target.closest("li");
    if (row) {
      this.#selected = Number(row.dataset.at);
      this.#take();
    }
  }

  #take() {
    const { start, end, items } = this.#found;
    const text = items[this.#selected].insert;
    const at = text.indexOf(caret);
    const plain = text.replaceAll(caret, "");
    this.close();
    this.editor.replace(start, end, plain, at < 0 ? plain.length : at);
  }
}
