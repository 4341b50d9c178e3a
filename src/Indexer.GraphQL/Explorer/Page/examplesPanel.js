import { button, el } from "./dom.js";

/** The documented queries. @param open opens one. */
export function examplesPanel(examples, open) {
  const search = el("input", {
    type: "search",
    placeholder: "Search the examples",
    "aria-label": "Search the examples",
  });
  const rows = examples.map((example) => {
    const content = [el("b", {}, example.title), el("small", {}, example.description)];
    return el(
      "li",
      {},
      button(content, () => open(example), { class: "open" }),
    );
  });
  search.addEventListener("input", () => {
    const wanted = search.value.toLowerCase();
    rows.forEach((row, at) => {
      const { title, description, query } = examples[at];
      row.hidden = !`${title} ${description} ${query}`.toLowerCase().includes(wanted);
    });
  });
  const none = el("li", { class: "quiet" }, "There are no examples.");
  return el("div", { class: "panel" }, search, el("ul", { class: "entries" }, rows.length > 0 ? rows : none));
}
