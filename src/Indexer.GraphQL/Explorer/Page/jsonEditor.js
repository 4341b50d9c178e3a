// An editor of a JSON object, with its error below.

import { CodeEditor } from "./codeEditor.js";
import { el } from "./dom.js";
import { tokens } from "./jsonLexer.js";

export class JsonEditor {
  constructor(label, about) {
    this.label = label;
    this.editor = new CodeEditor({ label, tokens });
    this.error = el("p", { class: "json-error", role: "status", hidden: true });
    this.root = el("div", { class: "json-editor" }, this.editor.root, this.error, el("p", { class: "quiet" }, about));
    this.editor.onChange(() => this.#check());
  }

  get text() {
    return this.editor.text;
  }

  set text(text) {
    this.editor.set(text);
  }

  /** The object; an empty one for no text. @throws {SyntaxError} when it is none. */
  get value() {
    if (this.text.trim() === "") {
      return {};
    }
    const value = JSON.parse(this.text);
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      throw new SyntaxError("An object is needed: { … }");
    }
    return value;
  }

  #check() {
    try {
      this.error.hidden = Boolean(this.value);
    } catch (error) {
      this.error.textContent = error.message;
      this.error.hidden = false;
    }
  }
}
