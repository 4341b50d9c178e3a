// Compiles one Solidity file from standard input. Output: {"ContractName": "0x creation code"}.
import { readFileSync } from "node:fs";
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
const output = JSON.parse(solc.compile(JSON.stringify(input)));
const problems = (output.errors ?? []).filter((error) => error.severity === "error");
if (problems.length > 0) {
  process.stderr.write(problems.map((error) => error.formattedMessage).join("\n"));
  process.exit(1);
}
const contracts = Object.entries(output.contracts["input.sol"]);
process.stdout.write(
  JSON.stringify(Object.fromEntries(contracts.map(([name, contract]) => [name, "0x" + contract.evm.bytecode.object]))),
);
