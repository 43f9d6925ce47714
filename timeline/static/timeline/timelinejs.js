// Shows a view in TimelineJS, from the API's own feed for it.
const box = document.getElementById("timelinejs");
const note = document.getElementById("note");

try {
  const response = await fetch(box.dataset.source);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const data = await response.json();
  if (data.events.length) {
    // No web fonts: they would come from another host.
    const options = { font: "", language: "en", script_path: new URL(box.dataset.scripts, location.href).href };
    window.timeline = new TL.Timeline(box, data, options);
    note.textContent = `${data.events.length} records; TimelineJS shows at most 200 of a view.`;
  } else {
    note.textContent = "No record of this view has a date to show.";
  }
} catch (error) {
  note.textContent = `The view could not be shown. ${error.message}`;
}
