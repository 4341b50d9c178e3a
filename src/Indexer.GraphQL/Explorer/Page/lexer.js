// The tokens of section 2.1 of the GraphQL specification. Broken text never fails: what is no token is an "error".

const lexemes = [
  ["space", /[\s,\uFEFF]+/y],
  ["comment", /#[^\n\r]*/y],
  ["punctuation", /\.\.\.|[!$&()[\]{}:=@|]/y],
  ["name", /[_A-Za-z][_0-9A-Za-z]*/y],
  ["number", /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y],
  ["block", /"""[^"\\]*(?:(?:\\"""|\\(?!""")|"(?!""))[^"\\]*)*"""/y],
  ["string", /"(?!"")[^"\\\n\r]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]+\})[^"\\\n\r]*)*"/y],
  ["error", /"""[^]*|"(?:[^"\n\r])*"?|-?[\w.]+|[^]/y],
];

/** @returns {{kind: string, start: number, end: number, text: string}[]} without white space and commas. */
export function tokens(source) {
  const found = [];
  for (let at = 0; at < source.length; ) {
    for (const [kind, pattern] of lexemes) {
      pattern.lastIndex = at;
      const text = pattern.exec(source)?.[0];
      if (text) {
        if (kind !== "space") {
          found.push({ kind, start: at, end: at + text.length, text });
        }
        at += text.length;
        break;
      }
    }
  }
  return found;
}

/** Line and column, both from 1 as in GraphQL errors, of an offset. */
export function place(source, offset) {
  const before = source.slice(0, offset).split(/\r\n|[\n\r]/);
  return { line: before.length, column: before.at(-1).length + 1 };
}

/** The offset of a line and column. */
export function offset(source, { line, column }) {
  const breaks = /\r\n|[\n\r]/g;
  for (let at = 1; at < line && breaks.exec(source); at++);
  return Math.min(source.length, (line > 1 ? breaks.lastIndex : 0) + column - 1);
}
