// Relay's runtime and store. The query is compiled first: npm run relay.
import relay from "relay-runtime";
import query from "./__generated__/relayQueryPoolQuery.graphql.js";
import { compare, url } from "./pool.mjs";

const { createOperationDescriptor, Environment, fetchQuery, getRequest, Network, RecordSource, Store } = relay;

async function send(request, variables) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: request.text, variables }),
  });
  return response.json();
}

const environment = new Environment({ network: Network.create(send), store: new Store(new RecordSource()) });

function ask(variables) {
  environment.retain(createOperationDescriptor(getRequest(query), variables));
  return fetchQuery(environment, query, variables).toPromise();
}

function fromStore(variables) {
  const operation = createOperationDescriptor(getRequest(query), variables);
  return environment.lookup(operation.fragment).data;
}

const values = await compare(ask, fromStore);
console.log(JSON.stringify(values));
