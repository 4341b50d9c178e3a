// Random events and signed extrinsics of every kind of a runtime of metadata V13, checked by @polkadot/types.
// Input: { chain | hex, pallets, perKind, seed }: a chain of @polkadot/types-support or metadata of its own; all pallets when null.
// Output: { metadata, pallets, events: { hex, list: [{ pallet, name, fields }] }, extrinsics: [{ hex, signer, pallet, name,
// fields }], unknown: ["Pallet.item: type"] }; values as in events.mjs, names in snake case, calls inside calls left out.
// The bytes are written from polkadot.js' view of the types' names; polkadot.js then decodes them, and what it decoded, encoded
// again, must be the same bytes.
import { readFileSync } from "node:fs";
import { getTypeDef, TypeDefInfo } from "@polkadot/types-create";
import { runtimeOf } from "./runtime.mjs";
import { compact, drawing, little } from "./scale.mjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const runtimeHex = input.hex ?? (await import(`@polkadot/types-support/metadata/v13/${input.chain}-hex`)).default;
const { registry, metadata } = runtimeOf(runtimeHex);
const { modules } = metadata.asV13;

const { random, below } = drawing(input.seed);
function integer(width) {
  let value = 0n;
  for (const byte of random(below(width + 1))) value = (value << 8n) | BigInt(byte);
  return value;
}
const snake = (name) => name.replace(/[A-Z]/g, (letter, at) => (at ? "_" : "") + letter.toLowerCase());
const hexOf = (bytes) => `0x${bytes.toString("hex")}`;
const raw = (bytes) => ({ bytes, value: hexOf(bytes) });

/** Classes of polkadot.js that have no definition in its terms. */
const CLASSES = {
  AccountId: () => raw(random(32)),
  H256: () => raw(random(32)),
  H512: () => raw(random(64)),
  Bytes: () => blob(),
  Text: () => {
    const text = `${random(6).toString("base64")} é€`;
    return { bytes: Buffer.concat([compact(Buffer.byteLength(text)), Buffer.from(text)]), value: { text } };
  },
  bool: () => {
    const bit = below(2);
    return { bytes: Buffer.from([bit]), value: bit === 1 };
  },
  Null: () => ({ bytes: Buffer.alloc(0), value: { fields: [] } }),
  /** polkadot.js knows digest items that no chain of that time made. */
  Digest: () => ({ bytes: Buffer.from([0]), value: { fields: [["logs", []]] } }),
  Vote: () => {
    const byte = (below(2) << 7) | below(7);
    return { bytes: Buffer.from([byte]), value: `${byte}` };
  },
  Data: () => {
    const kind = below(38);
    if (kind === 0) return { bytes: Buffer.from([0]), value: { case: "None", fields: [] } };
    const content = random(kind < 34 ? kind - 1 : 32);
    const name = kind < 34 ? `Raw${kind - 1}` : ["BlakeTwo256", "Sha256", "Keccak256", "ShaThree256"][kind - 34];
    const value = content.length === 0 ? { fields: [] } : hexOf(content);
    return { bytes: Buffer.concat([Buffer.from([kind]), content]), value: { case: name, fields: [[null, value]] } };
  },
  MultiAddress: () => {
    const id = random(32);
    return { bytes: Buffer.concat([Buffer.from([0]), id]), value: { case: "Id", fields: [[null, hexOf(id)]] } };
  },
  Call: () => call("System", "remark"),
  OpaqueCall: () => {
    const inner = call("System", "remark");
    return { bytes: Buffer.concat([compact(inner.bytes.length), inner.bytes]), value: null };
  },
};
const ALIASES = { GenericAccountId: "AccountId", H256: "H256", Hash: "H256", Proposal: "Call", GenericMultiAddress: "MultiAddress", String: "Text", Key: "Bytes", StorageKey: "Bytes", StorageData: "Bytes" };

