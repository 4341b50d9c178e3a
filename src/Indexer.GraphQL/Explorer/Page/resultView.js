// Shows JSON with colours and folding. Of long answers only the lines in view are in the page: any size scrolls.

import { el } from "./dom.js";
import { jsonLines, layOut, lineTokens } from "./jsonLines.js";

const lineHeight = 20;
const mostShownAtOnce = 1000;
const margin = 40;

export class ResultView {
  #source = "";
  #lines = [];
  #folded = new Set();
  #shown = [];
  #rows = new Map();
  #found = null;

  constructor(label) {
    this.body = el("div", { class: "lines", role: "region" });
    this.root = el("div", { class: "json", tabindex: "0", "aria-label": label }, this.body);
    this.root.addEventListener("scroll", () => this.#render(), { passive: true });
    new ResizeObserver(() => this.#render()).observe(this.root);
  }

  get text() {
    return layOut(this.#source, this.#lines);
  }

  set(source) {
    this.#source = source;
    this.#lines = jsonLines(source);
    this.#folded.clear();
    this.#found = null;
    this.root.scrollTo(0, 0);
    this.#layOut();
  }

  foldAll(depth) {
    this.#folded = new Set();
    this.#lines.forEach((line, at) => line.end > at && line.depth >= depth && this.#folded.add(at));
    this.#layOut();
  }

  /** The lines that contain a text, case ignored. */
  find(text) {
    const wanted = text.toLowerCase();
    const matches = ({ from, to }) => this.#source.slice(from, to).toLowerCase().includes(wanted);
    return wanted ? this.#lines.flatMap((line, at) => (matches(line) ? [at] : [])) : [];
  }

  /** Shows a line; opens what it is folded away in. */
  reveal(at) {
    this.#found = at;
    for (const fold of [...this.#folded]) {
      if (fold < at && this.#lines[fold].end >= at) {
        this.#folded.delete(fold);
      }
    }
    this.#layOut();
    const top = this.#shown.indexOf(at) * lineHeight;
    this.root.scrollTop = top - this.root.clientHeight / 2;
    this.#render();
  }

  #layOut() {
    this.#shown = [];
    for (let at = 0; at < this.#lines.length; at++) {
      this.#shown.push(at);
      if (this.#folded.has(at)) {
        at = this.#lines[at].end;
      }
    }
    this.#rows.clear();
    this.body.replaceChildren();
    this.body.style.height = `${this.#shown.length * lineHeight}px`;
    this.#render();
  }

  #render() {
    const isShort = this.#shown.length <= mostShownAtOnce;
    const top = Math.floor(this.root.scrollTop / lineHeight);
    const height = Math.ceil(this.root.clientHeight / lineHeight);
    const first = isShort ? 0 : Math.max(0, top - margin);
    const last = isShort ? this.#shown.length : Math.min(this.#shown.length, top + height + margin);
    for (const [at, row] of this.#rows) {
      if (at < first || at >= last) {
        row.remove();
        this.#rows.delete(at);
      }
    }
    const added = document.createDocumentFragment();
    for (let at = first; at < last; at++) {
      if (!this.#rows.has(at)) {
        this.#rows.set(at, this.#row(at));
        added.append(this.#rows.get(at));
      }
    }
    this.body.append(added);
  }

  #row(at) {
    const index = this.#shown[at];
    const { depth, end, items } = this.#lines[index];
    const isFolded = this.#folded.has(index);
    const pieces = this.#spans(index);
    if (isFolded) {
      const last = this.#spans(end);
      const word = last[0].textContent === "]" ? "item" : "field";
      pieces.push(el("span", { class: "folded" }, ` ${items} ${word}${items === 1 ? "" : "s"} `), ...last);
    }
    const fold = end > index && this.#foldButton(index, isFolded);
    const content = el("code", {}, ...pieces);
    content.style.paddingLeft = `${depth * 2}ch`;
    const row = el("div", { class: index === this.#found ? "line found" : "line" }, fold || null, content);
    row.style.top = `${at * lineHeight}px`;
    return row;
  }

  #spans(index) {
    return lineTokens(this.#source, this.#lines[index]).map(({ role, text }) => el("span", { class: role }, text));
  }

  #foldButton(index, isFolded) {
    const toggle = () => {
      isFolded ? this.#folded.delete(index) : this.#folded.add(index);
      this.#layOut();
      const row = this.#rows.get(this.#shown.indexOf(index));
      row?.querySelector("button").focus({ preventScroll: true });
    };
    const label = `${isFolded ? "Unfold" : "Fold"} line ${index + 1}`;
    return el("button", {
      type: "button",
      class: "fold",
      "aria-label": label,
      "aria-expanded": String(!isFolded),
      onclick: toggle,
    });
  }
}
