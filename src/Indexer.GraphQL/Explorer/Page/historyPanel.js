import { button, el } from "./dom.js";

export class HistoryPanel {
  /** @param open opens an entry. */
  constructor(history, open) {
    this.history = history;
    this.open = open;
    this.search = el("input", {
      type: "search",
      placeholder: "Search what you ran",
      "aria-label": "Search the history",
    });
    this.search.addEventListener("input", () => this.refresh());
    this.list = el("ul", { class: "entries" });
    this.root = el("div", { class: "panel" }, this.search, this.list);
    this.refresh();
  }

  refresh() {
    const found = this.history.find(this.search.value);
    const none = this.search.value ? "Nothing was found." : "What you run is kept here, in this browser.";
    this.list.replaceChildren(
      ...(found.length > 0 ? found.map((entry) => this.#row(entry)) : [el("li", { class: "quiet" }, none)]),
    );
  }

  #row(entry) {
    const change = (act) => () => {
      act.call(this.history, entry.id);
      this.refresh();
    };
    const star = button(entry.favourite ? "★" : "☆", change(this.history.favour), {
      class: "star",
      "aria-label": "Favourite",
      "aria-pressed": String(entry.favourite),
    });
    const time = el("time", {}, new Date(entry.time).toLocaleString());
    const content = [el("b", {}, entry.title), el("small", {}, entry.query.replace(/\s+/g, " ").slice(0, 120)), time];
    return el(
      "li",
      {},
      button(content, () => this.open(entry), { class: "open" }),
      star,
      button("×", change(this.history.remove), { class: "star", "aria-label": "Delete" }),
    );
  }
}
