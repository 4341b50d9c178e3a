// Compares the page's own lexer, layout and JSON lines with graphql-js and JSON: {directory, documents} in, failures out.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Lexer, parse, print, Source } from "graphql";

const { directory, documents } = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(pathToFileURL(`${directory}/${name}`));
const { tokens } = await load("lexer.js");
const { prettify } = await load("prettify.js");
const { jsonLines, layOut } = await load("jsonLines.js");
const { walk } = await load("syntax.js");

const corpus = [
  ...documents,
  "{a}",
  '{ a(b: 1, c: [1 2, -3.5e+7], d: {e: {f: $g}}) @h(i: "j") { ...K ... on L @m { n } ... @include(if: true) { o } ...{p} } }',
  'query Q($a: [Int!]! = [1,2] @d, $b: In = {c: "}", e: EN, f: null}) @x { b: a }',
  '{ a(b: """block \\""" "quoted"\n   text\n  """, c: "", d: """""") }',
  "# first\nquery A { # after\n  a # field\n  # before end\n} # end\n# last",
  "query A { a(# in\n b: 1 # why\n c: {d: 1 # inner\n}) }",
  "fragment F on T { a } subscription S { a { b } } mutation M { a(b: [[1],[2]]) }",
  '{ a(long: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", other: {x: "bbbbbbbbbbbbbbbbbbbbbbbbbbbbb", y: ["ccccccccccccc", "ddddddddddddddd"]}, z: []) }',
  '\uFEFF{ a(b: "\\u00e4\\u{1F600}\\n", c: "äöü 😀") }',
  "{ on query: fragment(true: null) { true } }",
];
const failures = [];
let count = 0;

function reference(source) {
  const lexer = new Lexer(new Source(source));
  const found = [];
  for (let token = lexer.lookahead(); token.kind !== "<EOF>"; token = token.next ?? end(lexer, token)) {
    found.push([token.start, token.end]);
    lexer.token = token;
  }
  return found;
}

function end(lexer) {
  return lexer.lookahead();
}

function check(condition, what, source) {
  if (!condition) {
    failures.push(`${what}: ${JSON.stringify(source)}`);
  }
}

const comments = (source) =>
  tokens(source)
    .filter(({ kind }) => kind === "comment")
    .map(({ text }) => text.trimEnd());
const meaning = (source) => print(parse(source));

function valid(source) {
  count++;
  const places = tokens(source)
    .filter(({ kind }) => kind !== "comment")
    .map(({ start, end: to }) => [start, to]);
  check(
    JSON.stringify(places) === JSON.stringify(reference(source).filter(([at]) => source[at] !== "#")),
    "tokens",
    source,
  );
  const pretty = prettify(source);
  check(meaning(pretty) === meaning(source), "meaning", source);
  check(prettify(pretty) === pretty, "not stable", source);
  check(JSON.stringify(comments(pretty)) === JSON.stringify(comments(source)), "comments", source);
  check(
    pretty.split("\n").every((line) => line === line.trimEnd() || source.includes('"""')),
    "trailing space",
    source,
  );
}

function broken(source) {
  count++;
  const all = tokens(source);
  let at = 0;
  for (const { start, end: to, text } of all) {
    check(/^[\s,\uFEFF]*$/.test(source.slice(at, start)) && source.slice(start, to) === text, "gap", source);
    at = to;
  }
  check(/^[\s,\uFEFF]*$/.test(source.slice(at)), "end", source);
  walk(all, null);
  let expected = null;
  try {
    expected = meaning(source);
  } catch {
    // Not a document: the layout may refuse it, with a place, or lay out what it can.
  }
  try {
    const pretty = prettify(source);
    check(expected === null || meaning(pretty) === expected, "meaning", source);
  } catch (error) {
    check(expected === null && error.locations?.length === 1, `refused (${error.message})`, source);
  }
}

// A fixed sequence (mulberry32), so that a failure comes back.
let state = 20251122;
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}

corpus.forEach(valid);
const noise = [
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  '"',
  '"""',
  "#",
  "\n",
  "$",
  "@",
  "...",
  ":",
  "!",
  "=",
  "a",
  "1",
  "\\",
  "\u0000",
  "😀",
];
for (let round = 0; round < 3000; round++) {
  let source = corpus[random(corpus.length)];
  for (let change = random(4); change >= 0; change--) {
    const at = random(source.length + 1);
    source = source.slice(0, at) + (random(2) ? noise[random(noise.length)] : "") + source.slice(at + random(4));
  }
  broken(source);
}

function value(depth) {
  const kind = random(depth > 3 ? 4 : 6);
  const many = (make) => Array.from({ length: random(4) }, make);
  if (kind < 4) {
    return [random(1000) - 500, `a"\\ä\n${random(9)},:{`, random(2) === 0, null][kind];
  }
  return kind === 4
    ? many(() => value(depth + 1))
    : Object.fromEntries(many(() => [`k${random(99)}"`, value(depth + 1)]));
}
for (let round = 0; round < 300; round++) {
  const json = value(0);
  const compact = JSON.stringify(json);
  const lines = jsonLines(compact);
  check(layOut(compact, lines) === JSON.stringify(json, null, 2), "json", compact);
  const sizes = lines.filter(({ end: to }) => to >= 0).map(({ items }) => items);
  check(
    sizes.every((items) => items > 0),
    "items",
    compact,
  );
}

console.log(JSON.stringify({ documents: count, failures: failures.slice(0, 20) }));
