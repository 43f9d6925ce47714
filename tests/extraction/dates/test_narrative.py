"""Narrative mode: histories and lives are told by their own dates, whatever the day of publication."""

from __future__ import annotations

import pytest

from extraction.dates import find_dates, find_published
from extraction.text import Document
from extraction.types import Article

WAR = """The Harbour War was fought between the republics of Arvenia and Toll from 1871 to 1874.

Background

In the spring of 1869 the two governments had signed a treaty on fishing. It was denounced by Toll in November 1870. \
The following month, Arvenian customs officers seized three boats. On 12 January 1871 a mob burned the consulate. \
Two days later the ambassador left.

First campaign (1871)

War was declared on 3 March 1871. The army crossed the river on 9 March and reached Selm the next day. In May the \
fortress of Orr was besieged. It held out for six weeks. On 2 July the garrison surrendered; that night the commander \
fled. The following week the fleet sailed north. By the end of the summer, the coast was in Arvenian hands. In \
October, heavy rain stopped the advance, and both armies went into winter quarters.

In January a truce was signed at Holm. It lasted until 14 February 1872, when shots were fired at the bridge. Later \
that month, the truce was formally ended.

Second campaign (1872)

The siege of Toll began on 1 April. A month later, hunger set in. In late June the outer wall fell, and on the 30th \
the citadel was stormed. Three days earlier the president had fled. The same year, a plague broke out in the camps. It \
ended the following spring.

Aftermath

Peace was signed on 8 May 1874. Ten years later the two states were united. The previous year, a railway had been \
opened. In the 1890s, the harbour was rebuilt. The monument was unveiled in 1901. Today, it is a ruin.
"""
WAR_DATES = """
1871; 1874; 1869-21; 1870-11; 1870-12; 1871-01-12; 1871-01-14; 1871; 1871-03-03; 1871-03-09; 1871-03-10; 1871-05;
1871-07-02; 1871-07-02; 1871-07-03/1871-07-09; 1871-22; 1871-10; 1872-01; 1872-02-14; 1872-02; 1872; 1872-04-01;
1872-05; 1872-06; 1872-06-30; 1872-06-27; 1872; 1873-21; 1874-05-08; 1884; 1883; 189X; 1901
"""
BATTLE = """The Battle of Kerro Pass was a major engagement of the Lowland War.

1942

By late August the Third Army had taken the plain. The attack began at dawn on 3 September. At 6 am on 5 September, \
tanks crossed the ford. Between 9 and 12 September some 4,000 men were captured. Fighting continued until the end of \
the month. In the first week of October, snow fell. A few days later, supplies ran out.

On the morning of 20 October, General Harsk ordered a retreat. By the 24th, the pass was clear. The same day, his \
deputy resigned. On November 2, the staff was moved. Four days after that, the southern front collapsed. In \
mid-November both sides dug in. By Christmas, the pass was closed.

1943

On 10 January a relief column of 1,200 men set out. It arrived on 2 February. That spring, the enemy withdrew. In the \
last days of May the town of Orr was freed. From June to August the engineers cleared mines. The following winter was \
mild.

Aftermath

The last prisoners came home on Monday, 5 June 1944. In 1951 a court tried six officers. Two years later they were \
freed. Sixty years later, a film was made.
"""
BATTLE_DATES = """
1942; 1942-08; 1942-09-03; 1942-09-05; 1942-09-09; 1942-09-12; 1942-09; 1942-10-01/1942-10-07; 1942-10-20;
1942-10-24; 1942-10-24; 1942-11-02; 1942-11-06; 1942-11; 1942-12-25; 1943; 1943-01-10; 1943-02-02; 1943-21; 1943-05;
1943-06; 1943-08; 1943-24; 1944-06-05; 1951; 1953; 2013
"""
LIFE = """Marta Oleviken (born 4 June 1902 in Tromsa; died 17 October 1977 in Rhine Bay) was a physicist.

She entered the university in 1920 and graduated four years later. In 1926 she moved to Leyd, where she stayed until \
1931. In March of that year she married the chemist Jan Brouw. Their daughter was born in December. The couple \
returned home in early 1933.

In April 1940 her laboratory was closed; the next month she was arrested. She was released in the summer of 1941. In \
September she crossed the border. From 1942 to 1945 she taught in Stokk. In June 1945 she came back. The following \
autumn she was given a chair.

In 1950 she published her chief work. Two years later it was translated. In the late 1950s she turned to politics. She \
was elected in 1961, re-elected in 1965 and defeated four years later. She retired in 1972. That year, a school was \
named after her. In 2013 a second school took her name; the following year a third one did.
"""
LIFE_DATES = """
1902-06-04; 1977-10-17; 1920; 1924; 1926; 1931; 1931-03; 1931-12; 1933; 1940-04; 1940-05; 1941-22; 1941-09;
1942; 1945; 1945-06; 1945-23; 1950; 1952; 195X; 1961; 1965; 1969; 1972; 1972; 2013; 2014
"""
REVOLT = """The Selk insurgency began in March 2004, when rebels attacked a police post. In 2006 the government \
offered talks. A ceasefire was agreed on 21 May 2007 but broke down in July. On August 3, a bomb killed 20 in \
the capital. The following day, the army entered the valley. By September, the rebels had lost their bases. The \
offensive ended in early 2008.

In December 2010 protests spread. The president resigned on 14 February 2011. His successor was sworn in three days \
later. In 2013 a second vote was postponed until the following year. It took place on 9 June 2014. Later that year, a \
new constitution was adopted. A year later, the last camps were closed. As of 2016, some 40,000 people remain displaced.
"""
REVOLT_DATES = """
2004-03; 2006; 2007-05-21; 2007-07; 2007-08-03; 2007-08-04; 2007-09; 2008; 2010-12; 2011-02-14; 2011-02-17; 2013; 2014;
2014-06-09; 2014; 2015; 2016
"""

