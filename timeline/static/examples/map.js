// Leaflet reads `format=geojson` as it stands. Its texts are plain: set them as text, never as HTML.
const box = document.getElementById("example");
const note = document.getElementById("note");
const GRID = 10;

function lines() {
  const found = [];
  for (let at = -180; at <= 180; at += GRID) found.push([[-80, at], [80, at]]);
  for (let at = -80; at <= 80; at += GRID) found.push([[at, -180], [at, 180]]);
  return found;
}

function words(feature) {
  const found = document.createElement("p");
  found.textContent = `${feature.properties.start ?? "…"} to ${feature.properties.end ?? "…"}: ${feature.properties.title}`;
  return found;
}

try {
  const response = await fetch(box.dataset.source);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const features = await response.json();
  const map = L.map(box).setView([0, 0], 2);
  L.polyline(lines(), { color: "#b8c4cc", weight: 1, interactive: false }).addTo(map);
  const records = L.geoJSON(features, {
    pointToLayer: (feature, place) => L.circleMarker(place, { radius: 8 }),
    onEachFeature: (feature, layer) => layer.bindPopup(words(feature)),
  }).addTo(map);
  if (features.features.length) map.fitBounds(records.getBounds(), { maxZoom: 6 });
  window.example = records;
  note.textContent = `${features.features.length} records with places` + (features.next ? ", and more on the next page." : ".");
} catch (error) {
  note.textContent = `The example could not be shown. ${error.message}`;
}
