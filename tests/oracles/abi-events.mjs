// Random event declarations and values, encoded by ethers. Input: {"seed": n, "count": n}. Output: one JSON document.
import { readFileSync } from "node:fs";
import { Interface, Fragment, getAddress, hexlify, keccak256 } from "ethers";

const { seed, count } = JSON.parse(readFileSync(0, "utf8"));

let state = seed >>> 0;
function random(below) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) % below;
}

const bytes = (n) => hexlify(Uint8Array.from({ length: n }, () => random(256)));
const texts = ["", "PHA", "Größe ✓ 🚀", "a".repeat(31), "b".repeat(32), "c".repeat(33)];

// A type, and a value of it: v is what ethers encodes, shown is what a decoder should give.
function type(depth) {
  const kind = random(depth > 2 ? 7 : 10);
  switch (kind) {
    case 0:
      return { text: `uint${8 * (1 + random(32))}` };
    case 1:
      return { text: `int${8 * (1 + random(32))}` };
    case 2:
      return { text: "address" };
    case 3:
      return { text: "bool" };
    case 4:
      return { text: `bytes${1 + random(32)}` };
    case 5:
      return { text: "bytes" };
    case 6:
      return { text: "string" };
    case 7: {
      const element = type(depth + 1);
      return { text: `${element.text}[]`, element, count: -1 };
    }
    case 8: {
      const element = type(depth + 1);
      const size = 1 + random(3);
      return { text: `${element.text}[${size}]`, element, count: size };
    }
    default: {
      const parts = Array.from({ length: 1 + random(3) }, () => type(depth + 1));
      return { text: `(${parts.map((p) => p.text).join(",")})`, parts };
    }
  }
}

function value(t) {
  if (t.parts) {
    const values = t.parts.map(value);
    return { v: values.map((x) => x.v), shown: values.map((x) => x.shown) };
  }
  if (t.element) {
    const values = Array.from({ length: t.count < 0 ? random(4) : t.count }, () => value(t.element));
    return { v: values.map((x) => x.v), shown: values.map((x) => x.shown) };
  }
  const size = Number(/\d+/.exec(t.text)?.[0] ?? 0);
  if (t.text.startsWith("uint")) {
    const max = (1n << BigInt(size)) - 1n;
    const v = [0n, 1n, max, BigInt(bytes(32)) & max][random(4)];
    return { v, shown: v.toString() };
  }
  if (t.text.startsWith("int")) {
    const half = 1n << BigInt(size - 1);
    const v = [0n, -1n, half - 1n, -half, (BigInt(bytes(32)) & (2n * half - 1n)) - half][random(5)];
    return { v, shown: v.toString() };
  }
  if (t.text === "address") {
    const v = bytes(20);
    return { v, shown: getAddress(v) };
  }
  if (t.text === "bool") {
    const v = random(2) === 1;
    return { v, shown: v };
  }
  if (t.text === "string") {
    const v = texts[random(texts.length)];
    return { v, shown: v };
  }
  const v = bytes(t.text === "bytes" ? random(70) : size);
  return { v, shown: v };
}

const cases = [];
for (let i = 0; i < count; i++) {
  const fields = Array.from({ length: random(6) }, () => {
    const t = type(0);
    return { t, ...value(t) };
  });
  const indexed = new Set(fields.map((_, k) => k).filter(() => random(3) === 0).slice(0, 3));
  // ethers cannot index arrays and tuples.
  fields.forEach((f, k) => (f.t.element || f.t.parts) && indexed.delete(k));
  const declaration = `Event${i}(${fields.map((f, k) => `${f.t.text}${indexed.has(k) ? " indexed" : ""} f${k}`).join(", ")})`;
  const face = new Interface([`event ${declaration}`]);
  const fragment = face.getEvent(`Event${i}`);
  const { topics, data } = face.encodeEventLog(fragment, fields.map((f) => f.v));
  cases.push({
    declaration,
    signature: fragment.format("sighash"),
    topics,
    data,
    values: fields.map((f, k) =>
      !indexed.has(k) || !["bytes", "string"].includes(f.t.text) ? f.shown
      : keccak256(f.t.text === "bytes" ? f.v : new TextEncoder().encode(f.v))),
  });
}

process.stdout.write(JSON.stringify(cases));
