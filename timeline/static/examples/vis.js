// vis-timeline reads `format=vis` as it stands: texts are escaped, `end` is exclusive.
const box = document.getElementById("example");
const note = document.getElementById("note");

try {
  const response = await fetch(box.dataset.source);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const items = new vis.DataSet(await response.json());
  const groups = ["Events", "Statements"].map((name) => ({ id: name, content: name }));
  // vis reads days in the reader's own time zone and shows them there: a day stays that day everywhere.
  window.example = new vis.Timeline(box, items, groups, { maxHeight: "70vh" });
  note.textContent = `${items.length} records; the feed holds at most 1,000.`;
} catch (error) {
  note.textContent = `The example could not be shown. ${error.message}`;
}
