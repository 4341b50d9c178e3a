// Validates documents: {sdl, cases: [{query, variables, rule}]} in, a list of messages per case out. A case that names
// a rule is judged by that rule alone.
import { readFileSync } from "node:fs";
import * as graphql from "graphql";
import { verdict } from "./verdict.mjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const schema = graphql.buildSchema(input.sdl);
const rules = graphql.specifiedRules.map((rule) => rule.name.replace(/Rule$/, ""));
const answers = input.cases.map((it) => verdict(schema, it, it.rule ? [graphql[`${it.rule}Rule`]] : undefined));
console.log(JSON.stringify({ rules, answers }));
