// Compiles one Solidity file from standard input; what it imports is found in node_modules. Output: {"ContractName": "0x creation code"}.
import { existsSync, readFileSync } from "node:fs";
import solc from "solc";

const input = {
  language: "Solidity",
  sources: { "input.sol": { content: readFileSync(0, "utf8") } },
  settings: {
    evmVersion: "cancun",
    optimizer: { enabled: true, runs: 200 },
    outputSelection: { "*": { "*": ["evm.bytecode.object"] } },
  },
};
const find = (path) => {
  const file = new URL(`node_modules/${path}`, import.meta.url);
  return existsSync(file) ? { contents: readFileSync(file, "utf8") } : { error: `${path} is not installed` };
};
const output = JSON.parse(solc.compile(JSON.stringify(input), { import: find }));
const problems = (output.errors ?? []).filter((error) => error.severity === "error");
if (problems.length > 0) {
  process.stderr.write(problems.map((error) => error.formattedMessage).join("\n"));
  process.exit(1);
}
const contracts = Object.entries(output.contracts["input.sol"]);
process.stdout.write(
  JSON.stringify(Object.fromEntries(contracts.map(([name, contract]) => [name, "0x" + contract.evm.bytecode.object]))),
);
