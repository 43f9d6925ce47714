"""News agencies by name: a closed class, since outlets name the few whose stories they carry.

After Wikipedia's "List of news agencies" (https://en.wikipedia.org/wiki/List_of_news_agencies, CC BY-SA 4.0) and the
members of the European Alliance of News Agencies (https://www.newsalliance.org). Left out are abbreviations that mean
something else as often ("SPA", "MAP"): in brackets of a dateline they are taken for an agency anyhow.
"""

from __future__ import annotations

import re
from functools import cache

#: The name that stands for an agency, and the other ways to write it.
AGENCIES: dict[str, tuple[str, ...]] = {
    "AAP": ("Australian Associated Press",),
    "AFP": ("Agence France-Presse", "Agence France Presse"),
    "AKIpress": (),
    "ANGOP": (),
    "ANI": ("Asian News International",),
    "ANP": ("Algemeen Nederlands Persbureau",),
    "ANSA": (),
    "AP": ("The Associated Press", "Associated Press"),
    "APA": ("Austria Presse Agentur",),
    "APP": ("Associated Press of Pakistan",),
    "Agencia Brasil": ("Agência Brasil",),
    "Agerpres": (),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansi", "Anadolu Ajansı"),
    "Armenpress": (),
    "Azertag": ("Azertac",),
    "BNS": ("Baltic News Service",),
    "BTA": ("Bulgarian News Agency",),
    "BelTA": (),
    "Belga": (),
    "Bernama": (),
    "Bloomberg": ("Bloomberg News",),
    "CNA": ("Central News Agency",),
    "CTK": ("ČTK", "Czech News Agency"),
    "Canadian Press": ("The Canadian Press",),
    "Dow Jones": ("Dow Jones Newswires",),
    "EFE": ("Agencia EFE",),
    "ELTA": (),
    "Europa Press": (),
    "IANS": ("Indo-Asian News Service",),
    "INA": ("Iraqi News Agency",),
    "IRNA": ("Islamic Republic News Agency",),
    "ISNA": ("Iranian Students' News Agency", "Iranian Students News Agency"),
    "ITAR-TASS": (),
    "Interfax": ("Interfax-Ukraine",),
    "Jiji": ("Jiji Press",),
    "KCNA": ("Korean Central News Agency",),
    "KUNA": ("Kuwait News Agency",),
    "Keystone-SDA": ("Keystone-ATS",),
    "Kyodo": ("Kyodo News",),
    "LETA": (),
    "Lusa": ("Agência Lusa",),
    "MTI": (),
    "NNA": ("National News Agency",),
    "NTB": (),
    "Notimex": (),
    "PA Media": ("Press Association", "PA News"),
    "PAP": ("Polish Press Agency",),
    "PTI": ("Press Trust of India",),
    "Pajhwok": ("Pajhwok Afghan News",),
    "Prensa Latina": (),
    "QNA": ("Qatar News Agency",),
    "RIA Novosti": ("RIA",),
    "Reuters": ("Thomson Reuters", "Reuters News"),
    "Ritzau": (),
    "SAPA": ("South African Press Association",),
    "SANA": ("Syrian Arab News Agency",),
    "STT": (),
    "Sputnik": ("Sputnik News",),
    "TASS": (),
    "Tanjug": (),
    "Tasnim": ("Tasnim News Agency",),
    "Telam": ("Télam",),
    "UNIAN": (),
    "UPI": ("United Press International",),
    "Ukrinform": (),
    "WAFA": ("Palestinian News Agency",),
    "WAM": ("Emirates News Agency",),
    "Xinhua": ("Xinhua News Agency",),
    "Yonhap": ("Yonhap News Agency",),
    "dpa": ("Deutsche Presse-Agentur", "Deutsche Presse Agentur", "DPA"),
}


@cache
def _spellings() -> dict[str, str]:
    """The name that stands for each spelling; names are also written in capitals."""
    found = {}
    for name, others in AGENCIES.items():
        for spelling in (name, *others):
            found[spelling] = found[spelling.upper()] = name
    return found


def agency_named(name: str) -> str:
    """The name that stands for a known agency, empty where the words are none's.

    >>> agency_named("The Associated Press"), agency_named("REUTERS"), agency_named("Ann Smith")
    ('AP', 'Reuters', '')
    """
    return _spellings().get(" ".join(name.split()), "")


@cache
def known() -> str:
    """A regular expression, without groups, of all spellings; the longer ones first."""
    return "|".join(re.escape(spelling) for spelling in sorted(_spellings(), key=lambda one: (-len(one), one)))
