// The tokens of JSON (RFC 8259), as written: numbers keep all their digits. Broken text gives tokens of kind "error".

const lexemes = [
  /([{}[\]:,])/,
  /("[^"\\\n]*(?:\\.[^"\\\n]*)*")/,
  /(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/,
  /(true|false|null)/,
  /("[^\n]*|[^\s{}[\]:,"]+)/,
];
const token = new RegExp(`\\s*(?:${lexemes.map(({ source }) => source).join("|")})`, "y");
const kinds = [null, "punctuation", "string", "number", "literal", "error"];

/** Calls back with kind, text and end of each token. */
export function eachToken(source, callback) {
  token.lastIndex = 0;
  for (let found = token.exec(source); found; found = token.exec(source)) {
    let group = 1;
    while (found[group] === undefined) {
      group++;
    }
    callback(kinds[group], found[group], token.lastIndex);
  }
}

/** The tokens with their roles for colouring. */
export function tokens(source) {
  const found = [];
  eachToken(source, (kind, text, end) => {
    if (text === ":" && found.at(-1)?.kind === "string") {
      found.at(-1).role = "key";
    }
    found.push({ kind, start: end - text.length, end, text, role: kind });
  });
  return found;
}
