// graphql-request: no cache; several documents in one request.
import assert from "node:assert/strict";
import { GraphQLClient } from "graphql-request";
import { compare, document, example, url } from "./pool.mjs";

const client = new GraphQLClient(url);
const values = await compare((variables) => client.request(document, variables));

const { now, then } = await example();
const [first, second] = await client.batchRequests([
  { document, variables: now },
  { document, variables: then },
]);
assert.deepEqual([first.data.pool.totalValue, second.data.pool.totalValue], [values.now, values.then]);
console.log(JSON.stringify(values));
