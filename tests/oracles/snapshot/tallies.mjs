// Scores by the voting types of snapshot.js: [{ type, choices, votes: [{ choice, balance }] }] to [{ scores, valid, total }].
import { createRequire } from "node:module";

const library = createRequire(import.meta.url)("@snapshot-labs/snapshot.js");
const snapshot = library.default ?? library;
let text = "";
for await (const part of process.stdin) text += part;
const answers = JSON.parse(text).map(({ type, choices, votes }) => {
  const names = Array.from({ length: choices }, (_, number) => `Choice ${number + 1}`);
  const cast = votes.map((vote) => ({ ...vote, scores: [vote.balance] }));
  const voting = new snapshot.utils.voting[type]({ choices: names }, cast, [{ name: "one", network: "1", params: {} }], 0);
  return { scores: voting.getScores(), valid: voting.getValidVotes().length, total: voting.getScoresTotal() };
});
process.stdout.write(JSON.stringify(answers));
