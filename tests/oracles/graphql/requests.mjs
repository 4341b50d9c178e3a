// Makes requests over a schema and judges them: {sdl, seed, valid, mutated, scalars, arguments, meta} in,
// [{query, variables, operationName, errors}] out; the first `valid` ones have no errors. `arguments` holds the values
// of arguments by name, null to leave one out; `meta` is how often introspection is among the root fields.
import { readFileSync } from "node:fs";
import { buildSchema, Kind, parse, stripIgnoredCharacters, visit } from "graphql";
import { Generator } from "./generator.mjs";
import { Mutations } from "./mutations.mjs";
import { Random } from "./random.mjs";
import { verdict } from "./verdict.mjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const schema = buildSchema(input.sdl);
const random = new Random(input.seed);
const values = input.arguments ?? {};
const argument = (parent, field, { name }) => (name in values ? values[name] && random.pick(values[name]) : undefined);
const generator = new Generator(schema, random, { scalars: input.scalars, meta: input.meta ?? 0.05, argument });
const mutations = new Mutations(schema, random);
const requests = [];

while (requests.length < input.valid) {
  const request = generator.document();
  const errors = verdict(schema, request);
  if (errors?.length === 0) {
    requests.push({ ...request, errors });
  }
}
const good = [...requests];
while (requests.length < input.valid + input.mutated) {
  const request = random.pick(good);
  if (random.chance(0.15)) {
    const variables = spoil(request.variables);
    requests.push({ ...request, variables, errors: verdict(schema, { ...request, variables }) });
    continue;
  }
  const query = mutations.apply(random.chance(0.1) ? stripIgnoredCharacters(request.query) : request.query);
  const errors = verdict(schema, { query });
  if (errors && !describesVariable(query, errors)) {
    requests.push({ query, errors });
  }
}
console.log(JSON.stringify(requests));

/** Whether a variable has a description, which graphql-js 16 takes for a value of the variable's type. */
function describesVariable(query, errors) {
  let found = false;
  if (!errors.some((it) => it.startsWith("Syntax Error") || it.includes("definition is not executable"))) {
    visit(parse(query), { [Kind.VARIABLE_DEFINITION]: (node) => void (found ||= Boolean(node.description)) });
  }
  return found;
}

/** Puts a wrong value somewhere into variables. */
function spoil(value) {
  if (value !== null && typeof value === "object" && Object.keys(value).length > 0 && random.chance(0.8)) {
    const key = random.pick(Object.keys(value));
    const copy = Array.isArray(value) ? [...value] : { ...value };
    copy[key] = spoil(value[key]);
    return copy;
  }
  const wrong = [null, 1, -1.5, 3000000000, "", "text", true, [], [null], {}, { eq: 1 }, { nope: [1, { a: { b: {} } }] }];
  return value !== null && typeof value === "object" && !Array.isArray(value) && random.chance(0.5)
    ? { ...value, nope: 1 }
    : random.pick(wrong);
}
