// Random bytes by a seed, and the integers of SCALE.
import { createHash } from "node:crypto";

/** Functions that draw one after the other: bytes, and a number below another. */
export function drawing(seed) {
  let counter = 0;
  let pool = Buffer.alloc(0);
  function random(length) {
    while (pool.length < length) {
      pool = Buffer.concat([pool, createHash("sha512").update(`${seed} ${counter++}`).digest()]);
    }
    const taken = pool.subarray(0, length);
    pool = pool.subarray(length);
    return taken;
  }
  const below = (n) => random(4).readUInt32LE() % n;
  return { random, below };
}

/** An integer in as many bytes, the least first. */
export function little(value, width) {
  const bytes = Buffer.alloc(width);
  for (let i = 0, left = BigInt.asUintN(8 * width, value); i < width; i++, left >>= 8n) bytes[i] = Number(left & 255n);
  return bytes;
}

/** An integer in as few bytes as its size allows. */
export function compact(value) {
  const v = BigInt(value);
  if (v < 1n << 6n) return little(v << 2n, 1);
  if (v < 1n << 14n) return little((v << 2n) | 1n, 2);
  if (v < 1n << 30n) return little((v << 2n) | 2n, 4);
  const width = Math.max(4, Math.ceil(v.toString(16).length / 2));
  return Buffer.concat([Buffer.from([((width - 4) << 2) | 3]), little(v, width)]);
}
