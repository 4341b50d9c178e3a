// {sdl, introspection}: both as graphql-js prints them, types sorted. {"query": true}: the introspection query.
import { readFileSync } from "node:fs";
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from "graphql";

const input = JSON.parse(readFileSync(0, "utf8"));
if (input.query) {
  console.log(
    getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  );
} else {
  console.log(
    JSON.stringify({
      sdl: printSchema(buildSchema(input.sdl)),
      sorted: printSchema(lexicographicSortSchema(buildSchema(input.sdl))),
      client: printSchema(lexicographicSortSchema(buildClientSchema(input.introspection))),
    }),
  );
}
