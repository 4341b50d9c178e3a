// Walks the tokens of an executable document and gives each its role (for colours) and, with a schema, its type (for
// completion and marks). It is no parser: half-written documents are what it is for.

import { named, itemOf } from "./schema.js";

const operations = ["query", "mutation", "subscription"];
const closing = { selection: "}", object: "}", arguments: ")", variables: ")", list: "]", type: "]" };
const literals = ["true", "false", "null"];

export class Syntax {
  /** The open brackets, innermost last: {kind, type, fields | inputs, ...}. */
  stack = [];
  /** The selection sets that were met: {type, start, end}; end is null while open. */
  selections = [];
  definition = null;
  previous = null;
  directive = null;

  constructor(schema) {
    this.schema = schema;
  }

  get frame() {
    return this.stack.at(-1) ?? null;
  }

  /** Takes the next token; gives it a role, and "unknown" when the schema has no such name. */
  step(token, next) {
    if (token.kind !== "comment") {
      token.role = token.kind === "punctuation" ? this.punctuation(token) : this.word(token, next);
      this.previous = token;
    } else {
      token.role = "comment";
    }
  }

  punctuation(token) {
    const { text } = token;
    if (text === "{") {
      this.open(token);
    } else if (text === "(") {
      this.openArguments();
    } else if (text === "[") {
      this.push({ kind: this.frame?.kind === "variables" && !this.frame.value ? "type" : "list", ...this.item() });
    } else if ("})]".includes(text)) {
      this.close(token);
    } else if (text === "..." && this.frame?.kind === "selection") {
      Object.assign(this.frame, { inner: this.frame.type, field: null });
    } else if (text === "=" && this.frame?.kind === "variables") {
      this.frame.value = true;
    } else if (text === "$" && this.frame?.kind === "variables") {
      this.frame.value = false;
    }
    return "punctuation";
  }

  open(token) {
    if (this.frame?.kind === "arguments" && this.previous?.text !== ":") {
      // The parenthesis was left open: no argument begins with a brace.
      this.stack.pop();
    }
    const frame = this.frame;
    if (frame && frame.kind !== "selection") {
      const type = this.schema?.type(named(this.expected()));
      this.push({ kind: "object", type: type?.name, inputs: type?.inputFields, used: [] });
      return;
    }
    const type = frame ? frame.inner : this.root();
    this.push({ kind: "selection", type, start: token.start, inner: null });
    this.selections.push({ type, start: token.start, end: null });
    this.frame.entry = this.selections.at(-1);
  }

  openArguments() {
    const of = this.directive ?? this.frame?.field;
    const isHeader = !this.frame && !this.directive;
    this.push(isHeader ? { kind: "variables", value: false } : { kind: "arguments", inputs: of?.args, used: [] });
    this.directive = null;
  }

  /** Closes the innermost bracket of the kind, and those inside that were left open. */
  close(token) {
    const at = this.stack.findLastIndex(({ kind }) => closing[kind] === token.text);
    if (at < 0) {
      return;
    }
    const [closed] = this.stack.splice(at);
    if (closed.entry) {
      closed.entry.end = token.end;
    }
    if (closed.kind === "selection" && at === 0) {
      this.definition = null;
    } else if (closed.kind === "selection") {
      this.frame.field = null;
    }
  }

  push(frame) {
    this.stack.push(frame);
  }

  /** What the value that begins here must be; null when that is not known. */
  expected() {
    const frame = this.frame;
    return frame?.kind === "list" ? frame.item : (frame?.input?.type ?? null);
  }

  item() {
    return { item: itemOf(this.expected()) };
  }

  root() {
    const { kind, on } = this.definition ?? { kind: "query" };
    return kind === "fragment" ? on : this.schema?.roots[kind];
  }

  word(token, next) {
    if (token.kind !== "name") {
      return token.kind;
    }
    const before = this.previous?.text;
    if (before === "@") {
      this.directive = this.schema?.directives.get(token.text) ?? { args: null };
      return "directive";
    }
    if (before === "$") {
      return "variable";
    }
    if (!this.frame) {
      return this.header(token);
    }
    return this[this.frame.kind](token, next);
  }

  header(token) {
    const before = this.previous;
    if (!this.definition) {
      if (operations.includes(token.text) || token.text === "fragment") {
        this.definition = { kind: token.text };
        return "keyword";
      }
      return "error";
    }
    if (before?.text === "on" && before.role === "keyword") {
      this.definition.on = token.text;
      return this.typeRole(token);
    }
    return token.text === "on" && before?.role === "name" ? "keyword" : "name";
  }

  typeRole(token) {
    token.unknown = this.schema && !this.schema.type(token.text);
    return "type";
  }

  selection(token, next) {
    const frame = this.frame;
    const before = this.previous;
    if (before?.text === "...") {
      if (token.text === "on") {
        return "keyword";
      }
      return "name";
    }
    if (before?.role === "keyword") {
      frame.inner = token.text;
      frame.field = null;
      return this.typeRole(token);
    }
    this.directive = null;
    if (next?.text === ":") {
      return "alias";
    }
    frame.field = this.schema?.field(frame.type, token.text) ?? null;
    frame.inner = named(frame.field?.type);
    token.unknown = this.schema?.type(frame.type) && !frame.field;
    return "field";
  }

  variables(token) {
    if (!this.frame.value) {
      return this.typeRole(token);
    }
    return literals.includes(token.text) ? "literal" : "enum";
  }

  type(token) {
    return this.typeRole(token);
  }

  list(token) {
    return this.value(token);
  }

  arguments(token, next) {
    const frame = this.frame;
    if (next?.text !== ":") {
      return this.value(token);
    }
    frame.input = frame.inputs?.find((input) => input.name === token.text) ?? null;
    frame.used.push(token.text);
    token.unknown = frame.inputs && !frame.input;
    return "argument";
  }

  object(token, next) {
    return this.arguments(token, next);
  }

  value(token) {
    const values = this.schema?.type(named(this.expected()))?.enumValues;
    const isLiteral = literals.includes(token.text);
    token.unknown = !isLiteral && values && !values.some((value) => value.name === token.text);
    return isLiteral ? "literal" : "enum";
  }
}

/** Gives all tokens their roles; returns the state at the end. */
export function walk(tokens, schema) {
  const syntax = new Syntax(schema);
  const significant = tokens.filter((token) => token.kind !== "comment");
  let at = 0;
  for (const token of tokens) {
    syntax.step(token, token === significant[at] ? significant[++at] : null);
  }
  return syntax;
}
