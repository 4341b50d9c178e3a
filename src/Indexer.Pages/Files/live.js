// Shows the page anew when the index has moved on, and where the reader is not in the middle of something.

const root = document.body.dataset.root;
const rest = 5000;
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

const query = "subscription { blockIndexed(send: [ADDED]) { cursor } }";
let feed = null;

// Only while it is seen: browsers open few connections to a host, and pages in the background would take all of them.
function follow() {
  feed?.close();
  if (!document.hidden) {
    feed = new EventSource(`${root}graphql?${new URLSearchParams({ query })}`);
    feed.addEventListener("next", () => {
      if (!isWaiting) {
        isWaiting = true;
        setTimeout(renew, Math.max(0, last + rest - Date.now()));
      }
    });
  }
}

document.addEventListener("visibilitychange", follow);
follow();
