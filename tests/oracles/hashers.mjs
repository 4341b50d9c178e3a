// The storage hashers by @polkadot/util-crypto: [{ hasher, key, hashed }] in hexadecimal.
import { blake2AsU8a, sha256AsU8a, xxhashAsU8a } from "@polkadot/util-crypto";

const hashers = {
  Blake2128: (key) => [blake2AsU8a(key, 128)],
  Blake2256: (key) => [blake2AsU8a(key, 256)],
  Blake2128Concat: (key) => [blake2AsU8a(key, 128), key],
  Twox128: (key) => [xxhashAsU8a(key, 128)],
  Twox256: (key) => [xxhashAsU8a(key, 256)],
  Twox64Concat: (key) => [xxhashAsU8a(key, 64), key],
  Identity: (key) => [key],
};
const vectors = [];
for (let length = 0; length <= 300; length += length < 40 ? 1 : 37) {
  const key = Buffer.concat(Array.from({ length: 10 }, (_, i) => sha256AsU8a(`${length} ${i}`))).subarray(0, length);
  for (const [hasher, hash] of Object.entries(hashers)) {
    const hashed = Buffer.concat(hash(new Uint8Array(key))).toString("hex");
    vectors.push({ hasher, key: key.toString("hex"), hashed });
  }
}
process.stdout.write(JSON.stringify(vectors));