CAMPAIGN = """The Ostmark Campaign was fought between 9 October and 23 November 1951 by the armies of Ruland and Ost.

Relations had been poor since the 1920s. On Monday, 8 October, the president said that his patience was at an end. He \
had said the same a year earlier, and again earlier that summer. "We have waited ten years," he told the assembly.

Plans were drawn up in August and approved on 3 September. At 04:30 on Tuesday the guns opened fire. By \
nightfall, tanks had crossed the river. The next morning an airfield fell. Two days later, on Friday, they reached \
Halm. On the 17th and 18th, rain fell. On 11 November a bridge was blown. Five days before, the premier had resigned. \
On 14 November the guns fell silent.

By the end of the year, most were home. In the spring, a commission was formed; it reported in June.
"""
CAMPAIGN_DATES = """
1951-10-09; 1951-11-23; 192X; 1951-10-08; 1950; 1951-22; 1951-08; 1951-09-03; 1951-09-04; 1951-09-04; 1951-09-05;
1951-09-07; 1951-09-07; 1951-09-17; 1951-09-18; 1951-11-11; 1951-11-06; 1951-11-14; 1951; 1952-21; 1952-06
"""


ANTIQUITY = """The Third Orran War began in 218 BC, when the army crossed the pass. The following year, it lost. Two \
years later peace was made. The town was rebuilt in the 2nd century AD. In AD 79 it burnt. Ten years later a shrine \
was built. In 476 the empire ended. In May of the next year a king was crowned. In 1204 it was sacked. In the spring \
of 1453 it fell; that summer it was burnt.
"""
ANTIQUITY_DATES = "01XX; 0079; 0089; 0476; 0477-05; 1204; 1453-21; 1453-22"

