// The timeline page, enhanced. Without this script it is a paged list with a form; every address it
// goes to is one that the server answers alike.
import { startCopying } from "./copy.js";
import "./dates.js";
import { startEvidence } from "./evidence.js";
import { startForm } from "./form.js";
import { startNavigation } from "./navigate.js";
import { startScrolling } from "./scroll.js";
import { startStrip } from "./strip.js";

document.documentElement.classList.add("enhanced");
startCopying(document);
if (document.getElementById("results")) {
  startNavigation();
  startStrip();
  startForm();
  startScrolling();
  startEvidence();
}
