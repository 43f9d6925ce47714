"""What belongs to a country, under the country's name: our own table of the adjectives that newspapers use."""

from __future__ import annotations

from functools import cache

from extraction.matching.terms import stem

# One line a letter: the country, and its adjectives and people behind a colon.
PEOPLES = """
afghanistan: afghan; albania: albanian; algeria: algerian; argentina: argentine argentinian; armenia: armenian;
australia: australian aussie; austria: austrian; azerbaijan: azerbaijani azeri; bahrain: bahraini;
bangladesh: bangladeshi;
belarus: belarusian; belgium: belgian; bolivia: bolivian; bosnia: bosnian; brazil: brazilian; britain: british briton;
bulgaria: bulgarian; cambodia: cambodian; cameroon: cameroonian; canada: canadian; chile: chilean; china: chinese;
colombia: colombian; congo: congolese; croatia: croatian croat; cuba: cuban; cyprus: cypriot; denmark: danish dane;
ecuador: ecuadorian; egypt: egyptian; england: english; eritrea: eritrean; estonia: estonian; ethiopia: ethiopian;
finland: finnish finn; france: french frenchman; georgia: georgian; germany: german; ghana: ghanaian; greece: greek;
guatemala: guatemalan; haiti: haitian; honduras: honduran; hungary: hungarian; iceland: icelandic; india: indian;
indonesia: indonesian; iran: iranian; iraq: iraqi; ireland: irish; israel: israeli; italy: italian; japan: japanese;
jordan: jordanian; kazakhstan: kazakh; kenya: kenyan; kosovo: kosovar; kuwait: kuwaiti; kyrgyzstan: kyrgyz;
latvia: latvian; lebanon: lebanese; libya: libyan; lithuania: lithuanian; macedonia: macedonian; malaysia: malaysian;
mali: malian; malta: maltese; mexico: mexican; moldova: moldovan; mongolia: mongolian; montenegro: montenegrin;
morocco: moroccan; mozambique: mozambican; myanmar: burmese; nepal: nepalese nepali; netherlands: dutch;
nicaragua: nicaraguan; niger: nigerien; nigeria: nigerian; norway: norwegian; oman: omani; pakistan: pakistani;
palestine: palestinian; panama: panamanian; paraguay: paraguayan; peru: peruvian; philippines: philippine filipino;
poland: polish pole; portugal: portuguese; qatar: qatari; romania: romanian; russia: russian; rwanda: rwandan;
scotland: scottish scot; senegal: senegalese; serbia: serbian serb; singapore: singaporean; slovakia: slovak slovakian;
slovenia: slovenian slovene; somalia: somali; spain: spanish spaniard; sudan: sudanese; sweden: swedish swede;
switzerland: swiss; syria: syrian; taiwan: taiwanese; tajikistan: tajik; tanzania: tanzanian; thailand: thai;
tunisia: tunisian; turkey: turkish turk; uganda: ugandan; ukraine: ukrainian; uruguay: uruguayan; uzbekistan: uzbek;
venezuela: venezuelan; vietnam: vietnamese; wales: welsh; yemen: yemeni; zambia: zambian; zimbabwe: zimbabwean;
europe: european; africa: african; asia: asian; kurdistan: kurdish kurd
"""


@cache
def countries() -> dict[str, str]:
    """For the stem of each adjective of a people the stem of the country's name.

    >>> countries()[stem("Danish")] == stem("Denmark")
    True
    """
    found: dict[str, str] = {}
    for entry in PEOPLES.replace("\n", " ").split(";"):
        country, _, words = entry.partition(":")
        for word in words.split():
            found[stem(word)] = stem(country.strip())
    return found