RISING = """The Dunlin rising was planned since late 1914. On Easter Monday, 24 April 1916, some 1,200 men seized \
the post office. At 12:45 p.m. a flag was raised. On Tuesday martial law was declared. By Thursday evening the \
street burnt. On Saturday 29 April they gave up; on the night of 2-3 May the leaders were tried. On the 12th the \
last was shot. In the 1918 election their party won, and in January 1919 it declared independence. The war went on \
from 1919 until a truce of 11 July 1921. Ten days later talks began. In the autumn they failed. At the turn of the \
century it had been a quiet town.
"""
RISING_DATES = """
1914; 1916-04-24; 1916-04-24; 1916-04-24; 1916-04-25; 1916-04-27; 1916-04-29; 1916-05-02/1916-05-03; 1916-05-12; 1918;
1919-01; 1919; 1921-07-11; 1921-07-21; 1921-23; 1900~
"""
YEARBOOK = """The northern campaign

1940

January 7: The fleet sails.

April 9-10: The battle of the fjord.

1941

June: The retreat.

Dec. 31: The armistice.
"""
YEARBOOK_DATES = "1940; 1940-01-07; 1940-04-09; 1940-04-10; 1941; 1941-06; 1941-12-31"


ONE_YEAR = """1831 was a year of unrest in the duchy of Lenz. In January bread riots broke out in the capital. On 2 \
February the garrison of Orr mutinied. The duke fled on the night of the 7th. A government was formed the following \
morning. It met for the first time on the 12th.

In March the peasants stopped paying rents. By Easter most of the manors had been burnt. In late April an army crossed \
the border; in the first week of May it took Orr, on the 19th the capital fell. The duke was back at the end of the \
month.

During the summer 600 people were tried. In September an amnesty was announced. On Christmas Eve, a bomb was thrown at \
him. By the end of the year, some 4,000 had left the country.
"""
ONE_YEAR_DATES = """
1831; 1831-01; 1831-02-02; 1831-02-07; 1831-02-08; 1831-02-12; 1831-03; 1831-04-03; 1831-04; 1831-05-01/1831-05-07;
1831-05-19; 1831-05; 1831-22; 1831-09; 1831-12-24; 1831
"""
STRIKE = """The dock strike began on Monday, 3 July 1911, when 60 men refused to load a ship. By Wednesday, 2,400 were \
out. The carters joined them on the 8th. On the following Tuesday, the mayor asked for troops.

The soldiers came on 13 July. Three days later a crowd marched to the town hall. A man died on the 19th. A general \
strike was called for the next Monday. Work was resumed in August. In October, the owners broke it. The inquiry \
reported in May 1912.
"""
STRIKE_DATES = """
1911-07-03; 1911-07-05; 1911-07-08; 1911-07-11; 1911-07-13; 1911-07-16; 1911-07-19; 1911-07-24; 1911-08; 1911-10;
1912-05
"""


def dates(text: str, published: str = "") -> list[str]:
    article = Article(text=text, published=published)
    found = find_dates(Document(text), find_published(Document(text), article), article).timexes
    return [t.date.edtf for t in found if t.date]


def listed(text: str) -> list[str]:
    return [date.strip() for date in text.split(";")]


@pytest.mark.parametrize("published", ["", "2018-06-01", "2024-01-15"])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (WAR, WAR_DATES),
        (BATTLE, BATTLE_DATES),
        (LIFE, LIFE_DATES),
        (REVOLT, REVOLT_DATES),
        (CAMPAIGN, CAMPAIGN_DATES),
        (ANTIQUITY, ANTIQUITY_DATES),
        (ONE_YEAR, ONE_YEAR_DATES),
        (STRIKE, STRIKE_DATES),
    ],
)
def test_a_history_is_told_by_its_own_dates(text: str, wanted: str, published: str) -> None:
    assert dates(text, published) == listed(wanted)


def test_weekdays_of_a_history_follow_its_own_days() -> None:
    assert dates(RISING, "2018-06-01") == listed(RISING_DATES)


@pytest.mark.parametrize(
    "text",
    [
        "1923 was bad for the mill. In March the roof fell in. A fire broke out in June. On 4 October the owner fled.",
        "In 1923 the army crossed the river in March. In June it took the town. On 4 October it lost.",
    ],
)
def test_a_history_of_one_year_needs_no_second(text: str) -> None:
    assert dates(text, "2018-06-01") == ["1923", "1923-03", "1923-06", "1923-10-04"]


