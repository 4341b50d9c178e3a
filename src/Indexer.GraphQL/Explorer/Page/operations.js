// The operations of a document.

/** @returns {{kind: string, name: string | null, start: number, end: number}[]} of tokens that have roles. */
export function operations(tokens) {
  const found = [];
  let depth = 0;
  let current = null;
  for (const token of tokens) {
    if (depth === 0 && token.role === "keyword" && ["query", "mutation", "subscription"].includes(token.text)) {
      current = { kind: token.text, name: null, start: token.start };
    } else if (depth === 0 && token.role === "name" && current && current.name === null) {
      current.name = token.text;
    } else if (depth === 0 && token.role === "keyword" && token.text === "fragment") {
      current = { kind: "fragment", name: null, start: token.start };
    }
    if (token.role === "punctuation" && "{([".includes(token.text)) {
      current ??= { kind: "query", name: null, start: token.start };
      depth++;
    } else if (token.role === "punctuation" && "})]".includes(token.text)) {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && token.text === "}" && current) {
        found.push({ ...current, end: token.end });
        current = null;
      }
    }
  }
  return found.filter(({ kind }) => kind !== "fragment");
}

/** The operation at an offset; otherwise the first. */
export const operationAt = (all, offset) =>
  all.find(({ start, end }) => start <= offset && offset <= end) ?? all[0] ?? null;
