// Logs decoded by ethers. Input: {"declarations": ["Event(...)"], "logs": [{"topics", "data"}]}.
// Output: for each log {"name", "values": [text]}, null when no declaration fits.
import { readFileSync } from "node:fs";
import { Interface } from "ethers";

const { declarations, logs } = JSON.parse(readFileSync(0, "utf8"));
const face = new Interface(declarations.map((declaration) => `event ${declaration}`));
const decoded = logs.map(({ topics, data }) => {
  const log = face.parseLog({ topics, data });
  return log === null ? null : { name: log.name, values: log.args.map((value) => `${value}`.toLowerCase()) };
});
process.stdout.write(JSON.stringify(decoded));
