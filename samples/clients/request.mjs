// graphql-request, which has no cache.
import { GraphQLClient } from "graphql-request";
import { compare, document, url } from "./pool.mjs";

const client = new GraphQLClient(url);
const values = await compare((variables) => client.request(document, variables));
console.log(JSON.stringify(values));
