// Tabs with one open panel (WAI-ARIA tabs: arrows move between them).

import { button, el } from "./dom.js";

let groups = 0;

/** @param {{label: string, content: Node}[]} items */
export function tabs(label, items) {
  const group = `tabs-${groups++}`;
  const heads = items.map((item, at) =>
    button(item.label, () => open(at), { role: "tab", id: `${group}-${at}`, "aria-controls": `${group}-panel-${at}` }),
  );
  const bodies = items.map((item, at) =>
    el("div", { role: "tabpanel", id: `${group}-panel-${at}`, "aria-labelledby": `${group}-${at}` }, item.content),
  );
  const list = el("div", { role: "tablist", "aria-label": label }, heads);
  list.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step) {
      const next = (heads.indexOf(document.activeElement) + step + heads.length) % heads.length;
      open(next);
      heads[next].focus();
    }
  });
  function open(chosen) {
    heads.forEach((head, at) => {
      head.setAttribute("aria-selected", String(at === chosen));
      head.tabIndex = at === chosen ? 0 : -1;
      bodies[at].hidden = at !== chosen;
    });
  }
  open(0);
  return { root: el("div", { class: "tabs" }, list, bodies), open, heads };
}
