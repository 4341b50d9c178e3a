// The borders between panes: dragged, or moved with arrow keys when focused.

import { load, save } from "./storage.js";

const names = { browse: "the list", result: "the result", inputs: "the variables" };
const least = 120;
const keyStep = 24;

export function splitters(panes) {
  const sizes = load("sizes", {});
  const apply = (name, value) => {
    sizes[name] = Math.max(least, Math.round(value));
    panes.style.setProperty(`--${name}`, `${sizes[name]}px`);
    save("sizes", sizes);
  };
  for (const [name, value] of Object.entries(sizes)) {
    apply(name, value);
  }
  for (const bar of panes.querySelectorAll(".splitter")) {
    const name = bar.dataset.split;
    const isAcross = bar.classList.contains("across");
    const isAfter = name !== "browse";
    const pane = () => (isAfter ? bar.nextElementSibling : bar.previousElementSibling);
    const length = () => pane().getBoundingClientRect()[isAcross ? "height" : "width"];
    bar.setAttribute("aria-orientation", isAcross ? "horizontal" : "vertical");
    bar.setAttribute("aria-label", `Resize ${names[name]}`);
    bar.addEventListener("pointerdown", (event) => {
      const begin = { at: isAcross ? event.clientY : event.clientX, length: length() };
      const move = (moved) => {
        const distance = (isAcross ? moved.clientY : moved.clientX) - begin.at;
        apply(name, begin.length + (isAfter ? -distance : distance));
      };
      bar.setPointerCapture(event.pointerId);
      bar.addEventListener("pointermove", move);
      bar.addEventListener("lostpointercapture", () => bar.removeEventListener("pointermove", move), { once: true });
    });
    bar.addEventListener("keydown", ({ key }) => {
      const step = { ArrowLeft: -keyStep, ArrowUp: -keyStep, ArrowRight: keyStep, ArrowDown: keyStep }[key];
      if (step) {
        apply(name, length() + (isAfter ? -step : step));
      }
    });
  }
}