@pytest.mark.parametrize(
    "text",
    [
        "A law of 1923 forbids it. In March they met. In April they voted. In May they were sued. It will end in June.",
        "Born in 1923, she is the oldest. In March she fell. In April she ran. In May she won. She will rest in June.",
    ],
)
def test_news_that_begins_with_a_year_of_long_ago_is_no_history_of_it(text: str) -> None:
    assert dates(text, "2018-06-05")[1:] == ["2018-03", "2018-04", "2018-05", "2018-06"]


@pytest.mark.parametrize("published", ["", "2018-06-01"])
def test_years_as_headings_date_what_stands_below(published: str) -> None:
    assert dates(YEARBOOK, published) == listed(YEARBOOK_DATES)


def test_news_that_tells_of_years_long_gone_is_counted_from_its_own_day() -> None:
    text = (
        "The mayor agreed on Saturday to open the archive. It was founded in 1848, moved in 1871, burnt in 1902 and in "
        "1944, reopened in 1951 and closed in 1998. In March he had refused."
    )

    assert dates(text, "2018-06-05") == ["2018-06-02", "1848", "1871", "1902", "1944", "1951", "1998", "2018-03"]


def test_years_of_the_present_make_no_history() -> None:
    text = "The vote of 2016 was the first since 2012. The vote of 2017 and that of 2018 are open. It begins in March."

    assert dates(text, "2016-11-17")[-1] == "2017-03"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It began on 20 October 1916. In April he fled.", "1916-10-20; 1917-04"),
        ("It began on 20 October 1916. In April he had fled.", "1916-10-20; 1916-04"),
        ("It ended in January 1920. It had begun in October.", "1920-01; 1919-10"),
        ("In the winter of 1919 they won. They lost the next year.", "1919-24; 1920"),
        ("The winter of 1919 was cold. By year's end they won.", "1919-24; 1919"),
        ("The spring and summer of 1919 were dry. In midsummer it burnt.", "1919-21; 1919-22; 1919-22"),
        ("They won on 3 March 1919. During the night they fled.", "1919-03-03; 1919-03-03"),
        ("They won in 1918/19. In March they fled.", "1918; 1919; 1919-03"),
        ("The early years (1919-1925)\n\nOn 9 May, they won.", "1919; 1925; 1919-05-09"),
        ("By the end of 1925 they were lost. In March he fled.", "1925; 1926-03"),
        ("In 1925 they were lost. In March he fled.", "1925; 1925-03"),
    ],
)
def test_a_history_tells_on_unless_it_says_that_it_looks_back(text: str, wanted: str) -> None:
    filler = " It was told in 1930, in 1940 and in 1950."

    assert dates(text + filler)[:-3] == listed(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In March 1998 he fled to Rome. In May, he was caught.", "1998-03; 1998-05"),
        ("On 5 June 1998 he fled. He was caught in July.", "1998-06-05; 1998-07"),
        ("In 1972 she ran for mayor. She lost in November.", "1972; 1972-11"),
        ("The firm, founded in 1972, closed in March.", "1972; 2018-03"),
        ("It was the worst month since May 1998. In March it fell.", "1998-05; 2018-03"),
        ("He will be tried on 12 June. A day earlier, he had fled.", "2018-06-12; 2018-06-04"),
        ("She raised more in the second half of the year.", "2017-07/2017-12"),
        ("In May 1998 he fled. He will be tried in August.", "1998-05; 2018-08"),
        ("In May 1998 he fled.\n\nHe was freed in March.", "1998-05; 2018-03"),
        ("In 1998 she won. That June she fell.", "1998; 1998-06"),
        ("She won in May 1998, and fell that July.", "1998-05; 1998-07"),
        ("The bank failed in 1998. Early that November, its chief fled.", "1998; 1998-11"),
        ("Prices fell in May 1998. It will raise rates by the end of the month.", "1998-05; 2018-06"),
        ("He quit in May 1998, and at the end of the month left town.", "1998-05; 1998-05"),
        ("Early in 1998 he fled. In May, he was caught.", "1998; 1998-05"),
        ("In the summer of 1998 he fled. In May, he was caught.", "1998-22; 1999-05"),
        (
            "In March 1998 he fled. By the end of the year, he was caught. The following spring he died.",
            "1998-03; 1998; 1999-21",
        ),
        ("He fled on 3 December 1998. In January, he was caught.", "1998-12-03; 1999-01"),
        ("The bridge was opened in May 1998. In March, it was closed.", "1998-05; 2018-03"),
        ("The plant was sold in 1998. It will close at the end of the year.", "1998; 2018"),
        ("In March 1998 he fled, and by June all had left.", "1998-03; 1998-06"),
        ("She fell in June 1998. She rose in November and fell again the next spring.", "1998-06; 1998-11; 1999-21"),
        ("The plan, drawn up in 1998, will be put to a vote the next spring.", "1998; 2019-21"),
        ("He fled in July 1998. The summer after that he was freed.", "1998-07; 1999-22"),
        ("He fled in July 1998. He had been ill the winter before.", "1998-07; 1997-24"),
        ("They met at Christmas 1998 and wed at Easter.", "1998-12-25; 1999-04-04"),
    ],
)
def test_a_paragraph_of_news_may_tell_a_story_of_long_ago(text: str, wanted: str) -> None:
    assert dates(f"The mayor spoke on Saturday. {text}", "2018-06-05")[1:] == listed(wanted)


