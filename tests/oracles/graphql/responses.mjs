// Holds responses to a schema: {sdl, formats, answers: [{query, variables, operationName, data}]} in, problems out.
// graphql-js executes each query over the response's own data: null in a non-null place, a list that is none, a value
// outside its enum or format are its errors; a missing, superfluous or misplaced key is a different result.
import { readFileSync } from "node:fs";
import { buildSchema, executeSync, parse } from "graphql";

const input = JSON.parse(readFileSync(0, "utf8"));
const schema = buildSchema(input.sdl);
for (const [name, format] of Object.entries(input.formats)) {
  const pattern = new RegExp(format.pattern, "u");
  schema.getType(name).serialize = (value) => {
    if (typeof value !== format.type || !pattern.test(String(value))) {
      throw new Error(`${name} has the value ${JSON.stringify(value)}`);
    }
    return value;
  };
}

const problems = [];
for (const { query, variables, operationName, data } of input.answers) {
  const { data: expected, errors } = executeSync({
    schema,
    document: parse(query),
    variableValues: variables,
    operationName,
    rootValue: data,
    fieldResolver: (source, _arguments, _context, info) => source[info.path.key],
    typeResolver: (source) => source.__typename,
  });
  const found = [...(errors ?? []).map((it) => `${it.message} @ ${it.path?.join(".")}`)];
  if (found.length === 0 && JSON.stringify(expected) !== JSON.stringify(data)) {
    found.push(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(data)}`);
  }
  problems.push(...found.map((it) => `${it}\n${query} ${JSON.stringify(variables)}`));
}
console.log(JSON.stringify(problems));
