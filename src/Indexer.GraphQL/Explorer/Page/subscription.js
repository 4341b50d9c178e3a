// The client's side of the graphql-transport-ws protocol, one operation per connection.

import { endpoint } from "./request.js";

const protocol = "graphql-transport-ws";
const id = "1";
const normal = 1000;

/**
 * Begins a subscription.
 * @param request query, variables and operationName
 * @param headers what HTTP would carry as headers: sent as the payload of connection_init
 * @param {{next: Function, error: Function, end: Function, live: Function}} on next: an execution result; error: why it
 * failed, a text or GraphQL errors; end: it is complete
 * @returns a function that ends it
 */
export function subscribe(request, headers, on) {
  const url = new URL(endpoint);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(url, protocol);
  let isOver = false;
  const write = (message) => socket.send(JSON.stringify(message));
  const finish = (tell) => {
    if (!isOver) {
      isOver = true;
      tell();
      socket.close(normal);
    }
  };
  const messages = {
    connection_ack() {
      on.live();
      write({ id, type: "subscribe", payload: request });
    },
    ping: ({ payload }) => write({ type: "pong", payload }),
    pong() {},
    next: ({ payload }) => on.next(payload),
    error: ({ payload }) => finish(() => on.error(payload)),
    complete: () => finish(on.end),
  };
  socket.onopen = () => write({ type: "connection_init", payload: headers });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    messages[message.type]?.(message);
  };
  socket.onclose = ({ code, reason }) =>
    finish(() =>
      on.error(
        reason || (code === 1006 ? "The connection could not be made or broke off." : `Closed with code ${code}.`),
      ),
    );
  return () =>
    finish(() => {
      if (socket.readyState === WebSocket.OPEN) {
        write({ id, type: "complete" });
      }
    });
}
