// The words around a date that Intl has none for, by language; {} is the date. A form for days stands apart where
// the language has one. Seasons and quarters take a year, from the first of the year to the last.
export const WORDS = {
  en: {
    "~": "about {}", "?": "perhaps {}", "%": "perhaps about {}",
    until: "no later than {}", since: "from {} on", undated: "undated",
    seasons: ["spring {}", "summer {}", "autumn {}", "winter {}"],
    quarters: ["the first quarter of {}", "the second quarter of {}", "the third quarter of {}", "the fourth quarter of {}"],
  },
  de: {
    "~": "etwa {}", "?": "vielleicht {}", "%": "vielleicht etwa {}",
    until: "spätestens {}", since: "ab {}", undated: "ohne Datum",
    seasons: ["Frühling {}", "Sommer {}", "Herbst {}", "Winter {}"],
    quarters: ["1. Quartal {}", "2. Quartal {}", "3. Quartal {}", "4. Quartal {}"],
  },
  fr: {
    "~": { day: "vers le {}", other: "vers {}" },
    "?": { day: "peut-être le {}", other: "peut-être {}" },
    "%": { day: "peut-être vers le {}", other: "peut-être vers {}" },
    until: { day: "au plus tard le {}", other: "au plus tard en {}" },
    since: { day: "dès le {}", other: "dès {}" },
    undated: "sans date",
    seasons: ["printemps {}", "été {}", "automne {}", "hiver {}"],
    quarters: ["1er trimestre {}", "2e trimestre {}", "3e trimestre {}", "4e trimestre {}"],
  },
  es: {
    "~": { day: "hacia el {}", other: "hacia {}" },
    "?": { day: "quizá el {}", other: "quizá {}" },
    "%": { day: "quizá hacia el {}", other: "quizá hacia {}" },
    until: { day: "a más tardar el {}", other: "a más tardar en {}" },
    since: { day: "desde el {}", other: "desde {}" },
    undated: "sin fecha",
    seasons: ["primavera de {}", "verano de {}", "otoño de {}", "invierno de {}"],
    quarters: ["primer trimestre de {}", "segundo trimestre de {}", "tercer trimestre de {}", "cuarto trimestre de {}"],
  },
  ar: {
    "~": "نحو {}", "?": "ربما {}", "%": "ربما نحو {}",
    until: "في موعد أقصاه {}", since: "ابتداءً من {}", undated: "بلا تاريخ",
    seasons: ["ربيع {}", "صيف {}", "خريف {}", "شتاء {}"],
    quarters: ["الربع الأول من {}", "الربع الثاني من {}", "الربع الثالث من {}", "الربع الرابع من {}"],
  },
  ru: {
    // Words that govern no case: Intl gives months without a day in the nominative.
    "~": "примерно {}", "?": "возможно, {}", "%": "возможно, примерно {}",
    until: { day: "не позднее {}", other: "самое позднее — {}" },
    since: { day: "с {}", other: "самое раннее — {}" },
    undated: "без даты",
    seasons: ["весна {}", "лето {}", "осень {}", "зима {}"],
    quarters: ["1-й квартал {}", "2-й квартал {}", "3-й квартал {}", "4-й квартал {}"],
  },
};
