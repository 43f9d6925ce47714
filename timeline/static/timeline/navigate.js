// Going from view to view without leaving the page. The state of a view is its address: each step fetches
// that address from the server and puts the parts that differ in place.
import { startCopying } from "./copy.js";

const PARTS = ["heading", "strip", "filters", "results"];
const arrived = new EventTarget();
let shown = location.pathname + location.search;
let pending = null;

export function startNavigation() {
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) go(location.href, { push: false });
  });
}

// Called with each view that was put in place.
export function onArrival(listener) {
  arrived.addEventListener("arrival", listener);
}

export async function go(address, { push = true, scroll = false } = {}) {
  const url = new URL(address, location.href);
  pending?.abort();
  const mine = (pending = new AbortController());
  const results = document.getElementById("results");
  results.setAttribute("aria-busy", "true");
  try {
    const page = await read(url, { signal: mine.signal });
    if (push) history.pushState(null, "", url);
    shown = url.pathname + url.search;
    put(page);
    if (scroll) document.getElementById("results").scrollIntoView();
  } catch (error) {
    if (error.name !== "AbortError") location.assign(url);
  }
}

// The page of an address, or (`part`) what of it is asked for.
export async function read(url, { signal, part } = {}) {
  const headers = { Accept: "text/html", ...(part && { "Dateline-Part": part }) };
  const response = await fetch(url, { signal, headers });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function put(page) {
  const focused = document.activeElement?.id;
  const open = new Set([...document.querySelectorAll("details[open]")].map(named));
  document.title = page.title;
  for (const id of PARTS) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  for (const details of document.querySelectorAll("details")) details.open = open.has(named(details));
  startCopying(document.getElementById("results"));
  arrived.dispatchEvent(new Event("arrival"));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function named(details) {
  return details.querySelector("summary").textContent;
}