def test_a_story_keeps_its_year_where_nobody_knows_when_it_was_published() -> None:
    text = "On 6 June 1944 they landed. Two days later they met. On 12 June the town fell. By mid-July it was rebuilt."

    assert dates(text) == listed("1944-06-06; 1944-06-08; 1944-06-12; 1944-07")
    assert dates("He was born in 1944. On 12 June he spoke.") == ["1944"]


def test_a_history_knows_the_day_of_its_writer() -> None:
    text = "It began in 1916, ended in 1920 and was told in 1930. In May 1945 he fell. "

    assert dates(text + "Last year, a film was made.", "2018-06-05")[-2:] == ["1945-05", "2017"]
    assert dates(text + "Ten years ago, a film was made.", "2018-06-05")[-2:] == ["1945-05", "2008"]


def test_a_story_of_the_last_years_is_a_history_too() -> None:
    text = (
        "The rising began on 17 December 2010. On 27 December it spread. On 14 January the king fled. The next day a "
        "judge was sworn in. On 27 February he left. A vote was to be held on 24 July. In May 2013, one was shot."
    )

    assert dates(text, "2013-06-30") == listed(
        "2010-12-17; 2010-12-27; 2011-01-14; 2011-01-15; 2011-02-27; 2011-07-24; 2013-05"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was founded in May 1896 by men who had met in the 1880s. By the end of the year it had a shop.", "1896"),
        ("It was founded in May 1896 by men who had met in the 1880s. The following spring it had a shop.", "1897-21"),
        ("He won in 1912, for a party that had ruled since the 1890s. Two years later he fell.", "1914"),
        ("She came in 1912 to a town that was rich in the 18th century. The next year she fell.", "1913"),
        ("He was born in 1896. In the 1920s he painted. By the end of the decade he was rich.", "192X"),
        ("He wrote in 1999 of the 1960s. In that decade he was rich.", "196X"),
    ],
)
def test_a_decade_that_lies_behind_what_was_told_is_counted_from_by_decades_alone(text: str, wanted: str) -> None:
    assert dates(f"{text} It was told in 1960, in 1970 and in 1980.")[-4] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He won the cup in 1912, which he had lost the previous year. The following year he won again.", "1913"),
        ("In June 1912 it took a hall that had been built in May of the previous year. In July it fell.", "1912-07"),
        ("He was tried in March 1912. He had been held since the previous November. In April he fell.", "1912-04"),
        ("In May 1912 he met Ann, who had been born in 1890. In July they wed.", "1912-07"),
        ("The king died in 1912. The bridge, which had been built in 1904, fell that year.", "1912"),
        ("In 1912 the men who had sailed in 1910 came back. The next year they left.", "1913"),
        ("In 1890 he sailed. The men who had sailed came back in 1885. The next year they left.", "1886"),
        ("In December 1912 he fled. In the new year, he was caught.", "1913"),
        ("In late 1912 she came home; the next autumn she sang.", "1913-23"),
        ("It was sold in 1912 and again twelve months later.", "1913"),
        ("On 3 May 1912 she came home; the next autumn she sang.", "1912-23"),
        ("The mine blew up on 3 May 1912. The men had gone down the evening before.", "1912-05-02"),
        ("On 3 May 1912 it blew up. They had gone down the evening before. At noon they were found.", "1912-05-03"),
        ("The outbreak of 1912 killed 600. It began on 31 August.", "1912-08-31"),
        ("On 18 May 1912 the ring closed. Food was dropped from the 21st on.", "1912-05-21"),
    ],
)
def test_a_history_goes_on_from_where_it_looked_back(text: str, wanted: str) -> None:
    assert dates(f"It began in 1860, grew in 1870 and ended in 1880. {text}")[-1] == wanted


