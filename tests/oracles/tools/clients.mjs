// Runs graphql-codegen (client preset), relay-compiler and the TypeScript compiler on a schema: {sdl, scalars, documents}
// in, {codegen, relay, problems} out: the generated files of both and what any of the three complained about.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { generate } from "@graphql-codegen/cli";
import { parse, print } from "graphql";
import relay from "relay-compiler";
import ts from "typescript";

const input = JSON.parse(await text(process.stdin));
mkdirSync("obj", { recursive: true });
const directory = mkdtempSync(join("obj", "clients-"));
try {
  console.log(JSON.stringify(await run()));
} finally {
  rmSync(directory, { recursive: true });
}

async function run() {
  cpSync("documents", directory, { recursive: true });
  writeFileSync(join(directory, "schema.graphql"), input.sdl);
  mkdirSync(join(directory, "documented"));
  for (const document of input.documents) {
    writeFileSync(join(directory, "documented", `${document.name}.graphql`), print(parse(document.text)));
  }
  const problems = [await codegen(), compileRelay(), compile()].flat();
  return { codegen: list("gql"), relay: list("relay"), problems };
}

function list(folder) {
  return readdirSync(join(directory, folder));
}

async function codegen() {
  const config = { strictScalars: true, scalars: input.scalars, useTypeImports: true, emitLegacyCommonJSImports: false };
  try {
    await generate(
      {
        schema: join(directory, "schema.graphql"),
        documents: [join(directory, "pools.ts"), join(directory, "documented", "*.graphql")],
        generates: { [join(directory, "gql/")]: { preset: "client", config } },
        ignoreNoDocuments: false,
        silent: true,
      },
      true,
    );
    return [];
  } catch (error) {
    return [`graphql-codegen: ${error.message} ${(error.errors ?? []).join(" ")}`];
  }
}

function compileRelay() {
  mkdirSync(join(directory, "relay"));
  const config = { src: ".", schema: "schema.graphql", language: "typescript", artifactDirectory: "relay" };
  writeFileSync(join(directory, "relay.config.json"), JSON.stringify(config));
  const { status, stderr, stdout } = spawnSync(relay, ["relay.config.json"], { cwd: directory, encoding: "utf8" });
  return status === 0 ? [] : [`relay-compiler: ${stdout} ${stderr}`];
}

function compile() {
  const roots = [join(directory, "pools.ts"), ...list("relay").map((name) => join(directory, "relay", name))];
  const program = ts.createProgram(roots, {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  return ts.getPreEmitDiagnostics(program).map((it) => {
    const place = it.file?.getLineAndCharacterOfPosition(it.start);
    return `tsc: ${it.file?.fileName}:${(place?.line ?? 0) + 1} ${ts.flattenDiagnosticMessageText(it.messageText, " ")}`;
  });
}
