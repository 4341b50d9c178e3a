// Validates documents with graphql-js: {sdl, cases: [{query, variables}]} in, one list of messages per case out.
import { readFileSync } from "node:fs";
import { buildSchema, getVariableValues, parse, validate } from "graphql";

const input = JSON.parse(readFileSync(0, "utf8"));
const schema = buildSchema(input.sdl);

function verdict({ query, variables }) {
  let document;
  try {
    document = parse(query);
  } catch (error) {
    return show([error]);
  }
  const errors = validate(schema, document);
  if (errors.length > 0 || variables === undefined || variables === null) {
    return show(errors);
  }
  const operation = document.definitions.find((it) => it.kind === "OperationDefinition");
  return show(getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors ?? []);
}

function show(errors) {
  return errors.map((it) => `${it.message} @ ${(it.locations ?? []).map((at) => `${at.line}:${at.column}`).join(" ")}`);
}

console.log(JSON.stringify(input.cases.map(verdict)));
