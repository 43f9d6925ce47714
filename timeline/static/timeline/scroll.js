// More records as the reader nears the end, by the cursor of the link that stands there. After some screens it
// stops and waits to be asked, so that what stands below the list can be reached.
import { plain } from "./form.js";
import { onArrival, read } from "./navigate.js";

const SCREENS = 5;
let watcher = null;
let unasked = 0;

export function startScrolling() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#next");
    if (!link || !plain(event)) return;
    event.preventDefault();
    unasked = 0;
    append(link, true);
  });
  onArrival(() => {
    unasked = 0;
    watch();
  });
  watch();
}

function watch() {
  watcher?.disconnect();
  const link = document.getElementById("next");
  if (!link || unasked >= SCREENS) return;
  watcher = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting) return;
      watcher.disconnect();
      unasked += 1;
      append(link, false);
    },
    { rootMargin: "600px" },
  );
  watcher.observe(link);
}

async function append(link, focus) {
  const list = document.getElementById("list");
  let page;
  try {
    page = await read(link.href, { part: "list" });
  } catch {
    if (focus) location.assign(link.href);
    return;
  }
  if (!list.isConnected) return; // Another view has come meanwhile.
  const fresh = page.getElementById("list");
  const first = fresh.querySelector(".record");
  const [here, there] = [list.lastElementChild, fresh.firstElementChild];
  if (here && there && here.dataset.year === there.dataset.year) {
    here.querySelector("ol").append(...there.querySelector("ol").children);
    there.remove();
  }
  list.append(...fresh.children);
  const next = page.getElementById("next");
  if (next) link.replaceWith(next);
  else link.parentElement.remove();
  const number = list.querySelectorAll(".record").length;
  const status = document.getElementById("status");
  status.textContent = /, \d+ of them here/.test(status.textContent)
    ? status.textContent.replace(/, \d+ of them here/, `, ${number} of them here`)
    : `${number} records here${next ? ", and more follow" : ""}.`;
  if (focus) first?.querySelector("a")?.focus();
  watch();
}
