// Blocks and storage of a chain as @polkadot/types sees them.
// Input: { metadata: { spec: hex }, blocks: [{ height, eventSpec, extrinsicSpec, events, extrinsics }],
// storage: [{ spec, pallet, item, value }] }.
// Output: { names, votes, calls, storage, constants }: how often each "section.method" was emitted; the votes of Democracy.Voted;
// the signed calls with the names of those nested in batches and proxies; the storage values; the constants of Democracy.
import { readFileSync } from "node:fs";
import { Metadata, TypeRegistry } from "@polkadot/types";

const input = JSON.parse(readFileSync(0, "utf8"));
const runtimes = Object.fromEntries(
  Object.entries(input.metadata).map(([spec, hex]) => {
    const registry = new TypeRegistry();
    const metadata = new Metadata(registry, hex);
    registry.setMetadata(metadata);
    return [spec, { registry, pallets: metadata.asLatest.pallets }];
  }),
);
const pascal = (section) => section[0].toUpperCase() + section.slice(1);

function voteOf(vote) {
  if (vote.isSplit) return `split ${vote.asSplit.aye} ${vote.asSplit.nay}`;
  const { vote: side, balance } = vote.asStandard;
  return `${side.isAye ? "aye" : "nay"} ${side.conviction.index} ${balance}`;
}

const names = {};
const votes = [];
const calls = [];
function nested(call) {
  const inner = call.args.flatMap((arg) => (arg.callIndex ? [arg] : Array.isArray(arg) ? arg.filter((one) => one.callIndex) : []));
  return [`${pascal(call.section)}.${call.meta.name}`, ...(call.section === "council" || call.section === "technicalCommittee" ? [] : inner.flatMap(nested))];
}
for (const { height, eventSpec, extrinsicSpec, events, extrinsics } of input.blocks) {
  const { registry } = runtimes[eventSpec];
  const records = registry.createType("Vec<EventRecord>", events);
  if (records.toHex() !== events) throw new Error(`the events of block ${height} are not what was decoded`);
  for (const { event } of records) {
    const name = `${pascal(event.section)}.${event.method}`;
    names[name] = (names[name] ?? 0) + 1;
    if (name === "Democracy.Voted") {
      const [voter, index, vote] = event.data;
      votes.push(`${height} ${index} ${voter.toHex()} ${voteOf(vote)}`);
    }
  }
  for (const hex of extrinsics) {
    const extrinsic = runtimes[extrinsicSpec].registry.createType("Extrinsic", hex);
    if (extrinsic.toHex() !== hex) throw new Error(`an extrinsic of block ${height} is not what was decoded`);
    if (extrinsic.isSigned) {
      calls.push(`${height} ${extrinsic.signer.value.toHex()} ${nested(extrinsic.method).join(" ")}`);
    }
  }
}

const storage = input.storage.map(({ spec, pallet, item, value }) => {
  const { registry, pallets } = runtimes[spec];
  const found = pallets.find((one) => one.name.toString() === pallet).storage.unwrap().items.find((one) => one.name.toString() === item);
  const type = found.type.isPlain ? found.type.asPlain : found.type.asMap.value;
  const decoded = registry.createType(registry.createLookupType(type), value);
  if (decoded.toHex() !== value && decoded.toHex(true) !== value) throw new Error(`${pallet}.${item}: ${decoded.toHex()} is not ${value}`);
  if (item === "VotingOf") {
    return decoded.isDelegating
      ? `to ${decoded.asDelegating.target.toHex()} ${decoded.asDelegating.conviction.index} ${decoded.asDelegating.balance}`
      : decoded.asDirect.votes.map(([index, vote]) => `${index} ${voteOf(vote)}`).join(", ");
  }
  if (item === "ReferendumInfoOf") {
    if (decoded.isFinished) return `finished ${decoded.asFinished.approved} ${decoded.asFinished.end}`;
    const { end, threshold, delay, tally } = decoded.asOngoing;
    return `ongoing ${end} ${threshold} ${delay} ${tally.ayes} ${tally.nays} ${tally.turnout}`;
  }
  return decoded.toString();
});
const constants = Object.entries(runtimes).map(([spec, { registry, pallets }]) => {
  const democracy = pallets.find((one) => one.name.toString() === "Democracy");
  const read = ({ name, type, value }) => `${name} ${registry.createType(registry.createLookupType(type), value)}`;
  return [spec, democracy.constants.map(read)];
});
process.stdout.write(JSON.stringify({ names, votes, calls, storage, constants: Object.fromEntries(constants) }));
