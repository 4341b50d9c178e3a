// Plays a scenario with the clients graphql-ws and graphql-sse: {url, transport, operations: [{id, query, variables, take}]}
// in, one line of JSON per thing that happens out. A line "go ID" on standard input starts an operation, "stop ID" ends it.
import { createInterface } from "node:readline";
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";
import WebSocket from "ws";

const lines = createInterface({ input: process.stdin });
const say = (what) => console.log(JSON.stringify(what));
let client;
let operations;
const running = new Map();

lines.on("line", (line) => {
  if (!client) {
    const scenario = JSON.parse(line);
    operations = new Map(scenario.operations.map((it) => [it.id, it]));
    client =
      scenario.transport === "ws"
        ? createWsClient({
            url: scenario.url.replace("http", "ws"),
            webSocketImpl: WebSocket,
            lazy: true,
            lazyCloseTimeout: 600_000,
            on: { closed: ({ code, reason }) => say({ closed: code, reason }) },
            retryAttempts: 0,
          })
        : createSseClient({ url: scenario.url, retryAttempts: 0 });
    return;
  }
  const [verb, id] = line.split(" ");
  if (verb === "go") {
    const { query, variables, operationName, extensions } = operations.get(id);
    running.set(
      id,
      client.subscribe(
        { query, variables, operationName, extensions },
        {
          next: (result) => say({ id, next: result }),
          error: (error) => say({ id, error: Array.isArray(error) ? error : `${error.message ?? error.reason ?? error}` }),
          complete: () => say({ id, complete: true }),
        },
      ),
    );
  } else {
    running.get(id)?.();
  }
});
lines.on("close", async () => {
  await client?.dispose();
  process.exit(0);
});
