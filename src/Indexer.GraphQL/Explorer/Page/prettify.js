// Lays out an executable document. Comments stay, and so does every token: only white space and commas change.

import { place, tokens as tokensOf } from "./lexer.js";

const width = 80;
const closing = { "{": "}", "(": ")", "[": "]" };

/** @throws {SyntaxError} when brackets do not match or something is no token. */
export function prettify(source) {
  return new Layout(source).document();
}

class Layout {
  constructor(source) {
    this.source = source;
    this.tokens = tokensOf(source);
    this.at = 0;
  }

  get next() {
    return this.tokens[this.at];
  }

  document() {
    const parts = [];
    while (this.next) {
      parts.push(this.next.kind === "comment" ? `${this.take().text}\n` : `${this.definition()}\n\n`);
    }
    return `${parts.join("").trimEnd()}\n`;
  }

  definition() {
    let text = "";
    while (this.next && this.next.text !== "{") {
      const { text: piece } = this.next;
      text = piece === "(" ? text + this.group("", text.length) : join(text, this.take().text);
    }
    return this.next ? join(text, this.selections("")) : text;
  }

  selections(indent) {
    const inner = `${indent}  `;
    this.take();
    const lines = [];
    while (this.next?.text !== "}") {
      this.expectMore("}");
      lines.push(inner + this.selection(inner));
    }
    this.take();
    return `{\n${lines.join("\n")}\n${indent}}`;
  }

  /** A field with alias, arguments, directives and selections; a spread; or a comment. */
  selection(indent) {
    if (this.next.kind === "comment") {
      return this.take().text;
    }
    let text = this.take().text;
    if (text === "...") {
      text = this.spread(text);
    }
    for (;;) {
      const piece = this.next?.text;
      if (piece === ":") {
        text += `${this.take().text} ${this.take("name").text}`;
      } else if (piece === "(") {
        text += this.group(indent, indent.length + text.length);
      } else if (piece === "@") {
        text += ` ${this.take().text}${this.take("name").text}`;
      } else if (piece === "{") {
        return `${text} ${this.selections(indent)}`;
      } else {
        return text;
      }
    }
  }

  spread(text) {
    if (this.next?.kind !== "name") {
      return text;
    }
    const name = this.take().text;
    return name === "on" ? `${text} on ${this.take("name").text}` : text + name;
  }

  /** Arguments, a list or an input object: on one line where it fits. */
  group(indent, column) {
    const start = this.at;
    const flat = this.items(indent, false);
    if (flat !== null && column + flat.length <= width) {
      return flat;
    }
    this.at = start;
    return this.items(indent, true);
  }

  /** @returns null when it cannot be on one line. */
  items(indent, isBroken) {
    const open = this.take().text;
    const close = closing[open];
    const inner = `${indent}  `;
    const items = [];
    while (this.next?.text !== close) {
      this.expectMore(close);
      if (this.next.kind === "comment" && !isBroken) {
        return null;
      }
      items.push(this.next.kind === "comment" ? this.take().text : this.item(inner, close));
    }
    this.take();
    if (isBroken && items.length > 0) {
      return `${open}\n${items.map((item) => inner + item).join("\n")}\n${indent}${close}`;
    }
    const text = items.join(", ");
    return text.includes("\n") ? null : open + (open === "{" && text ? ` ${text} ` : text) + close;
  }

  /** One argument, variable definition, list item or object field. */
  item(indent, close) {
    let text = "";
    for (;;) {
      const piece = this.next;
      if (!piece || piece.kind === "comment" || (piece.text === close && text)) {
        return text;
      }
      if (text && !continues(this.tokens[this.at - 1], piece)) {
        return text;
      }
      const isGroup = piece.text in closing;
      const line = text.slice(text.lastIndexOf("\n") + 1);
      text = isGroup ? join(text, this.group(indent, indent.length + line.length + 1)) : join(text, this.take().text);
    }
  }

  take(kind) {
    const token = this.next;
    if (!token) {
      throw this.error("The document ends here, but something is open.", this.source.length);
    }
    if (token.kind === "error" || (kind && token.kind !== kind)) {
      throw this.error(`"${token.text}" cannot stand here.`, token.start);
    }
    this.at++;
    return token;
  }

  expectMore(close) {
    if (!this.next || (Object.values(closing).includes(this.next.text) && this.next.text !== close)) {
      throw this.error(`A "${close}" is missing here.`, this.next?.start ?? this.source.length);
    }
  }

  error(message, offset) {
    const { line, column } = place(this.source, offset);
    return Object.assign(new SyntaxError(message), { locations: [{ line, column }] });
  }
}

/** Whether a token belongs to the same item as the one before. */
function continues(before, token) {
  return (
    [":", "=", "$", "@"].includes(before.text) ||
    [":", "=", "!", "@"].includes(token.text) ||
    (token.text === "(" && before.kind === "name")
  );
}

/** Two pieces with the space between them that the language's own printer writes. */
function join(text, piece) {
  const isTight = text === "" || /[$@[(.]$/.test(text) || /^[:!)\],(]/.test(piece);
  return isTight ? text + piece : `${text} ${piece}`;
}
