// SS58 addresses by @polkadot/util-crypto: [{ account, prefix, address }] for prefixes of one and two bytes.
import { encodeAddress, sha256AsU8a } from "@polkadot/util-crypto";

const vectors = [];
for (let i = 0; i < 600; i++) {
  const account = sha256AsU8a(`account ${i}`);
  if (i % 5 === 0) account.fill(0, 0, i % 32);
  const prefix = i < 300 ? i : (i * 7919) % 16384;
  if (prefix === 46 || prefix === 47) continue;
  vectors.push({ account: Buffer.from(account).toString("hex"), prefix, address: encodeAddress(account, prefix) });
}
process.stdout.write(JSON.stringify(vectors));
