// What graphql-js tells about a schema: {sdl} in, the answer to an introspection query out.
import { readFileSync } from "node:fs";
import { buildSchema, introspectionFromSchema } from "graphql";

const { sdl } = JSON.parse(readFileSync(0, "utf8"));
const options = { specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true, oneOf: true };
console.log(JSON.stringify(introspectionFromSchema(buildSchema(sdl), options)));
