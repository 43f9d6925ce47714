// d3-dsv reads `format=csv` as it stands. Dates are texts: keep them so, or parse `start` with d3.utcParse("%Y-%m-%d").
const box = document.getElementById("example");
const note = document.getElementById("note");
const SHOWN = ["start", "end", "title", "places", "publishers"];

function row(cell, texts) {
  const found = document.createElement("tr");
  for (const text of texts) found.append(Object.assign(document.createElement(cell), { textContent: text }));
  return found;
}

try {
  const response = await fetch(box.dataset.source);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  // d3.csvParse makes the same objects, but writes code to do so, which this page's security policy forbids.
  const [names, ...rows] = d3.csvParseRows(await response.text());
  const records = rows.map((cells) => Object.fromEntries(cells.map((text, at) => [names[at], text])));
  const years = new Map();
  for (const { start } of records) years.set(start.slice(0, 4), (years.get(start.slice(0, 4)) ?? 0) + 1);
  const table = document.createElement("table");
  table.append(row("th", SHOWN), ...records.slice(0, 200).map((record) => row("td", SHOWN.map((name) => record[name]))));
  box.append(table);
  window.example = records;
  note.textContent = `${records.length} records: ` + [...years].map(([year, number]) => `${year || "undated"} ${number}`).join(", ");
} catch (error) {
  note.textContent = `The example could not be shown. ${error.message}`;
}
