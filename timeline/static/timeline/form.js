// The filter form and the links that change the view: they go where they would without the script.
import { go } from "./navigate.js";

const VIEW_LINKS = "#heading a, .chips a, .ranges a, .table a, .summary a, .filters a";

export function startForm() {
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "filters") return;
    event.preventDefault();
    go(address(event.target));
  });
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form?.id === "filters" && event.target.matches("select, [type=checkbox], [type=radio]")) go(address(form));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(VIEW_LINKS);
    if (!link || link.target || event.defaultPrevented || !plain(event)) return;
    event.preventDefault();
    go(link.href);
  });
}

// A click that asks for nothing but to follow the link.
export function plain(event) {
  return event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

// The address that the form would be sent to, its empty fields left out.
export function address(form) {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim()) asked.append(name, value.trim());
  }
  return asked.size ? `${form.action}?${asked}` : form.action;
}
