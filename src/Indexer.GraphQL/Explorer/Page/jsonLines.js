// JSON as lines, laid out with an indentation of two; every value is written as the server wrote it.

import { eachToken, tokens } from "./jsonLexer.js";

/**
 * The lines of a JSON text. Each is a range of the text, so that a long one costs little until it is shown.
 * @returns {{depth: number, from: number, to: number, end: number, items: number}[]} end: for a line that opens an
 * object or a list, the line that closes it, else -1; items: how many it holds.
 */
export function jsonLines(source) {
  const lines = [];
  const open = [];
  let line = null;
  let justOpened = false;
  const write = (from, to) => {
    line ??= { depth: open.length, from, to, end: -1, items: 0 };
    line.to = to;
  };
  const finish = () => {
    if (line) {
      lines.push(line);
      line = null;
    }
  };
  const close = (from, to) => {
    const begun = open.pop();
    if (justOpened) {
      line = lines.pop();
    } else {
      finish();
    }
    write(from, to);
    if (begun && !justOpened) {
      begun.end = lines.length;
      begun.items++;
    }
  };
  eachToken(source, (kind, text, to) => {
    const from = to - text.length;
    const opens = text === "{" || text === "[";
    if (text === "}" || text === "]") {
      close(from, to);
    } else {
      write(from, to);
    }
    if (opens) {
      open.push(line);
      finish();
    } else if (text === ",") {
      finish();
      if (open.length > 0) {
        open.at(-1).items++;
      }
    }
    justOpened = opens;
  });
  finish();
  return lines;
}

/** The tokens of a line with their roles and the space that belongs after them. */
export function lineTokens(source, { from, to }) {
  const found = tokens(source.slice(from, to));
  return found.map(({ role, text }) => ({ role, text: text === ":" ? ": " : text }));
}

/** The whole text, laid out. */
export const layOut = (source, lines) => lines.map((line) => "  ".repeat(line.depth) + textOf(source, line)).join("\n");

const textOf = (source, line) =>
  lineTokens(source, line)
    .map(({ text }) => text)
    .join("");