function blob() {
  const bytes = random(below(80));
  return { bytes: Buffer.concat([compact(bytes.length), bytes]), value: hexOf(bytes) };
}
function fields(list, depth) {
  const written = list.map(([name, type]) => [name, value(type, depth)]);
  return { bytes: Buffer.concat(written.map(([, w]) => w.bytes)), value: written.map(([name, w]) => [name, w.value]) };
}
const list = (sub) => (Array.isArray(sub) ? sub : [sub]);
function value(type, depth = 0) {
  if (depth > 12) throw new Error(`${type} is too deep`);
  const def = typeof type === "string" ? getTypeDef(type) : type;
  switch (def.info) {
    case TypeDefInfo.Null:
      return CLASSES.Null();
    case TypeDefInfo.Plain:
      return plain(def.type, depth);
    case TypeDefInfo.UInt:
    case TypeDefInfo.Int:
      return number(def.length / 8);
    case TypeDefInfo.Compact: {
      const text = value(def.sub, depth).value;
      const inner = typeof text === "string" ? text : text.fields[0][1];
      return { bytes: compact(BigInt(inner)), value: inner };
    }
    case TypeDefInfo.Option:
      if (below(2) === 0) return { bytes: Buffer.from([0]), value: { case: "None", fields: [] } };
      return variant("Some", 1, [[null, def.sub]], depth);
    case TypeDefInfo.Result: {
      const index = below(2);
      return variant(["Ok", "Err"][index], index, [[null, def.sub[index]]], depth);
    }
    case TypeDefInfo.Tuple: {
      const inner = fields(list(def.sub).map((sub) => [null, sub]), depth + 1);
      return { bytes: inner.bytes, value: { fields: inner.value } };
    }
    case TypeDefInfo.Struct: {
      const inner = fields(list(def.sub).map((sub) => [snake(sub.name), sub]), depth + 1);
      return { bytes: inner.bytes, value: { fields: inner.value } };
    }
    case TypeDefInfo.Enum: {
      const cases = list(def.sub).filter((sub) => !sub.name.startsWith("__Unused"));
      const chosen = cases[below(cases.length)];
      return variant(chosen.name, chosen.index, chosen.info === TypeDefInfo.Null || chosen.type === "Null" ? [] : [[null, chosen]], depth);
    }
    case TypeDefInfo.VecFixed:
      return many(def.sub, def.length, depth, false);
    case TypeDefInfo.Vec:
    case TypeDefInfo.BTreeSet:
      return many(def.sub, below(4), depth, true);
    case TypeDefInfo.BTreeMap: {
      // polkadot.js orders and merges keys: one entry at most.
      return many({ info: TypeDefInfo.Tuple, sub: def.sub, type: "" }, below(2), depth, true);
    }
    case TypeDefInfo.Set: {
      // Eight flags of the word have a meaning.
      const flags = below(256);
      return { bytes: little(BigInt(flags), (def.length ?? 64) / 8), value: `${flags}` };
    }
    default:
      throw new Error(`${def.type} is a ${TypeDefInfo[def.info]}`);
  }
}
function number(width) {
  const one = integer(width);
  return { bytes: little(one, width), value: one.toString() };
}
function variant(name, index, list, depth) {
  const inner = fields(list, depth + 1);
  return { bytes: Buffer.concat([Buffer.from([index]), inner.bytes]), value: { case: name, fields: inner.value } };
}
function many(sub, count, depth, counted) {
  if (sub.type === "u8") return counted ? blob() : raw(random(count));
  const items = Array.from({ length: count }, () => value(sub, depth + 1));
  return { bytes: Buffer.concat([...(counted ? [compact(count)] : []), ...items.map((one) => one.bytes)]), value: items.map((one) => one.value) };
}
function plain(name, depth) {
  const known = CLASSES[ALIASES[name] ?? name];
  if (known) return known();
  const width = /^[ui](\d+)$/.exec(name);
  if (width) return number(Number(width[1]) / 8);
  const definition = registry.getDefinition(name);
  if (definition && definition !== name) return value(definition, depth + 1);
  const rawType = registry.createType(name).toRawType();
  if (rawType === name) throw new Error(`${name} has no definition`);
  return value(rawType, depth + 1);
}
function call(pallet, name) {
  const module = modules.find((one) => one.name.toString() === pallet);
  const calls = module.calls.unwrap();
  const index = calls.findIndex((one) => one.name.toString() === name);
  return item(module, calls[index], index, calls[index].args.map((arg) => [arg.name.toString(), arg.type.toString()]));
}
/** The alias rules of polkadot.js: a name of the pallet's own. */
const own = { Balances: { Status: "BalanceStatus" }, Identity: { Judgement: "IdentityJudgement" }, Treasury: { Proposal: "TreasuryProposal" } };
function item(module, one, index, list) {
  const pallet = module.name.toString();
  const inner = list.map(([name, type]) => [name, value(own[pallet]?.[type] ?? type)]);
  const isCall = (type) => /^(Vec<)?(Call|Proposal|OpaqueCall)>?$/.test(type);
  return {
    pallet,
    name: one.name.toString(),
    bytes: Buffer.concat([Buffer.from([module.index.toNumber(), index]), ...inner.map(([, w]) => w.bytes)]),
    value: null,
    fields: inner.filter((_, i) => !isCall(list[i][1])).map(([name, w]) => [name, w.value]),
  };
}
const unknown = [];
function each(kind, make) {
  const made = [];
  for (const module of modules) {
    if (module[kind].isNone || (input.pallets && !input.pallets.includes(module.name.toString()))) continue;
    for (const [index, one] of module[kind].unwrap().entries()) {
      try {
        made.push(make(module, one, index));
      } catch (error) {
        unknown.push(`${module.name}.${one.name}: ${error.message}`);
      }
    }
  }
  return made;
}

