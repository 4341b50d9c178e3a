// {url, query, useGet} in; the query three times through Apollo Client with its link for persisted queries, out:
// {data: [...], sent: [{method, hasQuery, status}]}, all that went over the wire.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";

const { url, query, useGet } = JSON.parse(readFileSync(0, "utf8"));
const sent = [];

async function record(address, options) {
  const { method } = options;
  const hasQuery = method === "GET" ? new URL(address).searchParams.has("query") : "query" in JSON.parse(options.body);
  const response = await fetch(address, options);
  sent.push({ method, hasQuery, status: response.status });
  return response;
}

const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.from([
    new PersistedQueryLink({
      sha256: (text) => createHash("sha256").update(text).digest("hex"),
      useGETForHashedQueries: useGet,
    }),
    new HttpLink({ uri: url, fetch: record }),
  ]),
});
const data = [];
for (let i = 0; i < 3; i++) {
  data.push((await client.query({ query: gql(query), fetchPolicy: "no-cache" })).data);
}
console.log(JSON.stringify({ data, sent }));
