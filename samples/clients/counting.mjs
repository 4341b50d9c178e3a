// A counter as anybody would write it: each message of a subscription is one event more. Events of the amount BEGIN are
// not counted: they only show that the subscriptions have begun, which is printed as "subscribed". The event of the
// amount END is the last; then it prints what each client has counted.
import assert from "node:assert/strict";
import { ApolloClient, gql, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { Client, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { url } from "./pool.mjs";

const [begin, end] = process.argv.slice(3);
assert.ok(end, "usage: node counting.mjs http://127.0.0.1:5080/graphql BEGIN END");
const text = `subscription { stakeEventAdded { op stakeEvent { id amount } } }`;

function socket() {
  return createClient({ url: url.replace(/^http/, "ws"), webSocketImpl: WebSocket });
}

function follow(subscribe) {
  let begun;
  const started = new Promise((resolve) => (begun = resolve));
  const counted = new Promise((resolve, reject) => {
    let events = 0;
    subscribe((data) => {
      const { amount } = data.stakeEventAdded.stakeEvent;
      if (amount === begin) {
        begun();
        return;
      }
      events++;
      if (amount === end) {
        resolve(events);
      }
    }, reject);
  });
  return { started, counted };
}

function withApollo(next, error) {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new GraphQLWsLink(socket()) });
  client.subscribe({ query: gql(text) }).subscribe({ next: (message) => next(message.data), error });
}

function withUrql(next, error) {
  const live = socket();
  const forwardSubscription = (operation) => ({
    subscribe: (sink) => ({ unsubscribe: live.subscribe(operation, sink) }),
  });
  const client = new Client({ url, exchanges: [subscriptionExchange({ forwardSubscription })] });
  client.subscription(text, {}).subscribe((message) => (message.error ? error(message.error) : next(message.data)));
}

const clients = [follow(withApollo), follow(withUrql)];
await Promise.all(clients.map((client) => client.started));
console.log("subscribed");
const [apollo, urql] = await Promise.all(clients.map((client) => client.counted));
console.log(JSON.stringify({ apollo, urql }));
process.exit(0);
