// Random events of every kind of a real V14 runtime, checked by @polkadot/types.
// Input: { chain: "kusama" | "polkadot" | "substrate", perKind, seed, hex? }. Output: { metadata, pallets, blocks }, where a block is
// { hex, events: [{ extrinsic, pallet, name, fields: [[name, value]] }] } and a value is
// integer "123", true, "0x..", { text }, [..], { fields: [[name, value]] } or { case, fields }.
// The bytes are written from polkadot.js' view of the type registry; polkadot.js then decodes each event, and its fields,
// encoded again by themselves, must be the bytes written for them.
import { readFileSync } from "node:fs";
import { Metadata, TypeRegistry } from "@polkadot/types";
import { compact, drawing, little } from "./scale.mjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const hex = input.hex ?? (await import(`@polkadot/types-support/metadata/v14/${input.chain}-hex`)).default;
const registry = new TypeRegistry();
const metadata = new Metadata(registry, hex);
registry.setMetadata(metadata);
const { lookup, pallets } = metadata.asLatest;

const { random, below } = drawing(input.seed);

/** A random integer whose number of significant bytes is random too. */
function integer(width, signed) {
  let value = 0n;
  for (const byte of random(below(width + 1))) value = (value << 8n) | BigInt(byte);
  return signed ? BigInt.asIntN(8 * width, value) : value;
}

const WIDTH = { Bool: 1, Char: 4 };
const widthOf = (primitive) => WIDTH[primitive] ?? Number(primitive.slice(1)) / 8;
const definition = (id) => lookup.getSiType(id).def;
const nameOf = (field) => (field.name.isSome ? field.name.unwrap().toString() : null);

/** The definition behind structs and tuples of one unnamed field. */
function unwrapped(id, named = false) {
  let def = definition(id);
  for (;;) {
    if (def.isComposite && def.asComposite.fields.length === 1 && (named || def.asComposite.fields[0].name.isNone)) {
      def = definition(def.asComposite.fields[0].type);
    } else if (def.isTuple && def.asTuple.length === 1) {
      def = definition(def.asTuple[0]);
    } else return def;
  }
}

function fields(list, depth) {
  const written = list.map((field) => ({ name: field.name, ...value(field.type, depth) }));
  return { bytes: Buffer.concat(written.map((w) => w.bytes)), value: written.map((w) => [w.name, w.value]) };
}
const named = (list) => list.map((field) => ({ name: nameOf(field), type: field.type }));

function value(id, depth) {
  if (lookup.getSiType(id).path.join("::") === "pallet_democracy::vote::Vote") return vote();
  const def = unwrapped(id);
  if (def.isPrimitive) return primitive(def.asPrimitive.type);
  if (def.isComposite || def.isTuple) {
    const list = def.isComposite ? named(def.asComposite.fields) : def.asTuple.map((type) => ({ name: null, type }));
    const inner = fields(list, depth + 1);
    return { bytes: inner.bytes, value: { fields: inner.value } };
  }
  if (def.isVariant) return variant(def.asVariant.variants, depth);
  if (def.isSequence) return sequence(def.asSequence.type, depth > 4 ? 0 : below(4), depth, true);
  if (def.isArray) return sequence(def.asArray.type, def.asArray.len.toNumber(), depth, false);
  if (def.isCompact) {
    const inner = unwrapped(def.asCompact.type, true);
    const number = integer(inner.isPrimitive ? widthOf(inner.asPrimitive.type) : 0, false);
    return { bytes: compact(number), value: number.toString() };
  }
  if (def.isBitSequence) return bits();
  throw new Error(`type ${id} is a ${def.type}`);
}
/** A byte in the metadata; the chain and polkadot.js know seven convictions only. */
function vote() {
  const byte = (below(2) << 7) | below(7);
  return { bytes: Buffer.from([byte]), value: byte.toString() };
}
function primitive(kind) {
  if (kind === "Bool") {
    const bit = below(2);
    return { bytes: Buffer.from([bit]), value: bit === 1 };
  }
  if (kind === "Str") {
    const text = random(below(12)).toString("base64") + "é€";
    return { bytes: Buffer.concat([compact(Buffer.byteLength(text)), Buffer.from(text)]), value: { text } };
  }
  const number = integer(widthOf(kind), kind.startsWith("I"));
  return { bytes: little(number, widthOf(kind)), value: number.toString() };
}
function variant(variants, depth) {
  const simplest = Math.min(...variants.map((v) => v.fields.length));
  const possible = depth > 4 ? variants.filter((v) => v.fields.length === simplest) : variants;
  const chosen = possible[below(possible.length)];
  const inner = fields(named(chosen.fields), depth + 1);
  const bytes = Buffer.concat([Buffer.from([chosen.index.toNumber()]), inner.bytes]);
  return { bytes, value: { case: chosen.name.toString(), fields: inner.value } };
}
function sequence(type, count, depth, counted) {
  const element = unwrapped(type);
  if (element.isPrimitive && element.asPrimitive.isU8) {
    const bytes = random(counted ? below(80) : count);
    return { bytes: counted ? Buffer.concat([compact(bytes.length), bytes]) : bytes, value: `0x${bytes.toString("hex")}` };
  }
  const items = Array.from({ length: count }, () => value(type, depth + 1));
  const bytes = items.map((item) => item.bytes);
  return { bytes: Buffer.concat(counted ? [compact(count), ...bytes] : bytes), value: items.map((item) => item.value) };
}
function bits() {
  const count = below(40);
  const bytes = random(Math.ceil(count / 8));
  if (count % 8 !== 0) bytes[bytes.length - 1] &= (1 << count % 8) - 1;
  const value = Array.from({ length: count }, (_, i) => ((bytes[i >> 3] >> (i & 7)) & 1) === 1);
  return { bytes: Buffer.concat([compact(count), bytes]), value };
}