const events = [];
const extrinsics = [];
for (let round = 0; round < input.perKind; round++) {
  events.push(...each("events", (module, one, index) => item(module, one, index, one.args.map((type) => [null, type.toString()]))));
  const calls = each("calls", (module, one, index) => item(module, one, index, one.args.map((arg) => [arg.name.toString(), arg.type.toString()])));
  for (const made of calls) {
    const signer = random(32);
    const era = below(2) === 0 ? Buffer.from([0]) : registry.createType("ExtrinsicEra", { current: below(100000), period: 64 }).toU8a();
    const body = Buffer.concat([Buffer.from([0x84, 0]), signer, Buffer.from([1]), random(64), era, compact(integer(4)), compact(integer(16)), made.bytes]);
    const hex = hexOf(Buffer.concat([compact(body.length), body]));
    const seen = registry.createType("Extrinsic", hex);
    if (seen.toHex() !== hex) throw new Error(`${made.pallet}.${made.name}: ${seen.toHex()} is not ${hex}`);
    if (seen.signer.value.toHex() !== hexOf(signer)) throw new Error(`${made.pallet}.${made.name} has another signer`);
    extrinsics.push({ hex, signer: hexOf(signer), pallet: made.pallet, name: made.name, fields: made.fields });
  }
}
const records = events.map(({ bytes }) => Buffer.concat([Buffer.from([0]), little(BigInt(below(1000)), 4), bytes, compact(0)]));
const hex = hexOf(Buffer.concat([compact(records.length), ...records]));
const decoded = registry.createType("Vec<EventRecord>", hex);
for (const [i, { event }] of decoded.entries()) {
  const whole = Buffer.concat(event.data.map((one) => Buffer.from(one.toU8a())));
  const { bytes, pallet, name } = events[i];
  if (event.meta.name.toString() !== name || whole.compare(bytes.subarray(2)) !== 0) throw new Error(`event ${i} is not ${pallet}.${name}`);
}
const numbered = (items) => (items.isNone ? [] : items.unwrap().map((one, index) => `${index} ${one.name}`));
const hashersOf = (type) => {
  if (type.isMap) return [type.asMap.hasher];
  if (type.isDoubleMap) return [type.asDoubleMap.hasher, type.asDoubleMap.key2Hasher];
  return type.isNMap ? [...type.asNMap.hashers] : [];
};
const described = modules.map((module) => ({
  name: module.name.toString(),
  index: module.index.toNumber(),
  events: numbered(module.events),
  calls: numbered(module.calls),
  errors: module.errors.map((one, index) => `${index} ${one.name}`),
  constants: module.constants.map((one) => `${one.name} ${hexOf(Buffer.from(one.value.toU8a(true)))}`),
  storage: module.storage.isNone
    ? []
    : module.storage.unwrap().items.map((one) => {
        const hashers = hashersOf(one.type).map((hasher) => hasher.type.replace("_", ""));
        return `${module.storage.unwrap().prefix}.${one.name} ${one.modifier} ${hashers.join("+")}`;
      }),
}));
process.stdout.write(
  JSON.stringify({
    metadata: runtimeHex,
    pallets: described,
    events: { hex, list: events.map(({ pallet, name, fields }) => ({ pallet, name, fields })) },
    extrinsics,
    unknown: [...new Set(unknown)],
  }),
);
