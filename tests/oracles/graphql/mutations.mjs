import { Kind, parse, parseType, parseValue, print, visit } from "graphql";

/** Makes a valid document wrong, as people and machines do; now and then it stays valid. */
export class Mutations {
  constructor(schema, random) {
    this.random = random;
    this.types = Object.keys(schema.getTypeMap());
  }

  apply(query) {
    const document = parse(query, { noLocation: true });
    const rounds = this.random.between(1, 3);
    for (let round = 0; round < rounds; round++) {
      this.edit(document);
    }
    return this.random.chance(0.2) ? this.tokens(print(document)) : print(document);
  }

  edit(document) {
    this.document = document;
    const nodes = new Map();
    visit(document, { enter: (node) => void nodes.set(node.kind, [...(nodes.get(node.kind) ?? []), node]) });
    const kinds = [...nodes.keys()].filter((kind) => kind in edits);
    const kind = this.random.pick(kinds);
    this.random.pick(edits[kind])(this.random.pick(nodes.get(kind)), this);
  }

  /** Deletes, doubles or swaps words of the text. */
  tokens(text) {
    const words = text.split(/(?<=\s)|\b/);
    const at = this.random.between(0, words.length - 1);
    const other = this.random.between(0, words.length - 1);
    const [word, second] = [words[at], words[other]];
    words[at] = this.random.pick(["", word + word, second]);
    return words.join("");
  }

  misspell(name) {
    const at = this.random.between(0, name.length - 1);
    return this.random.pick([
      name.slice(0, at) + name.slice(at + 1) || "x",
      `${name.slice(0, at)}x${name.slice(at)}`.replace(/^(\d)/, "x$1"),
      name.toUpperCase(),
      "nope",
    ]).replace(/^(?=\d)/, "x");
  }

  typeName() {
    return this.random.chance(0.2) ? "Nope" : this.random.pick(this.types);
  }

  value() {
    return parseValue(this.random.pick(values));
  }

  type() {
    return parseType(this.random.pick(["%", "[%]", "%!", "[%!]!"]).replace("%", this.typeName()));
  }

  otherName(kind) {
    const names = [];
    visit(this.document, { [kind]: (node) => void names.push(node.name.value) });
    return names.length > 0 ? this.random.pick(names) : "nope";
  }

  definition() {
    return parse(this.random.pick(definitions)).definitions[0];
  }
}

const values = [
  "1", "-1", "99999999999", "1.5", '"text"', '"""block"""', "true", "null", "SOME", "ASC", "[]", "[1, null]", "{}",
  "{ eq: 1 }", "{ and: [{ or: [] }], nope: 1 }", "$nope", "[$nope]", "[[1]]",
];

const definitions = [
  "{ __typename }", "query Q0 { __typename }", "fragment F0 on Query { __typename }", "fragment Unused on Node { id }",
  "mutation M { a }", "subscription { a b }", "type T { a: Int }", "extend type Query { a: Int }", "scalar S",
  "directive @d on FIELD", "schema { query: Query }", "input I { a: Int }", "enum E { A }",
];

const repeat = (list, { random }) => list?.length > 0 && list.push(structuredClone(random.pick(list)));
const remove = (list, { random }) => list?.length > 0 && list.splice(random.between(0, list.length - 1), 1);
const rename = (node, it) => (node.name.value = it.misspell(node.name.value));
const name = (value) => ({ kind: Kind.NAME, value });
const directive = (node, it) =>
  node.directives.push(parse(`{ a ${it.random.pick(["@nope", "@include", "@skip(if: 1)", "@deprecated", "@include(if: true) @include(if: false)"])} }`)
    .definitions[0].selectionSet.selections[0].directives[0]);

const edits = {
  Document: [(node, it) => node.definitions.push(it.definition()), (node, it) => node.definitions.length > 1 && remove(node.definitions, it), (node, it) => repeat(node.definitions, it)],
  OperationDefinition: [
    (node) => (node.name = undefined),
    (node, it) => (node.operation = it.random.pick(["mutation", "subscription"])),
    (node, it) => remove(node.variableDefinitions, it),
    (node, it) => repeat(node.variableDefinitions, it),
    directive,
  ],
  VariableDefinition: [
    (node, it) => (node.type = it.type()),
    (node, it) => (node.defaultValue = it.random.chance(0.9) ? parseValue(it.random.pick(values.filter((text) => !text.includes("$")))) : undefined),
    (node) => (node.type = node.type.kind === Kind.NON_NULL_TYPE ? node.type.type : { kind: Kind.NON_NULL_TYPE, type: node.type }),
    (node) => (node.type = { kind: Kind.LIST_TYPE, type: node.type }),
    (node, it) => (node.variable.name.value = it.misspell(node.variable.name.value)),
    directive,
  ],
  Variable: [(node, it) => rename(node, it), (node, it) => (node.name.value = it.otherName(Kind.VARIABLE))],
  Field: [
    rename,
    (node, it) => (node.name.value = it.otherName(Kind.FIELD)),
    (node, it) => (node.alias = name(it.otherName(Kind.FIELD))),
    (node) => (node.alias = name("same")),
    (node, it) => repeat(node.arguments, it),
    (node, it) => remove(node.arguments, it),
    (node, it) => node.arguments.push({ kind: Kind.ARGUMENT, name: name(it.misspell("first")), value: it.value() }),
    (node) => (node.selectionSet = node.selectionSet ? undefined : parse("{ a __typename }").definitions[0].selectionSet),
    directive,
  ],
  Argument: [rename, (node, it) => (node.value = it.value()), (node, it) => (node.value = { kind: Kind.LIST, values: [node.value, it.value()] })],
  ObjectValue: [(node, it) => repeat(node.fields, it), (node, it) => remove(node.fields, it)],
  ObjectField: [rename, (node, it) => (node.value = it.value()), (node, it) => (node.value = { kind: Kind.OBJECT, fields: [structuredClone(node)] })],
  ListValue: [(node, it) => node.values.push(it.value()), (node) => node.values.push({ kind: Kind.LIST, values: [...node.values] })],
  Directive: [rename, (node, it) => remove(node.arguments, it), (node, it) => repeat(node.arguments, it)],
  SelectionSet: [
    (node, it) => repeat(node.selections, it),
    (node, it) => node.selections.push({ kind: Kind.FRAGMENT_SPREAD, name: name(it.otherName(Kind.FRAGMENT_DEFINITION)), directives: [] }),
    (node, it) => node.selections.push({ ...parse(`{ ... on ${it.typeName()} { id same: __typename } }`).definitions[0].selectionSet.selections[0] }),
  ],
  FragmentSpread: [rename, directive, (node, it) => (node.name.value = it.otherName(Kind.FRAGMENT_DEFINITION))],
  InlineFragment: [(node, it) => (node.typeCondition = { kind: Kind.NAMED_TYPE, name: name(it.typeName()) }), directive],
  FragmentDefinition: [
    rename,
    (node, it) => (node.typeCondition.name.value = it.typeName()),
    (node, it) => (node.typeCondition.name.value = it.misspell(node.typeCondition.name.value)),
    directive,
  ],
};
