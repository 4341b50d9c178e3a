// {url} in, the verdicts of the graphql-http server audits out: [{id, name, status, reason}].
import { readFileSync } from "node:fs";
import { auditServer } from "graphql-http";

const { url } = JSON.parse(readFileSync(0, "utf8"));
const results = await auditServer({ url });
for (const { response } of results) {
  await response?.body?.cancel();
}
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
