// What can be written at the caret.

import { tokens as tokensOf } from "./lexer.js";
import { argumentsOf, caret } from "./insertion.js";
import { isRequired, named, show } from "./schema.js";
import { walk } from "./syntax.js";

const inputKinds = ["SCALAR", "ENUM", "INPUT_OBJECT"];

/**
 * @returns {{start: number, end: number, items: {label, insert, detail, description}[]}} what to replace by which
 * texts, best first; no items when there is nothing to suggest.
 */
export function complete(source, at, schema) {
  const all = tokensOf(source);
  const touched = all.find((token) => token.start < at && token.end >= at);
  const start = touched?.kind === "name" ? touched.start : at;
  const end = touched?.kind === "name" ? touched.end : at;
  const nothing = { start, end, items: [] };
  if (!schema || (touched && !["name", "punctuation"].includes(touched.kind))) {
    return nothing;
  }
  const before = all.filter((token) => token.end <= start);
  const after = all.filter((token) => token.start >= end && token.kind !== "comment").slice(0, 2);
  const suggested = suggest(walk(before, schema), schema, { all, after, source, start });
  return { start, end, items: rank(suggested, source.slice(start, at)) };
}

function suggest(state, schema, context) {
  const before = state.previous?.text;
  const frame = state.frame;
  if (before === "@") {
    return [...schema.directives.values()].map((it) => item(it.name, it.name + argumentsOf(it), it, "directive"));
  }
  if (before === "$" && frame && frame.kind !== "variables") {
    return variables(context.all).map((it) => item(it.name, it.name, null, it.type));
  }
  if (state.previous?.role === "keyword" && before === "on") {
    const names = frame
      ? [frame.type, ...schema.possible(frame.type)]
      : schema.list().filter((it) => schema.isComposite(it));
    return names.filter(Boolean).map((name) => item(name, name, schema.type(name), "type"));
  }
  if (!frame) {
    return state.definition ? [] : definitions(schema);
  }
  if (frame.kind === "selection") {
    return before === "..." ? spreads(context.all) : fields(schema, frame, context);
  }
  if (frame.kind === "type" || (frame.kind === "variables" && !frame.value)) {
    const isType = before === ":" || before === "[";
    const types = isType ? [...schema.types.values()].filter((type) => inputKinds.includes(type.kind)) : [];
    return types.map((type) => item(type.name, type.name, type, type.kind.toLowerCase().replace("_", " ")));
  }
  const isName = (frame.kind === "arguments" || frame.kind === "object") && before !== ":";
  return isName ? inputs(frame, context) : values(state, schema, context);
}

function definitions(schema) {
  const kinds = Object.entries(schema.roots).filter(([, type]) => type);
  return [
    ...kinds.map(([kind, type]) => item(kind, `${kind} {\n  ${caret}\n}`, schema.type(type), type)),
    item("fragment", `fragment ${caret} on `, null, "definition"),
  ];
}

function fields(schema, frame, { after, source, start }) {
  const indent = /^[ \t]*/.exec(source.slice(source.lastIndexOf("\n", start - 1) + 1, start))[0];
  const isBare = !["(", "{"].includes(after[0]?.text);
  return schema.fields(frame.type).map((field) => {
    const isComposite = schema.isComposite(named(field.type));
    const args = isBare ? argumentsOf(field) : "";
    const inner = isComposite && isBare ? ` {\n${indent}  ${args ? "" : caret}\n${indent}}` : "";
    return item(field.name, field.name + args + inner, field, show(field.type));
  });
}

function spreads(all) {
  const names = all.filter((token, at) => all[at - 1]?.text === "fragment" && token.kind === "name");
  return [item("on", "on ", null, "condition"), ...names.map((it) => item(it.text, it.text, null, "fragment"))];
}

function inputs(frame, { after }) {
  const colon = after[0]?.text === ":" ? "" : ": ";
  return (frame.inputs ?? [])
    .filter((input) => !frame.used.includes(input.name))
    .toSorted((one, other) => isRequired(other) - isRequired(one))
    .map((input) => item(input.name, input.name + colon, input, show(input.type)));
}

function values(state, schema, { all }) {
  const expected = state.expected();
  const name = named(expected);
  const type = schema.type(name);
  const declared = variables(all).filter((it) => it.type.replace(/[[\]!]/g, "") === name);
  const found = declared.map((it) => item(`$${it.name}`, `$${it.name}`, null, it.type));
  for (const value of type?.enumValues ?? []) {
    found.push(item(value.name, value.name, value, name));
  }
  if (type?.kind === "INPUT_OBJECT") {
    const isList = expected.kind === "LIST" || expected.ofType?.kind === "LIST";
    const text = isList ? `[{ ${caret} }]` : `{ ${caret} }`;
    found.push(item(isList ? "[{ }]" : "{ }", text, type, name));
  }
  if (name === "Boolean") {
    found.push(item("true", "true", null, name), item("false", "false", null, name));
  }
  return found;
}

/** The variables that the document declares. */
export function variables(all) {
  const found = [];
  all.forEach((token, at) => {
    if (token.text === "$" && all[at + 2]?.text === ":") {
      let type = "";
      for (let next = at + 3; all[next] && (/^[[\]!]$/.test(all[next].text) || !/[\w\]!]$/.test(type)); next++) {
        type += all[next].text;
      }
      found.push({ name: all[at + 1].text, type });
    }
  });
  return found;
}

const item = (label, insert, about, detail) => ({
  label,
  insert,
  detail,
  description: about?.description ?? "",
  deprecated: about?.isDeprecated ? about.deprecationReason || "Deprecated." : null,
});

function rank(items, written) {
  const wanted = written.toLowerCase();
  const score = ({ label }) => {
    const at = label.toLowerCase().replace(/^\$/, "").indexOf(wanted);
    return at < 0 ? 3 : Math.min(at, 1) + (label.startsWith("__") ? 1 : 0);
  };
  return items
    .map((it) => ({ ...it, score: score(it) + (it.deprecated ? 0.5 : 0) }))
    .filter((it) => it.score < 3)
    .toSorted((one, other) => one.score - other.score);
}
