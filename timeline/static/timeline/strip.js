// Choosing a range on the strip: by drag, by tap, or with the arrow keys on either end.
import { spoken } from "./dates.js";
import { go, onArrival } from "./navigate.js";

const PATIENCE = 400; // Milliseconds after the last key, so that ten steps are one view and not ten.
let timer = 0;

export function startStrip() {
  onArrival(lay);
  lay();
}

function lay() {
  clearTimeout(timer);
  const chart = document.getElementById("chart");
  if (!chart || chart.querySelector(".brush")) return;
  const columns = [...chart.querySelectorAll(".column")].map((column) => ({
      ...column.dataset, words: spoken(column.dataset, column.dataset.words),
    }));
  if (columns.length) new Brush(chart, columns);
}

class Brush {
  constructor(chart, columns) {
    this.columns = columns;
    this.counted = chart.hasAttribute("data-counted");
    this.about = chart.dataset.about ?? "";
    // The server knows which columns a range of any notation begins and ends in.
    this.ends = [Number(chart.dataset.first), Number(chart.dataset.last)];
    this.layer = make("div", "brush");
    this.between = make("div", "between");
    this.tip = make("div", "tip");
    this.tip.hidden = true;
    this.handles = ["first", "last"].map((end, at) => this.handle(end, at));
    const shade = make("div", "shade");
    shade.append(this.between);
    this.layer.append(shade, ...this.handles, this.tip);
    chart.append(this.layer);
    this.layer.addEventListener("pointerdown", (event) => this.press(event));
    this.layer.addEventListener("pointermove", (event) => this.hover(event));
    this.layer.addEventListener("pointerleave", () => (this.tip.hidden = true));
    this.draw();
  }

  handle(end, at) {
    const handle = make("div", "handle");
    handle.id = `range-${end}`;
    handle.tabIndex = 0;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", end === "first" ? "Start of the range" : "End of the range");
    handle.setAttribute("aria-orientation", "horizontal");
    handle.addEventListener("keydown", (event) => this.key(event, at));
    return handle;
  }

  draw() {
    const [from, to] = this.ends;
    const each = 100 / this.columns.length;
    const most = this.columns.length - 1;
    this.between.style.left = `${from * each}%`;
    this.between.style.width = `${(to - from + 1) * each}%`;
    this.between.hidden = from === 0 && to === most;
    this.handles.forEach((handle, at) => {
      handle.style.left = `${(this.ends[at] + at) * each}%`;
      handle.setAttribute("aria-valuemin", at ? from : 0);
      handle.setAttribute("aria-valuemax", at ? most : to);
      handle.setAttribute("aria-valuenow", this.ends[at]);
      handle.setAttribute("aria-valuetext", this.columns[this.ends[at]].words);
    });
  }

  key(event, at) {
    const far = this.columns.length > 48 ? 12 : 5;
    const steps = {
      ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -far, PageUp: far, Home: -1e6, End: 1e6,
    };
    if (event.key === "Enter") this.commit();
    if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [least, most] = at ? [this.ends[0], this.columns.length - 1] : [0, this.ends[1]];
    this.ends[at] = Math.min(Math.max(this.ends[at] + steps[event.key], least), most);
    this.draw();
    clearTimeout(timer);
    timer = setTimeout(() => this.commit(), PATIENCE);
  }

  press(event) {
    if (event.button !== 0) return;
    const before = [...this.ends];
    const grasped = this.handles.indexOf(event.target.closest(".handle"));
    const fixed = grasped < 0 ? this.at(event) : this.ends[1 - grasped];
    this.layer.setPointerCapture(event.pointerId);
    const move = (moved) => {
      this.ends = [fixed, this.at(moved)].sort((a, b) => a - b);
      this.draw();
      this.say(moved);
    };
    const end = (last) => {
      for (const name of ["pointermove", "pointerup", "pointercancel"]) this.layer.removeEventListener(name, steps[name]);
      removeEventListener("keydown", escape);
      if (last.type === "pointerup") this.commit();
      else this.ends = before;
      this.draw();
    };
    const escape = (pressed) => pressed.key === "Escape" && end(pressed);
    const steps = { pointermove: move, pointerup: end, pointercancel: end };
    for (const [name, step] of Object.entries(steps)) this.layer.addEventListener(name, step);
    addEventListener("keydown", escape);
    if (grasped < 0) move(event);
  }

  hover(event) {
    if (!event.buttons) this.say(event);
  }

  say(event) {
    const column = this.columns[this.at(event)];
    this.tip.textContent = this.counted
      ? `${column.words}: ${this.about}${column.certain} certain, ${this.about}${column.possible} possible`
      : column.words;
    this.tip.hidden = false;
    const box = this.layer.getBoundingClientRect();
    const left = Math.min(Math.max(event.clientX - box.left - this.tip.offsetWidth / 2, 0), box.width - this.tip.offsetWidth);
    this.tip.style.left = `${left}px`;
  }

  at(event) {
    const box = this.layer.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.min(Math.max(Math.floor(share * this.columns.length), 0), this.columns.length - 1);
  }

  commit() {
    clearTimeout(timer);
    const [from, to] = this.ends;
    const url = new URL(location.href);
    url.hash = "";
    url.searchParams.delete("cursor");
    if (from === 0 && to === this.columns.length - 1) {
      url.searchParams.delete("from");
      url.searchParams.delete("to");
    } else {
      url.searchParams.set("from", this.columns[from].from);
      url.searchParams.set("to", this.columns[to].to);
    }
    if (url.href !== location.href) go(url);
  }
}

function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
