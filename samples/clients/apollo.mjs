// Apollo Client with its default cache.
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { compare, document, url } from "./pool.mjs";

const client = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: url }) });
const query = gql(document);

async function ask(variables, fetchPolicy = "cache-first") {
  return (await client.query({ query, variables, fetchPolicy })).data;
}

const values = await compare(ask, (variables) => ask(variables, "cache-only"));
console.log(JSON.stringify(values));
