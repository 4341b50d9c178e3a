// Makes texts at random, from bytes to nearly right documents: {seed, count} in, [{text, errors, strings}] out. `text`
// is base64 of UTF-16, because JSON cannot carry lone surrogates everywhere; `strings` are the values of the string
// literals in the arguments of the root fields of a good document.
import { readFileSync } from "node:fs";
import { Kind } from "graphql";
import { parseExecutable } from "./executable.mjs";
import { Random } from "./random.mjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const random = new Random(input.seed);

const words = [
  "query", "mutation", "subscription", "fragment", "on", "true", "false", "null", "type", "interface", "union", "enum",
  "input", "scalar", "schema", "directive", "extend", "implements", "repeatable", "FIELD", "OBJECT", "a", "b1", "_",
];
const marks = ["{", "}", "(", ")", "[", "]", ":", "!", "$", "&", "=", "@", "|", "...", "$x", "@d"];
const literals = ["0", "-1", "1.5", "1e3", '"s"', '""', '"""b"""', '"\\u{1F422}"', "01", "1.", "-", '"', ".", ".."];
const blanks = [" ", "\n", "\r\n", "\r", "\t", ",", "\uFEFF", "#c\n", ""];
const odd = ["\0", "\u0007", "\u007f", "é", "\u2028", "\ud83d\udc22", "\ud83d", "\udc22", "\ufffe", "'", "?", "`", "%"];
const escapes = ["\\n", "\\u0041", "\\u{41}", "\\u{110000}", "\\u{}", "\\u{D800}", "\\uD83D", "\\uDC22", "\\u00", "\\q", "\\\\", '\\"', "\\u{00000041}", "\\u{000000041}"];
const good = [
  'query Q($a: [Int!]! = [1] @d, "text" $b: I) @d { a: f(x: {y: [1, $a]}) @d { ...F ... on T @d { g } ... { h } } }',
  "fragment F on T @d { a } subscription S { a } mutation { b(s: \"x\") }",
  'schema @d { query: Q mutation: M } extend schema { subscription: S } "d" scalar X @d extend scalar X @e',
  '"""d""" type A implements & B & C @d { "f" a("x" b: Int = 1 @d): [A!]! @d } interface B implements C { a: A }',
  "union U @d = | A | B extend union U = C enum E @d { A @d \"b\" B } input I @d { a: Int! = 1 @d b: [I] }",
  "directive @d(a: Int = 1 @e) repeatable on | FIELD | OBJECT extend type A { b: B } extend input I { c: C } extend enum E { D }",
];

const makers = [
  () => Array.from({ length: random.between(0, 30) }, () => String.fromCharCode(random.between(0, 0xffff))).join(""),
  () => Array.from({ length: random.between(0, 40) }, () => String.fromCharCode(random.between(9, 126))).join(""),
  () => Array.from({ length: random.between(1, 15) }, () => random.pick(random.pick([words, marks, marks, literals, blanks]))).join(random.pick([" ", "", "\r\n"])),
  () => `{ a(b: ${Array.from({ length: random.between(1, 6) }, () => random.pick([..."0123456789.-+eE_xa"])).join("")}) }`,
  () => `{ a(b: "${Array.from({ length: random.between(0, 6) }, () => random.pick(random.pick([escapes, odd, words, ["\n", '"', "{", "}"]]))).join("")}") }`,
  () => `{ a(b: """${Array.from({ length: random.between(0, 9) }, () => random.pick(random.pick([["\n", "\n", "\r\n", "\r", " ", "  ", "\t"], odd, words, ['"', '""', '\\"""', "\\"]]))).join("")}""") }`,
  () => spoil(random.pick(good)),
];

function spoil(text) {
  const parts = text.match(/\w+|"""|\.\.\.|\s+|./g);
  for (let edit = random.between(0, 2); edit > 0; edit--) {
    const at = random.between(0, parts.length - 1);
    parts[at] = random.pick(["", parts[at] + parts[at], random.pick(parts), random.pick(random.pick([words, marks, literals, odd]))]);
  }
  return parts.join("");
}

function judge(text) {
  try {
    const fields = parseExecutable(text).definitions.flatMap((it) => (it.kind === Kind.OPERATION_DEFINITION ? it.selectionSet.selections : []));
    const values = fields.flatMap((it) => (it.kind === Kind.FIELD ? it.arguments : [])).map((it) => it.value);
    return { errors: [], strings: values.filter((it) => it.kind === Kind.STRING).map((it) => it.value) };
  } catch (error) {
    return { errors: [`${error.message.toWellFormed()} @ ${error.locations[0].line}:${error.locations[0].column}`], strings: [] };
  }
}

const texts = Array.from({ length: input.count }, () => random.pick(makers)());
console.log(JSON.stringify(texts.map((text) => ({ text: Buffer.from(text, "utf16le").toString("base64"), ...judge(text) }))));
