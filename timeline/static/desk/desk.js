// Keys of the desk: whatever carries data-key is clicked by its key, unless somebody is typing.
"use strict";
(() => {
  const OFF = "desk-keys-off";
  const stored = () => { try { return localStorage.getItem(OFF) === "yes"; } catch { return false; } };
  const typing = (at) => at.matches("input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]");

  const enter = (details) => {
    if (details?.open) details.querySelector("input:not([type=hidden]), textarea")?.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || stored() || typing(event.target)) return;
    const wanted = [...document.querySelectorAll("[data-key]")].find(
      (element) => element.dataset.key === event.key && element.checkVisibility());
    if (!wanted) return;
    event.preventDefault();
    wanted.click();
    // At once, and not on the toggle event, which comes later: the next key may be typed already.
    enter(wanted.closest("details.desk-edit"));
  });

  // What other scripts make when the page is ready. The boxes of searched choices name themselves by what is chosen alone.
  const name = () => {
    // Django's own help marks have a label, and no role that may have one.
    for (const mark of document.querySelectorAll(".help-tooltip[aria-label]")) mark.setAttribute("role", "img");
    for (const select of document.querySelectorAll("select.admin-autocomplete")) {
      const label = document.querySelector(`label[for="${select.id}"]`);
      const box = select.parentElement.querySelector("[role=combobox]");
      const chosen = box?.querySelector(".select2-selection__rendered");
      if (!label || !chosen) continue;
      label.id ||= `${select.id}_label`;
      // A field within the field, which nobody can type in.
      chosen.removeAttribute("role");
      chosen.removeAttribute("aria-readonly");
      box.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
    }
  };
  window.addEventListener("load", name);
  // Select2 comes with jQuery, whose own time is another: after all that asked before.
  window.django?.jQuery?.(name);

  document.addEventListener("DOMContentLoaded", () => {
    const off = document.getElementById(OFF);
    if (off) {
      off.checked = stored();
      off.addEventListener("change", () => { try { localStorage.setItem(OFF, off.checked ? "yes" : ""); } catch { /* kept for this page alone */ } });
    }
    // The export form's own label names a field that is not there.
    for (const box of document.querySelectorAll("input.select-toggle")) box.setAttribute("aria-label", "Select all");
    for (const text of document.querySelectorAll(".desk-text")) {
      const mark = text.querySelector("mark");
      // Only the box is scrolled, never the page: the decision stays in view.
      if (mark) text.scrollTop = Math.max(0, mark.offsetTop - text.offsetTop - text.clientHeight / 3);
    }
    for (const details of document.querySelectorAll("details.desk-edit")) {
      details.addEventListener("toggle", () => enter(details));
    }
  });
})();
