// Hashes by ethers. Input: {"events": [declaration], "functions": [declaration], "texts": [hex], "addresses": [hex]}.
import { readFileSync } from "node:fs";
import { EventFragment, FunctionFragment, getAddress, keccak256 } from "ethers";

const { events, functions, texts, addresses } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify({
    events: events.map((text) => {
      const fragment = EventFragment.from(`event ${text}`);
      return { signature: fragment.format("sighash"), topic0: fragment.topicHash };
    }),
    functions: functions.map((text) => FunctionFragment.from(`function ${text}`).selector),
    texts: texts.map(keccak256),
    addresses: addresses.map(getAddress),
  }),
);
