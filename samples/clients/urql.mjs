// urql with its default options: the document cache, and the normalised one in its place.
import { cacheExchange, Client, fetchExchange, gql } from "@urql/core";
import { cacheExchange as graphcache } from "@urql/exchange-graphcache";
import { compare, document, url } from "./pool.mjs";

const query = gql(document);

async function run(exchange) {
  const client = new Client({ url, exchanges: [exchange, fetchExchange] });
  async function ask(variables, requestPolicy = "cache-first") {
    const { data, error } = await client.query(query, variables, { requestPolicy }).toPromise();
    if (error) {
      throw error;
    }
    return data;
  }
  return compare(ask, (variables) => ask(variables, "cache-only"));
}

const values = await run(cacheExchange);
// Connections and other parts of an object have no id of their own; they are kept with the object.
const embedded = () => null;
const keys = { PositionConnection: embedded };
await run(graphcache({ keys }));
console.log(JSON.stringify(values));
