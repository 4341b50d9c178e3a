// What is written into a document for a field: its required arguments, and something of what it gives.

import { isRequired, named } from "./schema.js";

const leaves = 5;
const levels = 3;

/** Where the caret goes in the text of an insertion. */
export const caret = "\u0000";

export function argumentsOf(field) {
  const required = field.args.filter(isRequired);
  return required.length ? `(${required.map((arg) => `${arg.name}: ${caret}`).join(", ")})` : "";
}

/** A field with its required arguments and, if it gives objects, some fields of them. */
export function fieldText(schema, field, indent, level = 0) {
  const name = named(field.type);
  const own = field.name + argumentsOf(field);
  if (!schema.isComposite(name)) {
    return own;
  }
  const inner = `${indent}  `;
  const fields = selection(schema, name, level);
  const texts = fields.map((each) => inner + fieldText(schema, each, inner, level + 1));
  return `${own} {\n${texts.join("\n") || `${inner}__typename`}\n${indent}}`;
}

function selection(schema, name, level) {
  const free = (schema.type(name).fields ?? []).filter((field) => !field.isDeprecated && !field.args.some(isRequired));
  const plain = free.filter((field) => !schema.isComposite(named(field.type)));
  const nodes = free.find((field) => field.name === "nodes");
  if (level < levels && (nodes || plain.length === 0)) {
    const inner = nodes ?? free[0];
    return inner ? [inner] : [];
  }
  return plain.slice(0, leaves);
}
