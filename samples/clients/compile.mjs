// Compiles the query of relayQuery.js, as relay's build step does.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import compiler from "relay-compiler";

mkdirSync("__generated__", { recursive: true });
const { status, stdout, stderr } = spawnSync(compiler, ["relay.config.json"], { encoding: "utf8" });
process.stderr.write(`${stdout}${stderr}`);
process.exit(status);
