// Makes introspection queries over a schema and answers them: {sdl, seed, count, types} in,
// [{query, variables, operationName, response}] out. `types` are names in the order the answers list them in, which
// the specification leaves open.
import { readFileSync } from "node:fs";
import { buildSchema, executeSync, parse } from "graphql";
import { Generator } from "./generator.mjs";
import { Random } from "./random.mjs";
import { verdict } from "./verdict.mjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const schema = buildSchema(input.sdl);
const all = schema.getTypeMap();
schema.getTypeMap = () => Object.fromEntries(input.types.map((name) => [name, all[name]]));
const possible = schema.getPossibleTypes.bind(schema);
schema.getPossibleTypes = (type) => [...possible(type)].sort((a, b) => input.types.indexOf(a.name) - input.types.indexOf(b.name));

const names = { scalars: { String: [...input.types, "Nope", "__Type"] } };
const generator = new Generator(schema, new Random(input.seed), { ...names, roots: [], meta: 1 });
const queries = [];
while (queries.length < input.count) {
  const { query, variables, operationName } = generator.document();
  if (verdict(schema, { query, variables, operationName }).length === 0) {
    const response = executeSync({ schema, document: parse(query), variableValues: variables, operationName });
    queries.push({ query, variables, operationName, response });
  }
}
console.log(JSON.stringify(queries));
