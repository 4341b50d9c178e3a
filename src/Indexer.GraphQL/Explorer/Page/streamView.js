// The messages of a subscription, newest first.

import { el } from "./dom.js";
import { ResultView } from "./resultView.js";
import { size } from "./size.js";

const mostKept = 200;

export class StreamView {
  count = 0;

  constructor() {
    this.list = el("ol", { class: "messages", reversed: true });
    this.older = el("p", { class: "quiet", hidden: true });
    this.root = el(
      "div",
      { class: "stream", tabindex: "0", role: "log", "aria-label": "Messages" },
      this.list,
      this.older,
    );
  }

  clear() {
    this.count = 0;
    this.list.replaceChildren();
    this.older.hidden = true;
  }

  add(payload) {
    const text = JSON.stringify(payload);
    this.count++;
    const time = new Date().toLocaleTimeString([], { hour12: false });
    const view = new ResultView(`Message ${this.count}`);
    view.set(text);
    const summary = el("summary", {}, `#${this.count}`, el("span", {}, time), el("span", {}, size(text.length)));
    this.list.prepend(el("li", {}, el("details", { open: true }, summary, view.root)));
    if (this.list.children.length > mostKept) {
      this.list.lastElementChild.remove();
      this.older.textContent = `The ${this.count - mostKept} messages before these are no longer shown.`;
      this.older.hidden = false;
    }
  }
}
