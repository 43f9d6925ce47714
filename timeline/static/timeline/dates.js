// Dates in the reader's own locale. A date is a text from the server to the reader: it is taken apart as a
// text and formatted in UTC, so that no time zone moves it. The words around it stay those of the page.
const QUALIFIERS = { "~": "about ", "?": "perhaps ", "%": "perhaps about " };
const SEASONS = { 21: [3, 5], 22: [6, 8], 23: [9, 11], 24: [12, 2] };
const DAY = { day: "numeric", month: "long", year: "numeric" };
const MONTH = { month: "long", year: "numeric" };
const YEAR = { year: "numeric" };

export function showDates(root, locale = navigator.language) {
  if (/^en(-gb)?$/i.test(locale)) return; // As the server writes them.
  for (const element of root.querySelectorAll(".date[data-edtf]")) {
    const { edtf, start, end, precision } = element.dataset;
    try {
      element.textContent = words(edtf, start, end, precision, locale);
      element.lang = locale;
    } catch {
      // An unknown locale or notation: the server's words stay.
    }
  }
}

export function words(edtf, start, end, precision, locale) {
  if (precision?.startsWith("part-of-") && start && end) {
    const [from, to] = [day(start), day(end)];
    const whole = from.getUTCDate() === 1 && new Date(to.getTime() + 864e5).getUTCDate() === 1;
    return qualifier(edtf) + format(from, to, whole ? MONTH : DAY, locale);
  }
  const [first, last] = edtf.split("/");
  if (last === undefined) return single(edtf, locale);
  if (first === "..") return `no later than ${single(last, locale)}`;
  if (last === "..") return `from ${single(first, locale)} on`;
  return `${single(first, locale)} – ${single(last, locale)}`;
}

function single(edtf, locale) {
  const plain = edtf.replace(/[~?%]$/, "");
  const parts = plain.split("-").map(Number);
  const [year, month] = parts;
  return qualifier(edtf) + span(plain, parts, year, month, locale);
}

function span(plain, parts, year, month, locale) {
  if (plain.endsWith("XX")) return format(utc(Number(plain.slice(0, 2)) * 100), utc(Number(plain.slice(0, 2)) * 100 + 99), YEAR, locale);
  if (plain.endsWith("X")) return format(utc(Number(plain.slice(0, 3)) * 10), utc(Number(plain.slice(0, 3)) * 10 + 9), YEAR, locale);
  if (parts.length === 3) return format(utc(...parts), utc(...parts), DAY, locale);
  if (month >= 33) return format(utc(year, 3 * (month - 33) + 1), utc(year, 3 * (month - 33) + 3), MONTH, locale);
  if (month >= 21) {
    const [from, to] = SEASONS[month];
    return format(utc(year, from), utc(year + (to < from), to), MONTH, locale);
  }
  if (parts.length === 2) return format(utc(year, month), utc(year, month), MONTH, locale);
  return format(utc(year), utc(year), YEAR, locale);
}

function format(from, to, options, locale) {
  // The Gregorian calendar, whatever the locale prefers: the sources' dates are in it.
  const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", calendar: "gregory" });
  return from.getTime() === to.getTime() ? formatter.format(from) : formatter.formatRange(from, to);
}

function qualifier(edtf) {
  return QUALIFIERS[edtf.at(-1)] ?? "";
}

function day(text) {
  return utc(...text.split("-").map(Number));
}

function utc(year, month = 1, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return date;
}