def test_nothing_but_years_is_counted_from_a_decade() -> None:
    text = "He was born in 1896. In the 1920s he painted. The following summer he fell. In 1950 he died."

    assert dates(text) == ["1896", "192X", "1950"]


def test_a_day_alone_turns_the_month_in_a_history() -> None:
    text = "It began in 1688 and ended in 1697. On 28 June 1692 he left. On the 3rd he came. By the 20th he died."

    assert dates(text)[-3:] == ["1692-06-28", "1692-07-03", "1692-07-20"]


def test_a_history_looks_back_by_what_had_been_in_the_same_sentence_alone() -> None:
    text = (
        "It began in 1805 and ended in 1809. On 5 December 1807 they won. By late January the enemy had fled. On 12 "
        "October he was crowned; by March he had lost his crown. On 3 June 1815 he fell. In May he had been ill. He "
        "died three years afterwards."
    )

    assert dates(text)[2:] == listed("1807-12-05; 1808-01; 1808-10-12; 1809-03; 1815-06-03; 1815-05; 1818")


def test_the_spring_of_the_next_year_follows_what_was_told_of() -> None:
    text = "He came in March 1998 and fell ill in the spring of the next year. It ends in the spring of next year."

    assert dates(text, "2018-06-05") == listed("1998-03; 1999-21; 2019-21")


def test_a_day_alone_may_stand_before_who_did_something_then() -> None:
    text = (
        "It began in 1805 and ended in 1807. On 12 October 1806 they left. On the 14th troops met. On the 15th Murat "
        "fell. On the 3rd Army's left stood guards. By the 20th prisoners came. On the 5th attempt they broke in."
    )

    assert dates(text)[2:] == ["1806-10-12", "1806-10-14", "1806-10-15", "1806-10-20"]


def test_years_of_three_figures_after_one_before_christ_are_before_christ() -> None:
    text = (
        "It began in 218 BC. In 216 he won, in 202 BC he lost. In AD 79 it burnt, in 476 it ended and in 1453 it fell."
    )
    found = find_dates(Document(text), None, Article(text=text)).timexes

    assert [t.value for t in found] == ["BC0218", "BC0216", "BC0202", "0079", "0476", "1453"]


def test_what_became_of_it_last_year_leaves_a_tale_of_long_ago_a_history() -> None:
    text = (
        "The bridge was begun in 1841. In March of the following year a pier was sunk. In May 1844, it was swept away. "
        "In June 1847 it opened. The next spring a toll house was built. In 1861 it was sold. Last year it got a sign."
    )

    assert dates(text, "2021-03-03") == listed("1841; 1842-03; 1844-05; 1847-06; 1848-21; 1861; 2020")


def test_the_first_line_of_a_history_may_be_a_year() -> None:
    text = "2001\nThe firm was founded in May.\n2002\nIn January it failed.\n2003\nIt was sold on 4 July."

    assert dates(text, "2021-03-03") == listed("2001; 2001-05; 2002; 2002-01; 2003; 2003-07-04")
