// Shows the page anew when the index has moved on, and where the reader is not in the middle of something.

const root = document.body.dataset.root;
const rest = 5000;
const feed = new EventSource(
  `${root}graphql?${new URLSearchParams({ query: "subscription { blockIndexed(send: [ADDED]) { cursor } }" })}`,
);
let last = Date.now();
let isWaiting = false;

async function renew() {
  isWaiting = false;
  if (document.hidden || document.activeElement?.matches("main :is(input, select, summary)")) {
    return;
  }
  last = Date.now();
  const response = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!response.ok) {
    return;
  }
  const main = document.querySelector("main");
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
  const open = [...main.querySelectorAll("details")].map((details) => details.open);
  fresh.querySelectorAll("details").forEach((details, at) => (details.open = open[at] ?? false));
  const places = [...main.querySelectorAll(".listing")].map((listing) => listing.scrollLeft);
  main.replaceChildren(...fresh.childNodes);
  main.querySelectorAll(".listing").forEach((listing, at) => (listing.scrollLeft = places[at] ?? 0));
}

feed.addEventListener("next", () => {
  if (!isWaiting) {
    isWaiting = true;
    setTimeout(renew, Math.max(0, last + rest - Date.now()));
  }
});
