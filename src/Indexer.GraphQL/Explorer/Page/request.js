// GraphQL over HTTP.

const accept = "application/graphql-response+json, application/json;q=0.9";

/** The address of the endpoint: that of the page. */
export const endpoint = new URL(location.pathname, location.origin);

/** @returns the answer as it came, with its time and size. */
export async function send(request, headers, signal) {
  const start = performance.now();
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", accept, ...headers },
    body: JSON.stringify(request),
    signal,
  });
  const bytes = await response.arrayBuffer();
  const milliseconds = performance.now() - start;
  const text = new TextDecoder().decode(bytes);
  return { status: response.status, text, milliseconds, bytes: bytes.byteLength };
}

/** The data of a query of the page's own. */
export async function ask(query, headers) {
  const { status, text } = await send({ query }, headers);
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Error(`The server answered ${status} with something that is no JSON.`);
  }
  if (!answer.data) {
    throw new Error(answer.errors?.[0]?.message ?? `The server answered ${status} without data.`);
  }
  return answer.data;
}

/** The request as a command line. */
export function curl(request, headers) {
  const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
  const lines = Object.entries({ "content-type": "application/json", ...headers }).map(
    ([name, value]) => `  -H ${quote(`${name}: ${value}`)}`,
  );
  return [`curl ${quote(endpoint.href)}`, ...lines, `  --data ${quote(JSON.stringify(request))}`].join(" \\\n");
}
