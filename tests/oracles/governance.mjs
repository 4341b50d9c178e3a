// Blocks and storage of a chain as @polkadot/types sees them.
// Input: { metadata: { spec: hex }, blocks: [{ height, eventSpec, extrinsicSpec, events, extrinsics }],
// storage: [{ spec, pallet, item, value }] }.
// Output: { names, votes, voteCalls, calls, storage, constants }: how often each "section.method" was emitted; the votes of
// Democracy.Voted; those of Democracy.vote in the signed extrinsics, whether they succeeded or not; the signed calls with the names of those nested in batches and proxies; the storage values; the constants of Democracy.
import { readFileSync } from "node:fs";
import { runtimeOf } from "./runtime.mjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const runtimes = Object.fromEntries(Object.entries(input.metadata).map(([spec, hex]) => [spec, runtimeOf(hex)]));
const pascal = (section) => section[0].toUpperCase() + section.slice(1);

function voteOf(vote) {
  if (vote.isSplit) return `split ${vote.asSplit.aye} ${vote.asSplit.nay}`;
  const { vote: side, balance } = vote.asStandard;
  return `${side.isAye ? "aye" : "nay"} ${side.conviction.index} ${balance}`;
}

const names = {};
const votes = [];
const voteCalls = [];
const calls = [];
/** The votes that a call would cast, also inside batches and proxies. */
function votesIn(call, who) {
  const name = `${call.section}.${call.meta.name}`;
  if (name === "democracy.vote") return [`${call.args[0].toBigInt()} ${who} ${voteOf(call.args[1])}`];
  if (name === "proxy.proxy") return votesIn(call.args[2], (call.args[0].value ?? call.args[0]).toHex());
  return call.section === "utility" && Array.isArray(call.args[0]) ? call.args[0].flatMap((one) => votesIn(one, who)) : [];
}
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
      voteCalls.push(...votesIn(extrinsic.method, extrinsic.signer.value.toHex()).map((vote) => `${height} ${vote}`));
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
process.stdout.write(JSON.stringify({ names, votes, voteCalls, calls, storage, constants: Object.fromEntries(constants) }));
