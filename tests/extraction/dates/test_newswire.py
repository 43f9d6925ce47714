"""What news agencies, newspapers and broadcasters write: classes of expressions, each with what must stay as it is."""

from __future__ import annotations

import pytest

from extraction.dates import find_dates, find_published
from extraction.text import Document
from extraction.types import Article


# Published on Tuesday 15 May 2012. Each row has all expressions of its sentence, with their values.
@pytest.mark.parametrize(
    ("text", "values"),
    [
        # Seasons, school and business years; a month in figures where it is labelled or no such year.
        ("He did not play in 2008-09.", "2008 2008, 09 2009"),
        ("Growth slowed from 2001-02 to 2003-04.", "2001 2001, 02 2002, 2003 2003, 04 2004"),
        ("It rose in the financial year 2009–10.", "2009 2009, 10 2010"),
        ("It began in 2009-07 there.", "2009-07 2009-07"),
        ("Date: 2008-09", "2008-09 2008-09"),
        # Lengths of two units and three, and what is no part of them.
        ("She ran it in two hours eight minutes and one second.", "two hours eight minutes and one second PT2H8M1S"),
        ("He was jailed for three years, two months and a day.", "three years, two months and a day P3Y2M1D"),
        ("They fled within six months, two days before the vote.", "six months P6M, two days P2D"),
        ("Two years, two months after the war they fled.", "Two years, two months P2Y2M"),
        ("They train twice a week and a month of rest follows.", "twice a week P1W, a month P1M"),
        (
            "He fell in March 2001. A year and two months later, he rose.",
            "March 2001 2001-03, A year and two months later 2002-05",
        ),
        (
            "She ran it in five minutes, ten seconds less than in 2011.",
            "five minutes PT5M, ten seconds PT10S, 2011 2011",
        ),
        ("A quarter of an hour later it burnt.", "A quarter of an hour PT15M"),
        ("A quarter of the hour is music.", ""),
        # Two back, two on; before and after what was told of.
        ("They met the Friday before last.", "the Friday before last 2012-05-04"),
        ("The winter before last was mild.", "The winter before last 2010-WI"),
        ("It opens the summer after next.", "the summer after next 2013-SU"),
        ("He left the week before last week's vote.", "last week 2012-W19"),
        ("It closed in 2003. The year before that it lost money.", "2003 2003, The year before that 2002"),
        ("He died in 1999. Seven years before that, he fled.", "1999 1999, Seven years before that 1992"),
        ("He died in 1999. Seven years after that war, he fled.", "1999 1999, Seven years P7Y"),
        ("He died in 1999, the year after that war.", "1999 1999"),
        # Parts of days and of years that are counted; how often, from so many units to so many.
        ("They slept two nights there before the race.", "two nights PT2NI"),
        ("She has trained for the past two winters.", "the past two winters XXXX-WI"),
        ("They left after a three-night stay.", "three-night PT3NI"),
        ("They play six nights a week.", "six nights a week P1W"),
        ("They met two nights ago.", "two nights ago 2012-05-13TNI"),
        ("Two night shifts and six summer camps were cut.", ""),
        ("He had two falls on three springs.", ""),
        ("It floods every eight to 12 years.", "every eight to 12 years PXY"),
        ("They meet every two or three weeks.", "every two or three weeks P2W"),
        # Anniversaries to the part of the day.
        ("Ten years ago tonight the hall was full.", "Ten years ago tonight 2002-05-15TNI"),
        ("A year ago last night they met.", "A year ago last night 2011-05-14TNI"),
        ("Two years ago, tonight's hero was unknown.", "Two years ago 2010, tonight 2012-05-15TNI"),
        # A weekday that is one of many, and one that is the last or the next.
        ("On a cold Monday morning in January 1998, he left.", "Monday morning XXXX-WXX-1TMO, January 1998 1998-01"),
        ("On a normal Sunday, 24,000 planes take off.", "Sunday XXXX-WXX-7"),
        ("One Friday night he fell.", "Friday night XXXX-WXX-5TNI"),
        ("He has not had a Friday night off.", "Friday night XXXX-WXX-5TNI"),
        ("They won Game One Sunday.", "Sunday 2012-05-13"),
        ("He faces a crucial Wednesday vote.", "Wednesday 2012-05-16"),
        ("At a Tuesday, closed-door session he spoke.", "Tuesday 2012-05-15"),
        ("The normal Sunday service was held.", "Sunday 2012-05-13"),
        # A clock of today after a day that is over, or to come, and one of that day.
        ("They counted on Sunday. Results are expected after 8 p.m.", "Sunday 2012-05-13, 8 p.m. 2012-05-15T20:00"),
        ("He will be buried on Friday. The news came at 9 a.m.", "Friday 2012-05-18, 9 a.m. 2012-05-15T09:00"),
        ("No train ran on Monday but all will run from noon.", "Monday 2012-05-14, noon 2012-05-15T12:00"),
        ("The vote is on Thursday. Polls will close at 9 p.m.", "Thursday 2012-05-17, 9 p.m. 2012-05-17T21:00"),
        ("It burnt on Sunday. Firemen arrived at 3 p.m.", "Sunday 2012-05-13, 3 p.m. 2012-05-13T15:00"),
        ("They played on Sunday. The match was to start at 3 p.m.", "Sunday 2012-05-13, 3 p.m. 2012-05-13T15:00"),
        ("He said on Sunday he would speak at 3 p.m.", "Sunday 2012-05-13, 3 p.m. 2012-05-13T15:00"),
        # The quarter that is reported, after one that it is compared with.
        (
            "It lost money in the first quarter. In last year's second quarter it earned 51 cents. "
            "By the end of the quarter sales rose.",
            "the first quarter 2012-Q1, last year's second quarter 2011-Q2, the end of the quarter 2012-Q1",
        ),
        (
            "Profit rose in the first quarter, compared with the fourth quarter of 2011. Sales in the quarter fell.",
            "the first quarter 2012-Q1, the fourth quarter of 2011 2011-Q4, the quarter 2012-Q1",
        ),
        (
            "Profit rose in the first quarter. In the fourth quarter of 2011 it fell. Sales in the quarter fell, too.",
            "the first quarter 2012-Q1, the fourth quarter of 2011 2011-Q4, the quarter 2011-Q4",
        ),
        # What was before a day to come and is told as over; what will be.
        (
            "He takes office on May 27. He signed a law the previous week.",
            "May 27 2012-05-27, the previous week 2012-W19",
        ),
        ("The vote is on June 3. The previous Sunday he fled.", "June 3 2012-06-03, The previous Sunday 2012-05-13"),
        (
            "The final is on June 3. They will play the previous Sunday.",
            "June 3 2012-06-03, the previous Sunday 2012-05-27",
        ),
        ("Profit will reach $4 in 2013, up from the previous year.", "2013 2013, the previous year 2012"),
        # What stands beside, and is to begin.
        ("With polls opening at 6:30 a.m. Thursday, both made a last appeal.", "6:30 a.m. Thursday 2012-05-17T06:30"),
        ("With schools reopening on Wednesday, parents bought books.", "Wednesday 2012-05-16"),
        ("With shares falling on Friday, the bank cut its forecast.", "Friday 2012-05-11"),
        ("With a meeting Wednesday he ended it.", "Wednesday 2012-05-09"),
        # The year that is new.
        ("He retires in the new year.", "the new year 2013"),
        ("Sales fell early in the new year.", "early in the new year 2012"),
        ("They celebrated the new year.", ""),
        ("He is on the New Year honours list.", ""),
        # What somebody has or is given, and how many a day; no day to remember.
        ("The opposition wants a year to prepare.", "a year P1Y"),
        ("It gave the firm a month to pay.", "a month P1M"),
        ("It will be a week to remember.", ""),
        ("It adds a day to the trip.", ""),
        ("The firm hires six a day.", "a day P1D"),
        ("They sell one a day.", ""),
        # How long it went on or will, where the number is not told.
        ("It will take weeks to clear and months to rebuild.", "weeks PXW, months PXM"),
        ("It will be years before it opens.", "years PXY"),
        ("Despite months of talks they failed.", "months PXM"),
        ('"Days of Thunder" was on.', ""),
        ("They had weeks and months to spare.", ""),
        # A date says how recently.
        ("They were friends as recently as 2009.", "2009 2009"),
        ("It was flooded, most recently in 2006.", "2006 2006"),
        ("He was most recently in Rome.", "most recently PAST_REF"),
        # What comes again every week or month, and what was once.
        ("It is open every day except Monday.", "every day P1D, Monday XXXX-WXX-1"),
        ("They rose every day except Thursday.", "every day P1D, Thursday 2012-05-10"),
        ("He trains from Monday to Saturday.", "Monday XXXX-WXX-1, Saturday XXXX-WXX-6"),
        ("He stayed from Monday to Friday.", "Monday 2012-05-14, Friday 2012-05-18"),
        ("The market is held on the second Sunday of the month.", "the second Sunday of the month XXXX-XX"),
        ("It was held on the second Sunday of the month.", "the second Sunday of the month 2012-05-13"),
        (
            "The pool is open between 7am and 9pm, Monday to Friday.",
            "7am XXXX-WXX-1T07:00, 9pm, Monday XXXX-WXX-1T21:00, Friday XXXX-WXX-5",
        ),
        # Through the night.
        ("They marched through the night.", "the night 2012-05-14TNI"),
        ("On Sunday it burnt. They searched through the night.", "Sunday 2012-05-13, the night 2012-05-13TNI"),
        ("It will rain during the night.", "the night 2012-05-15TNI"),
        ("During the night the desert cools.", ""),
        (
            "Profit rose in the first quarter. It expects a loss in the second quarter. Sales fell in the quarter.",
            "the first quarter 2012-Q1, the second quarter 2012-Q2, the quarter 2012-Q1",
        ),
        ("The vote is on Thursday. He spoke before 9 a.m.", "Thursday 2012-05-17, 9 a.m. 2012-05-15T09:00"),
        ("It is open every day until 9 p.m.", "every day P1D, 9 p.m. XXXX-XX-XXT21:00"),
        # How long what is to come lasts, and what lasted.
        ("They put it off until at least Thursday.", "Thursday 2012-05-17"),
        ("He had stayed until at least Thursday.", "Thursday 2012-05-10"),
        ("She is barred until after Thursday's vote.", "Thursday 2012-05-17"),
        ("She did not speak until after Thursday's vote.", "Thursday 2012-05-10"),
        ("Repairs will go on through the weekend.", "the weekend 2012-W20-WE"),
        ("Repairs went on through the weekend.", "the weekend 2012-W19-WE"),
        ("The show runs through Sunday.", "Sunday 2012-05-20"),
        ("Prices rose through January.", "January 2012-01"),
        (
            "It burnt in Sunday's fire, the worst since May 2003. Firemen came at 9 a.m.",
            "Sunday 2012-05-13, May 2003 2003-05, 9 a.m. 2012-05-13T09:00",
        ),
        (
            "The strike began on Monday. In April it had been put off at 9 a.m.",
            "Monday 2012-05-14, April 2012-04, 9 a.m. 2012-05-15T09:00",
        ),
        ("The trial opens on Friday. The start was set for 9 a.m.", "Friday 2012-05-18, 9 a.m. 2012-05-18T09:00"),
        ("He died shortly before midnight.", "midnight 2012-05-14T24:00"),
        ("The truce begins at midnight.", "midnight 2012-05-15T24:00"),
        ("On Sunday he fell. He died at midnight.", "Sunday 2012-05-13, midnight 2012-05-13T24:00"),
        ("She left at 5.30 in the afternoon.", "5.30 in the afternoon 2012-05-15T17:30"),
        # Two numbers beside each other.
        ("She was first of the two three years ago.", "three years ago 2009"),
        ("It took thirty two minutes.", "thirty two minutes PT32M"),
        ("It lasted one hundred twenty days.", "one hundred twenty days P120D"),
        # The year that a clause names.
        ("He was born in the year England won the cup.", ""),
        ("In the week the bank failed, he left.", ""),
        ("For the year the company expects a loss.", "the year 2012"),
        ("1992, in which three marriages failed, was worse.", "1992 1992"),
        ("1984, a novel, sold well.", ""),
        # What went on for so long, and to the day.
        ("After a week of debate they voted.", "a week P1W"),
        ("He called for a day of mourning.", ""),
        ("It undid what had taken a decade to build.", "a decade P10Y"),
        ("A week to the day after the quake they met.", "A week to the day P1W"),
        ("She took over 18 months ago.", "18 months ago 2010-11"),
        ("It fell over a year ago.", "over a year ago 2011"),
        # What will not be until then, and was not.
        ("It will not open until June.", "June 2012-06"),
        ("The subways may not run until the weekend.", "the weekend 2012-W20-WE"),
        ("Results are not expected until Thursday.", "Thursday 2012-05-17"),
        ("He did not leave until Sunday.", "Sunday 2012-05-13"),
        ("Results were not expected until Sunday.", "Sunday 2012-05-13"),
        # What opens a quotation is told of by it.
        ('He said: "Friday will be hard."', "Friday 2012-05-18"),
        ('He said: "Friday was hard."', "Friday 2012-05-11"),
        ("The president leaves for Europe on Friday.", "Friday 2012-05-18"),
        ("Autumn leaves fell on Friday.", "Friday 2012-05-11"),
        # What is told of beside a date of long ago, and what goes on from one.
        (
            "It was the worst since the fire of May 1998. In March a guard had warned of it.",
            "May 1998 1998-05, March 2012-03",
        ),
        (
            "A fungus that came in the winter of 2006 has killed millions. A grant was approved in April.",
            "the winter of 2006 2006-WI, April 2012-04",
        ),
        ("In March 1998 he fled. In May, he was caught.", "March 1998 1998-03, May 1998-05"),
        (
            "Police have searched since Saturday. A body was found at 9 a.m.",
            "Saturday 2012-05-12, 9 a.m. 2012-05-15T09:00",
        ),
        ("Voting, suspended Monday, resumes at 8 a.m.", "Monday 2012-05-14, 8 a.m. 2012-05-15T08:00"),
        (
            "Men have been held since Saturday. Courts sat through the night.",
            "Saturday 2012-05-12, the night 2012-05-14TNI",
        ),
        # Half a dozen, and what some currencies pay.
        ("It lasted half a dozen years.", "half a dozen years P6Y"),
        ("Half a dozen years ago he left.", "Half a dozen years ago 2006"),
        ("They get 3,000 rupiah a day.", "a day P1D"),
        ("The yen a year ago was strong.", "a year ago 2011"),
        # As the British say.
        ("It starts a fortnight today.", "a fortnight today 2012-05-29"),
        ("They met a week yesterday.", "a week yesterday 2012-05-07"),
        ("He plays on Saturday week.", "Saturday week 2012-05-26"),
        ("On Monday week-long talks began.", "Monday 2012-05-14, week-long P1W"),
        ("By 6.10 this morning it was over.", "6.10 this morning 2012-05-15T06:10"),
        ("It opened at 9.30 last night.", "9.30 last night 2012-05-14T21:30"),
        ("The shares stood at 6.10 last night.", "last night 2012-05-14TNI"),
        # Later in the day on which it is written, and in the day told of.
        (
            "She fled Monday.\n\nHe was to tour the coast later in the day.",
            "Monday 2012-05-14, later in the day 2012-05-15",
        ),
        ("She fled Monday.\n\nShe spoke later in the day.", "Monday 2012-05-14, later in the day 2012-05-14"),
        ("She fled Monday. She was to speak later in the day.", "Monday 2012-05-14, later in the day 2012-05-14"),
        # Terms, calls and absences.
        ("They have until midnight Friday to pay.", "midnight Friday 2012-05-18T24:00"),
        ("He had paid by 5 p.m. Friday.", "5 p.m. Friday 2012-05-11T17:00"),
        ("Starting Friday, fares rise.", "Friday 2012-05-18"),
        ("Starting Friday, workers struck.", "Friday 2012-05-11"),
        ("They called for a strike on Thursday.", "Thursday 2012-05-17"),
        ("He called on them to march on Friday.", "Friday 2012-05-18"),
        ("She called to report it on Friday.", "Friday 2012-05-11"),
        ("He called for calm on Friday.", "Friday 2012-05-11"),
        ("He was ruled out of Saturday's match.", "Saturday 2012-05-19"),
        # This weekend, and a day told of between commas.
        ("They play this weekend.", "this weekend 2012-W20-WE"),
        ("The fair this weekend drew 200 people.", "this weekend 2012-W19-WE"),
        ("The shares, which fell last Friday, rose by midday.", "last Friday 2012-05-11, midday 2012-05-15T12:00"),
        ("A man, who was shot on Sunday at 9 a.m., died.", "Sunday 2012-05-13, 9 a.m. 2012-05-13T09:00"),
        ("On Sunday the man, who was 50, died at 9 a.m.", "Sunday 2012-05-13, 9 a.m. 2012-05-13T09:00"),
        ("A curfew was in force from midnight to 6 a.m.", "midnight 2012-05-14T24:00, 6 a.m. 2012-05-15T06:00"),
        ("Two summers back he fell.", "Two summers back 2010-SU"),
    ],
)
def test_newswire(text: str, values: str) -> None:
    article = Article(text=text, published="2012-05-15")
    document = Document(text)
    found = find_dates(document, find_published(document, article), article).timexes
    assert ", ".join(f"{timex.text} {timex.value}" for timex in found) == values
