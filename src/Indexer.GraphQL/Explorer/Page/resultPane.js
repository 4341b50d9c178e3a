// The answer: its state, time and size; folding, finding, copying; messages of a subscription.

import { button, copy, el, notify, save } from "./dom.js";
import { csvOf, tableElement, tableOf } from "./resultTable.js";
import { ResultView } from "./resultView.js";
import { size } from "./size.js";
import { StreamView } from "./streamView.js";

const foldedDepth = 3;

export class ResultPane {
  #matches = [];
  #match = -1;

  constructor(root) {
    this.view = new ResultView("Result");
    this.stream = new StreamView();
    this.state = el("span", { class: "state", role: "status" });
    this.find = el("input", { type: "search", placeholder: "Find", "aria-label": "Find in the result" });
    this.count = el("span", { class: "count", "aria-live": "polite" });
    this.find.addEventListener("input", () => this.#search());
    this.find.addEventListener("keydown", (event) => event.key === "Enter" && this.#next(event.shiftKey ? -1 : 1));
    this.fold = button("Fold", () => this.#foldAll(), {
      "aria-pressed": "false",
      title: "Fold all but the first levels",
    });
    this.tabular = button("Table", () => this.#showTable(this.tabular.getAttribute("aria-pressed") === "false"), {
      "aria-pressed": "false",
      title: "Show the longest list of the result as a table",
    });
    this.tools = el(
      "span",
      { class: "tools", hidden: true },
      this.find,
      this.count,
      this.fold,
      this.tabular,
      button("CSV", () => this.#saveTable(), { title: "Save the longest list of the result as CSV" }),
      button("Copy", () => copy(this.view.text, "The result is copied."), { title: "Copy the result" }),
    );
    this.hint = hint();
    this.body = el("div", { class: "body" }, this.hint);
    root.append(el("div", { class: "toolbar" }, el("h2", {}, "Result"), this.state, this.tools), this.body);
  }

  running() {
    this.#state("running", "Running…");
  }

  /** Shows an answer of HTTP. */
  answer({ status, text, milliseconds, bytes }, isGood) {
    this.view.set(text);
    this.tools.hidden = false;
    this.#reset();
    this.body.replaceChildren(this.view.root);
    this.#state(isGood ? "good" : "bad", `${status} · ${Math.round(milliseconds)} ms · ${size(bytes)}`);
  }

  /** Shows that there is no answer. */
  failure(message) {
    this.tools.hidden = true;
    this.body.replaceChildren(el("p", { class: "plain", role: "alert" }, message));
    this.#state("bad", "No answer");
  }

  cancelled() {
    this.#state("", "Cancelled");
  }

  /** Shows the messages of a subscription as they come. */
  streaming() {
    this.tools.hidden = true;
    this.stream.clear();
    this.body.replaceChildren(this.stream.root);
    this.#state("running", "Connecting…");
  }

  message(payload) {
    this.stream.add(payload);
    this.streamState("running", "Live");
  }

  streamState(kind, text) {
    const { count } = this.stream;
    this.#state(kind, `${text} · ${count} ${count === 1 ? "message" : "messages"}`);
  }

  #state(kind, text) {
    this.state.className = `state ${kind}`;
    this.state.textContent = text;
  }

  #showTable(isTable) {
    const table = isTable && tableOf(this.view.text);
    if (isTable && !table) {
      notify("The result has no list.");
      return;
    }
    this.tabular.setAttribute("aria-pressed", String(isTable));
    this.body.replaceChildren(isTable ? tableElement(table) : this.view.root);
  }

  #saveTable() {
    const table = tableOf(this.view.text);
    table ? save(csvOf(table), "text/csv", "result.csv") : notify("The result has no list.");
  }

  #foldAll() {
    const isFolded = this.fold.getAttribute("aria-pressed") === "true";
    this.fold.setAttribute("aria-pressed", String(!isFolded));
    this.view.foldAll(isFolded ? Infinity : foldedDepth);
  }

  #reset() {
    this.tabular.setAttribute("aria-pressed", "false");
    this.fold.setAttribute("aria-pressed", "false");
    this.find.value = "";
    this.count.textContent = "";
    this.#matches = [];
  }

  #search() {
    this.#matches = this.view.find(this.find.value);
    this.#match = -1;
    this.count.textContent = this.find.value ? "0" : "";
    this.#next(1);
  }

  #next(step) {
    const count = this.#matches.length;
    if (count > 0) {
      this.#match = (this.#match + step + count) % count;
      this.#showTable(false);
      this.view.reveal(this.#matches[this.#match]);
      this.count.textContent = `${this.#match + 1}/${count}`;
    }
  }
}

function hint() {
  const keys = [
    ["Ctrl+Enter", "run"],
    ["Ctrl+Space", "suggest"],
    ["Ctrl+/", "comment"],
    ["Ctrl+Shift+F", "prettify"],
  ];
  return el(
    "div",
    { class: "hint" },
    el("p", {}, "Run the query to see its result here."),
    el(
      "dl",
      {},
      keys.map(([key, does]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, does))),
    ),
  );
}
