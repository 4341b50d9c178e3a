/**
 * The variables in the answer to an example's query for them: each leaf that is not null is the variable of its name,
 * the first in the order of the answer where several have that name.
 */
export function exampleVariables(data, found = {}) {
  for (const [name, value] of Object.entries(data)) {
    if (value !== null && typeof value === "object") {
      exampleVariables(value, found);
    } else if (value !== null && !Array.isArray(data)) {
      found[name] ??= value;
    }
  }
  return found;
}
