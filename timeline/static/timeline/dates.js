// Dates in the reader's own locale. A date is a text from the server to the reader: it is taken apart as a
// text and formatted in UTC, so that no time zone moves it. Intl knows days, months, years and ranges; words.js has
// what it lacks. In a language that is not there, those words stay English, and are marked as English.
import { WORDS } from "./words.js";

const SEASONS = [[3, 5], [6, 8], [9, 11], [12, 14]];
const DAY = { day: "numeric", month: "long", year: "numeric" };
const MONTH = { month: "long", year: "numeric" };
const BRIEF = { month: "short", year: "numeric" };
const YEAR = { year: "numeric" };
const CLOCK = { ...DAY, hour: "numeric", minute: "2-digit", timeZoneName: "short" };
const DATED = ".date[data-edtf], time.instant";

// Writes each date as it comes into the page, before it is painted: while the page loads, and with each later view.
function start(locale) {
  if (asServed(locale)) return;
  const waiting = new Set();
  const look = (root) => {
    if (root.matches?.(DATED)) waiting.add(root);
    for (const element of root.querySelectorAll(DATED)) waiting.add(element);
  };
  const settle = () => {
    for (const element of waiting) {
      if (!whole(element)) continue;
      waiting.delete(element);
      show(element, locale);
    }
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.querySelectorAll) look(node);
    settle();
  }).observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", settle);
  look(document);
  settle();
}

// Whether the parser is through with an element: the text of one that is still open would be added to.
function whole(element) {
  if (document.readyState !== "loading") return true;
  for (let node = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}

function show(element, locale) {
  let said;
  try {
    said = element.matches("time") ? clock(element.dateTime, locale) : pieces(element.dataset, locale);
  } catch {
    return; // An unknown locale or notation: the server's words stay.
  }
  element.setAttribute("lang", locale);
  element.setAttribute("dir", "auto");
  const nodes = said.map(({ text, lang }) => {
    if (lang === locale) return text;
    const part = document.createElement("span");
    part.lang = lang;
    part.textContent = text;
    return part;
  });
  element.replaceChildren(...nodes);
}

// The words of a date as one text; the server's where nothing else can be said.
export function spoken(when, words, locale = navigator.language) {
  if (asServed(locale)) return words;
  try {
    return pieces(when, locale).map(({ text }) => text).join("");
  } catch {
    return words;
  }
}

function asServed(locale) {
  return /^en(-gb)?$/i.test(locale);
}

// The words of a date { edtf, start, end, precision }, in pieces of one language each.
function pieces({ edtf, start, end, precision }, locale) {
  const around = phrases(locale);
  if (!edtf) return around("undated");
  if (precision?.startsWith("part-of-") && start && end) {
    return around(edtf.at(-1), [day(start), day(end), 0]);
  }
  if (precision === "brief") return [{ text: format(bounds(edtf)[0], bounds(edtf)[0], BRIEF, locale), lang: locale }];
  const [first, last] = edtf.split("/");
  if (last === undefined) return single(edtf, locale);
  if (first === "..") return around("until", single(last, locale), form(last));
  if (last === "..") return around("since", single(first, locale), form(first));
  if (/^[\d-]+$/.test(first + last) && first.length === last.length && !(edtf[5] > "1")) {
    return around("", [bounds(first)[0], bounds(last)[1], first.split("-").length]);
  }
  return [...single(first, locale), { text: " – ", lang: locale }, ...single(last, locale)];
}

function single(edtf, locale) {
  const plain = edtf.replace(/[~?%]$/, "");
  const around = phrases(locale);
  const named = season(plain, locale);
  return around(edtf.at(-1), named ?? bounds(plain), form(plain));
}

// A season or quarter by its name, where the language's table has it; else its months say it.
function season(plain, locale) {
  const [year, part] = plain.split("-").map(Number);
  const own = WORDS[new Intl.Locale(locale).language];
  if (!own || !(part > 12)) return null;
  const name = part < 33 ? own.seasons[part - 21] : own.quarters[part - 33];
  return [{ text: name.replace("{}", format(utc(year), utc(year), YEAR, locale)), lang: locale }];
}

// Puts words around a date (bounds, or pieces already) in the reader's language, else in English.
function phrases(locale) {
  const language = new Intl.Locale(locale).language;
  const [table, lang] = WORDS[language] ? [WORDS[language], locale] : [WORDS.en, "en"];
  return (name, date = [], day = "other") => {
    const inner = date[0] instanceof Date ? [{ text: ranged(...date, locale), lang: locale }] : date;
    const phrase = table[name];
    if (!phrase) return inner;
    const [before, after] = (phrase[day] ?? phrase).split("{}");
    const all = [{ text: before, lang }, ...inner, { text: after ?? "", lang }].filter(({ text }) => text);
    return all.every((piece) => piece.lang === locale) ? [{ text: all.map(({ text }) => text).join(""), lang }] : all;
  };
}

function form(edtf) {
  return /^\d{4}-\d\d-\d\d/.test(edtf) ? "day" : "other";
}

// First and last day of a date without a slash, and how many parts it has: 1 for years, 2 for months, 3 for days. (0
// stands for bounds that are finer than the notation.)
function bounds(plain) {
  const [year, month, date] = plain.split("-").map(Number);
  if (plain.endsWith("XX")) return [utc(Number(plain.slice(0, 2)) * 100), utc(Number(plain.slice(0, 2)) * 100 + 99), 1];
  if (plain.endsWith("X")) return [utc(Number(plain.slice(0, 3)) * 10), utc(Number(plain.slice(0, 3)) * 10 + 9), 1];
  if (date) return [utc(year, month, date), utc(year, month, date), 3];
  if (month >= 33) return [utc(year, 3 * (month - 33) + 1), utc(year, 3 * (month - 33) + 3), 2];
  if (month >= 21) return [...SEASONS[month - 21].map((number) => utc(year, number)), 2];
  return month ? [utc(year, month), utc(year, month), 2] : [utc(year), utc(year), 1];
}

function ranged(from, to, parts, locale) {
  const whole = from.getUTCDate() === 1 && new Date(to.getTime() + 864e5).getUTCDate() === 1;
  return format(from, to, [whole ? MONTH : DAY, YEAR, MONTH, DAY][parts], locale);
}

function format(from, to, options, locale) {
  // The Gregorian calendar, whatever the locale prefers: the sources' dates are in it.
  const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", calendar: "gregory" });
  return from.getTime() === to.getTime() ? formatter.format(from) : formatter.formatRange(from, to);
}

function clock(instant, locale) {
  const formatter = new Intl.DateTimeFormat(locale, { ...CLOCK, timeZone: "UTC", calendar: "gregory" });
  return [{ text: formatter.format(new Date(instant)), lang: locale }];
}

function day(text) {
  return utc(...text.split("-").map(Number));
}

function utc(year, month = 1, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return date;
}

start(navigator.language);
