// A request in the fragment of the address, which browsers never send to a server. Headers are no part of it.

export function link(query, variables) {
  const parameters = new URLSearchParams({ query });
  if (variables.trim()) {
    parameters.set("variables", variables);
  }
  return `#${parameters}`;
}

/** @returns the request in the address; null for none. */
export function linked() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  return parameters.has("query")
    ? { query: parameters.get("query"), variables: parameters.get("variables") ?? "" }
    : null;
}
