import { getOperationAST, getVariableValues, parse, validate } from "graphql";
import { parseExecutable } from "./executable.mjs";

/** What graphql-js says of a request before execution: messages with places, none for a good one; undefined when it breaks. */
export function verdict(schema, { query, variables, operationName }, rules) {
  let document;
  try {
    document = rules ? parse(query) : parseExecutable(query);
  } catch (error) {
    return show([error]);
  }
  let errors;
  try {
    errors = validate(schema, document, rules);
  } catch {
    // The rule about fields of subscriptions asks for the values of variables, which a validator does not have.
    return undefined;
  }
  if (errors.length > 0 || variables === undefined || variables === null) {
    return show(errors);
  }
  const operation = getOperationAST(document, operationName);
  return show(getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors ?? []);
}

function show(errors) {
  return errors.map((it) => `${it.message} @ ${(it.locations ?? []).map((at) => `${at.line}:${at.column}`).join(" ")}`);
}
