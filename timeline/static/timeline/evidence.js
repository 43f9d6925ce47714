// A record opens to its evidence where it stands. The open record is the fragment of the address, so that
// back closes it and a reload opens it again.
import { plain } from "./form.js";
import { onArrival, read } from "./navigate.js";

export function startEvidence() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".record a.evidence");
    if (!link || link.target || !plain(event)) return;
    event.preventDefault();
    const id = link.closest(".record").id;
    history.pushState(null, "", location.hash === `#${id}` ? location.pathname + location.search : `#${id}`);
    sync();
  });
  document.addEventListener("keydown", (event) => {
    // A link that opens something in place is a button, and a button takes the space bar.
    if (event.key === " " && event.target.matches?.(".record a.evidence[role=button]")) {
      event.preventDefault();
      event.target.click();
    }
  });
  addEventListener("popstate", sync);
  addEventListener("hashchange", sync);
  onArrival(sync);
  new MutationObserver(label).observe(document.querySelector("main"), { childList: true, subtree: true });
  sync();
}

function label() {
  for (const link of document.querySelectorAll(".record a.evidence:not([role]):not([target])")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  }
}

function sync() {
  label();
  const wanted = location.hash.slice(1);
  for (const record of document.querySelectorAll(".record.shown")) {
    if (record.id !== wanted) close(record);
  }
  const record = wanted ? document.getElementById(wanted) : null;
  if (record?.matches(".record:not(.shown)")) open(record);
}

function close(record) {
  record.classList.remove("shown");
  record.querySelector(".opened")?.remove();
  record.querySelector("a.evidence").setAttribute("aria-expanded", "false");
}

async function open(record) {
  const link = record.querySelector("a.evidence");
  if (link.target) return;
  record.classList.add("shown");
  link.setAttribute("aria-expanded", "true");
  let found;
  try {
    found = (await read(link.href)).getElementById("opened");
  } catch {
    location.assign(link.href);
    return;
  }
  if (!record.classList.contains("shown") || record.querySelector(".opened")) return;
  // Below the heading of the record, which is of the fourth level.
  for (const heading of found.querySelectorAll("h2, h3")) {
    const lower = document.createElement(heading.matches("h2") ? "h5" : "h6");
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  // Headings and labels of many records may stand on one page: their names are made their own.
  found.removeAttribute("id");
  for (const element of found.querySelectorAll("[id]")) element.id += `-${record.id}`;
  for (const element of found.querySelectorAll("[aria-labelledby]")) {
    element.setAttribute("aria-labelledby", `${element.getAttribute("aria-labelledby")}-${record.id}`);
  }
  record.append(document.adoptNode(found));
}
