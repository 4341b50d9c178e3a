// Extrinsics of a real V14 runtime as @polkadot/types encodes them: every call with the default values of its arguments, and
// calls inside batches, proxies and multisigs.
// Input: { chain: "kusama" | "polkadot" | "substrate" }. Output: { metadata, extrinsics }, where an extrinsic is
// { hex, signer, call } and a call { pallet, name, hex, inner: [call] }, the inner ones being the calls among its arguments.
import { readFileSync } from "node:fs";
import { Metadata, TypeRegistry } from "@polkadot/types";

const input = JSON.parse(readFileSync(0, "utf8"));
const hex = (await import(`@polkadot/types-support/metadata/v14/${input.chain}-hex`)).default;
const registry = new TypeRegistry();
const metadata = new Metadata(registry, hex);
registry.setMetadata(metadata);
const { lookup, pallets } = metadata.asLatest;

// The reference implementation takes case 0 for the default of an enum, also of one that has no such case.
const hasNoDefault = (type) => {
  const { def } = lookup.getSiType(type);
  return def.isVariant && def.asVariant.variants.every((variant) => variant.index.toNumber() !== 0);
};
const accounts = [1, 2, 3].map((n) => `0x${Buffer.alloc(32, n).toString("hex")}`);
const kinds = new Map();
for (const pallet of pallets.filter((p) => p.calls.isSome)) {
  for (const variant of lookup.getSiType(pallet.calls.unwrap().type).def.asVariant.variants) {
    if (variant.fields.some((field) => hasNoDefault(field.type))) continue;
    const key = `${pallet.name}.${variant.name}`;
    kinds.set(key, { index: [pallet.index.toNumber(), variant.index.toNumber()], variant, key });
  }
}
function make(key, ...given) {
  const { index, variant } = kinds.get(key);
  const args = {};
  for (const [i, field] of variant.fields.entries()) {
    const meta = registry.findMetaCall(Uint8Array.from(index)).meta.args[i];
    args[meta.name.toString()] = given[i] ?? registry.createType(registry.createLookupType(field.type));
  }
  return registry.createType("Call", { callIndex: Uint8Array.from(index), args });
}
function isCall(value) {
  return value?.callIndex !== undefined && value?.section !== undefined;
}
function callsIn(value) {
  if (isCall(value)) return [value];
  return Array.isArray(value) && value.length > 0 && value.every(isCall) ? [...value] : [];
}
const nameOf = (call) => {
  const [pallet, kind] = call.callIndex;
  const found = [...kinds.values()].find((k) => k.index[0] === pallet && k.index[1] === kind);
  return found.key.split(".");
};
function seen(call) {
  const [pallet, name] = nameOf(call);
  return { pallet, name, hex: call.toHex(), inner: call.args.flatMap(callsIn).map(seen) };
}
function signed(call, n) {
  const extrinsic = registry.createType("Extrinsic", { method: call }, { version: 4 });
  extrinsic.signFake(accounts[n % 3], {
    blockHash: `0x${"11".repeat(32)}`,
    era: n % 2 === 0 ? 0 : registry.createType("ExtrinsicEra", { current: 1000 + n, period: 64 }),
    genesisHash: `0x${"22".repeat(32)}`,
    nonce: n * 97,
    runtimeVersion: registry.createType("RuntimeVersion"),
    tip: n * 1_000_003,
  });
  return extrinsic;
}

const remark = make("System.remark", "0x1234");
const wanted = [make("Bounties.approve_bounty", 7), make("Bounties.approve_bounty", 70_000)];
const proxied = make("Proxy.proxy", { id: accounts[1] }, null, make("Utility.as_derivative", 513, wanted[1]));
const nested = [
  make("Utility.batch", [remark, wanted[0], proxied]),
  make("Utility.batch_all", [make("Utility.batch", []), make("Utility.batch", [wanted[0]])]),
  make("Multisig.as_multi_threshold_1", accounts.slice(1), wanted[0]),
  ...(kinds.has("Council.propose") ? [make("Council.propose", 3, wanted[1], 100)] : []),
];
const calls = [...[...kinds.keys()].map((key) => make(key)), ...nested];
const extrinsics = calls.map((call, n) => {
  const isBare = n % 3 === 2;
  const extrinsic = isBare ? registry.createType("Extrinsic", { method: call }, { version: 4 }) : signed(call, n);
  return { hex: extrinsic.toHex(), signer: isBare ? null : accounts[n % 3], call: seen(call) };
});
process.stdout.write(JSON.stringify({ metadata: hex, extrinsics }));
