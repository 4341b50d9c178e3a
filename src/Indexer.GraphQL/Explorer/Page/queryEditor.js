// The editor of the document: colours by role, completion, marks where the server found errors.

import { CodeEditor } from "./codeEditor.js";
import { complete } from "./completion.js";
import { CompletionList } from "./completionList.js";
import { button, el } from "./dom.js";
import { fieldText, caret } from "./insertion.js";
import { offset, place, tokens as tokensOf } from "./lexer.js";
import { operations } from "./operations.js";
import { walk } from "./syntax.js";

export class QueryEditor {
  #schema = null;
  #syntax = null;
  #tokens = [];

  constructor(host, problems) {
    this.problems = problems;
    this.editor = new CodeEditor({ label: "Query", comment: "#", tokens: (text) => this.#walk(text) });
    this.editor.onChange(() => this.showProblems([]));
    new CompletionList(this.editor, (text, at) => complete(text, at, this.#schema));
    host.append(this.editor.root);
  }

  get text() {
    return this.editor.text;
  }

  get operations() {
    return operations(this.#tokens);
  }

  set schema(schema) {
    this.#schema = schema;
    this.editor.refresh();
  }

  /** Shows errors of the server: a mark at each place, and the messages, which lead to it. */
  showProblems(errors) {
    const located = errors.map(({ message, locations }) => ({
      message: message ?? "",
      start: locations?.[0] ? offset(this.text, locations[0]) : null,
    }));
    this.editor.mark(located.filter(({ start }) => start !== null));
    this.problems.hidden = located.length === 0;
    this.problems.replaceChildren(
      el(
        "ul",
        {},
        located.map((problem) => el("li", {}, this.#problem(problem))),
      ),
    );
  }

  /** Puts a field where its type is selected: at the caret if that fits, else in the last such selection. */
  insert(typeName, field) {
    const all = this.#syntax.selections.filter(({ type, end }) => type === typeName && end !== null);
    const at = this.editor.caret;
    const chosen = all.filter(({ start, end }) => start < at && at < end).at(-1) ?? all.at(-1);
    if (chosen) {
      this.#write(chosen, field);
      return true;
    }
    const root = Object.entries(this.#schema.roots).find(([, name]) => name === typeName);
    if (root) {
      const [kind] = root;
      const text = `${kind === "query" ? "" : `${kind} `}{\n  ${fieldText(this.#schema, field, "  ")}\n}\n`;
      const before = this.text.trimEnd();
      this.#type(before.length, this.text.length, (before ? "\n\n" : "") + text);
    }
    return Boolean(root);
  }

  #write({ start, end }, field) {
    const lineStart = this.text.lastIndexOf("\n", start) + 1;
    const indent = /^[ \t]*/.exec(this.text.slice(lineStart))[0];
    const inner = `${indent}  `;
    const body = this.text.slice(start + 1, end - 1).trimEnd();
    this.#type(start + 1 + body.length, end - 1, `\n${inner}${fieldText(this.#schema, field, inner)}\n${indent}`);
  }

  #type(start, end, text) {
    const at = text.indexOf(caret);
    const plain = text.replaceAll(caret, "");
    this.editor.replace(start, end, plain, at < 0 ? plain.length : at);
  }

  #walk(text) {
    this.#tokens = tokensOf(text);
    this.#syntax = walk(this.#tokens, this.#schema);
    return this.#tokens;
  }

  #problem({ message, start }) {
    if (start === null) {
      return message;
    }
    const { line, column } = place(this.text, start);
    return button([el("span", {}, `${line}:${column}`), message], () => this.editor.show(start), { class: "problem" });
  }
}
