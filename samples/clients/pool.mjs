// What all samples ask: a pool as it is now, and as it was in the block before its first reward.
import assert from "node:assert/strict";

export const [, , url] = process.argv;
assert.ok(url, "usage: node <client>.mjs http://127.0.0.1:5080/graphql");

export const document = /* GraphQL */ `
  query Pool($network: String!, $id: String!, $asOf: AsOf) {
    pool(network: $network, id: $id, asOf: $asOf) {
      id
      poolId
      totalValue
      positions(first: 5, orderBy: [{ field: SHARES, direction: DESC }]) {
        nodes {
          id
          value
          holder {
            id
            stakedValue
          }
        }
      }
    }
  }
`;

/** A pool that has changed since, and how to ask for it now and then. */
export async function example() {
  const query = `{ rewards(first: 1, where: { kind: { eq: STAKERS } }) { nodes { network poolId height } } }`;
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { network, poolId, height } = (await response.json()).data.rewards.nodes[0];
  return { now: { network, id: poolId }, then: { network, id: poolId, asOf: { height: height - 1 } } };
}

/** Asks for now, then for then, and for now once more from the cache: nothing may have got mixed up in it. */
export async function compare(ask, askCache) {
  const { now, then } = await example();
  const first = await ask(now);
  const past = await ask(then);
  assert.notEqual(first.pool.totalValue, past.pool.totalValue, "the pool has not changed: the comparison proves nothing");
  assert.notEqual(first.pool.id, past.pool.id);
  if (askCache) {
    assert.deepEqual(plain(await askCache(now)), plain(first));
    assert.deepEqual(plain(await askCache(then)), plain(past));
  }
  return { now: first.pool.totalValue, then: past.pool.totalValue };
}

/** Without what clients add for themselves. */
function plain(value) {
  return JSON.parse(JSON.stringify(value, (key, item) => (key.startsWith("__") ? undefined : item)));
}