const kinds = [];
for (const pallet of pallets) {
  if (pallet.events.isNone) continue;
  for (const event of definition(pallet.events.unwrap().type).asVariant.variants) {
    kinds.push({ pallet, event, list: named(event.fields) });
  }
}

function record({ pallet, event, list }) {
  const phase = below(4);
  const extrinsic = phase > 1 ? below(1000) : null;
  const written = list.map((field) => ({ name: field.name, ...value(field.type, 0) }));
  const header = Buffer.from([pallet.index.toNumber(), event.index.toNumber()]);
  const body = Buffer.concat([header, ...written.map((w) => w.bytes)]);
  const topics = below(3);
  const bytes = Buffer.concat([
    extrinsic === null ? Buffer.from([phase + 1]) : Buffer.concat([Buffer.from([0]), little(BigInt(extrinsic), 4)]),
    body,
    compact(topics),
    random(32 * topics),
  ]);
  const name = event.name.toString();
  const palletName = pallet.name.toString();
  return { bytes, written, seen: { extrinsic, pallet: palletName, name, fields: written.map((w) => [w.name, w.value]) } };
}

/** polkadot.js must see the same events, and the same bytes in each field. */
function check(hex, records) {
  const decoded = registry.createType("Vec<EventRecord>", hex);
  if (decoded.length !== records.length) throw new Error(`${decoded.length} events for ${records.length}`);
  for (const [i, { event, phase }] of decoded.entries()) {
    const { seen, written } = records[i];
    const where = `${seen.pallet}.${seen.name}`;
    const applied = phase.isApplyExtrinsic ? phase.asApplyExtrinsic.toNumber() : null;
    const known = event.meta.name.toString() === seen.name && applied === seen.extrinsic;
    if (!known || event.data.length !== written.length) throw new Error(`event ${i} is not ${where}`);
    for (const [j, data] of event.data.entries()) {
      if (Buffer.compare(Buffer.from(data.toU8a()), written[j].bytes) !== 0) {
        throw new Error(`${where}[${j}]: ${data.toHex()} is not 0x${written[j].bytes.toString("hex")}`);
      }
    }
  }
}

const blocks = [];
for (let block = 0; block < input.perKind; block++) {
  const records = kinds.map(record);
  const hex = `0x${Buffer.concat([compact(records.length), ...records.map((r) => r.bytes)]).toString("hex")}`;
  check(hex, records);
  blocks.push({ hex, events: records.map((r) => r.seen) });
}
const variants = (type) =>
  type.isNone ? [] : definition(type.unwrap().type).asVariant.variants.map((v) => `${v.index} ${v.name}`);
const described = pallets.map((pallet) => ({
  name: pallet.name.toString(),
  index: pallet.index.toNumber(),
  events: variants(pallet.events),
  calls: variants(pallet.calls),
  errors: variants(pallet.errors),
  constants: pallet.constants.map((c) => `${c.name} ${c.type} 0x${Buffer.from(c.value.toU8a(true)).toString("hex")}`),
  storage: pallet.storage.isNone
    ? []
    : pallet.storage.unwrap().items.map((item) => {
        const prefix = pallet.storage.unwrap().prefix;
        if (item.type.isPlain) return `${prefix}.${item.name} ${item.modifier}  ${item.type.asPlain}`;
        const { hashers, key, value } = item.type.asMap;
        return `${prefix}.${item.name} ${item.modifier} ${hashers.map((h) => h.type.replace("_", "")).join("+")} ${key}>${value}`;
      }),
}));
process.stdout.write(JSON.stringify({ metadata: hex, pallets: described, blocks }));
