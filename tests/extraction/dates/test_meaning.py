"""What expressions mean: TIMEX3 values, EDTF, bounds and anchors."""

from __future__ import annotations

import pytest

from extraction.dates import find_dates, find_published
from extraction.text import Document
from extraction.types import Article, Timex


def found(text: str, published: str = "") -> list[Timex]:
    article = Article(text=text, published=published)
    return list(find_dates(Document(text), find_published(Document(text), article), article).timexes)


# Published on Thursday 17 November 2016.
@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        # Weekdays: behind, the day itself, ahead by a cue.
        ("He fell on Sunday.", "Sunday", "2016-11-13", "2016-11-13"),
        ("He fell on Thursday.", "Thursday", "2016-11-17", "2016-11-17"),
        ("He is expected to meet her on Saturday.", "Saturday", "2016-11-19", "2016-11-19"),
        ("They will vote on Monday, he said.", "Monday", "2016-11-21", "2016-11-21"),
        ("He said on Monday that they will vote.", "Monday", "2016-11-14", "2016-11-14"),
        ("The road stays closed until Friday.", "Friday", "2016-11-18", "2016-11-18"),
        ("He fell last Thursday.", "last Thursday", "2016-11-10", "2016-11-10"),
        ("He leaves next Thursday.", "next Thursday", "2016-11-24", "2016-11-24"),
        ("He fell on Sunday morning.", "Sunday morning", "2016-11-13TMO", "2016-11-13"),
        ("They did not plan to leave on Monday.", "Monday", "2016-11-21", "2016-11-21"),
        ("It may be settled in court on Monday.", "Monday", "2016-11-21", "2016-11-21"),
        ("Nobody could be reached on Monday.", "Monday", "2016-11-14", "2016-11-14"),
        ("The trial opens Monday.", "Monday", "2016-11-21", "2016-11-21"),
        ("It will be the first since Monday.", "Monday", "2016-11-14", "2016-11-14"),
        ("He rose on Sunday. He fell in the evening.", "the evening", "2016-11-13TEV", "2016-11-13"),
        ("The trial resumes on Sunday, the 20th.", "Sunday, the 20th", "2016-11-20", "2016-11-20"),
        ("They met on Saturday the 1st in Rome.", "Saturday the 1st", "2016-10-01", "2016-10-01"),
        ("From 2012 to 2014 soldiers were trained there.", "2014", "2014", "2014"),
        ("From January to December the mill stood still.", "January", "2015-01", "2015-01"),
        ("Between November and February snow fell.", "November", "2015-11", "2015-11"),
        ("Nine men have died since Thursday.", "Thursday", "2016-11-10", "2016-11-10"),
        ("Chelsea play Leeds on Sunday.", "Sunday", "2016-11-20", "2016-11-20"),
        ("He saw Chelsea play Leeds on Sunday.", "Sunday", "2016-11-13", "2016-11-13"),
        ("She saw the play on Sunday.", "Sunday", "2016-11-13", "2016-11-13"),
        ("Rents doubled in the noughties.", "the noughties", "200", "200X"),
        ("Sales fall in the run-up to Christmas.", "Christmas", "2016-12-25", "2016-12-25"),
        ("The abbot died in c. 1350.", "1350", "1350", "1350"),
        # A unit that is left out, and the year that is not yet old.
        ("Sales will fall this year and next.", "next", "2017", "2017"),
        ("They grew by 0.5 percent this year and will by 1.2 percent next.", "next", "2017", "2017"),
        ("Prices fell last month and this.", "this", "2016-11", "2016-11"),
        ("It struck at 10:00 UTC+2.", "10:00 UTC+2", "2016-11-17T10:00", "2016-11-17"),
        # What lies right beside the day decides against a cue that is farther off.
        ("His firm sued them in court on Friday, seeking to stop it.", "Friday", "2016-11-11", "2016-11-11"),
        ("Asked on Monday whether he would run, he smiled.", "Monday", "2016-11-14", "2016-11-14"),
        ("She, who told of a spending plan on Monday, plans to go.", "Monday", "2016-11-14", "2016-11-14"),
        ("The mayor would not say Tuesday how it will end.", "Tuesday", "2016-11-15", "2016-11-15"),
        ("Monday's ruling will cost them much.", "Monday", "2016-11-14", "2016-11-14"),
        ("They will mourn because of the shooting on Friday.", "Friday", "2016-11-11", "2016-11-11"),
        ("A rally planned for Saturday was canceled.", "Saturday", "2016-11-12", "2016-11-12"),
        ("He spoke ahead of Tuesday's vote.", "Tuesday", "2016-11-22", "2016-11-22"),
        ("He led in the run-up to Tuesday's vote.", "Tuesday", "2016-11-22", "2016-11-22"),
        ("She remained in office until June.", "June", "2016-06", "2016-06"),
        ("The bank lent them money through January.", "January", "2017-01", "2017-01"),
        ("They changed from a school year to a calendar year in December.", "December", "2015-12", "2015-12"),
        # Two weeks away, and the British weeks that are added to a day.
        ("They left on the Monday before last.", "the Monday before last", "2016-11-07", "2016-11-07"),
        ("The Monday after next is free.", "The Monday after next", "2016-11-28", "2016-11-28"),
        ("The weekend before last was wet.", "The weekend before last", "2016-W44-WE", "2016-11-05/2016-11-06"),
        ("The weekend after next is free.", "The weekend after next", "2016-W47-WE", "2016-11-26/2016-11-27"),
        ("They meet on Friday week.", "Friday week", "2016-11-25", "2016-11-25"),
        ("They meet on Monday fortnight.", "Monday fortnight", "2016-12-05", "2016-12-05"),
        ("The trial starts two weeks on Monday.", "two weeks on Monday", "2016-12-05", "2016-12-05"),
        ("They meet a week tomorrow.", "a week tomorrow", "2016-11-25", "2016-11-25"),
        ("The bridge will be shut for a week on Monday.", "Monday", "2016-11-21", "2016-11-21"),
        ("They extended it by a week on Monday.", "Monday", "2016-11-14", "2016-11-14"),
        # Joined by marks.
        ("The stamp reads 05-Mar-2015.", "05-Mar-2015", "2015-03-05", "2015-03-05"),
        ("The stamp reads 5.Mar.15 at last.", "5.Mar.15", "2015-03-05", "2015-03-05"),
        ("The stamp reads 2015-Mar-05.", "2015-Mar-05", "2015-03-05", "2015-03-05"),
        ("It was signed on April the 3rd, 2015.", "April the 3rd, 2015", "2015-04-03", "2015-04-03"),
        # Both calendars; decades and the century told of.
        ("It was fought on 19 November (30 November) 1700.", "19 November", "1700-11-19", "1700-11-19"),
        ("It was fought on November 19 [O.S. November 8], 1700.", "November 8", "1700-11-08", "1700-11-08"),
        ("He came on 5 October (16) 1700 to Narva.", "5 October", "1700-10-05", "1700-10-05"),
        ("On May 5 (see page 12) 2000 men came.", "May 5", "2016-05-05", "2016-05-05"),
        ("It was rich in the 1850s and early 60s.", "early 60s", "186", "186X"),
        ("In the 18th century it rose; by the end of the century it fell.", "the end of the century", "17", "17XX"),
        # Results come out when their quarter is over.
        ("It will report third-quarter earnings on Monday.", "third-quarter", "2016-Q3", "2016-35"),
        ("It will publish results for the third quarter.", "the third quarter", "2016-Q3", "2016-35"),
        ("It expects fourth-quarter sales of $4 million.", "fourth-quarter", "2016-Q4", "2016-36"),
        ("It will open four shops in the third quarter.", "the third quarter", "2017-Q3", "2017-35"),
        # What business news compares.
        (
            "It fell in August, he said Monday, from the same month last year.",
            "the same month last year",
            "2015-08",
            "2015-08",
        ),
        ("It fell in May from the same month of 2009.", "the same month of 2009", "2009-05", "2009-05"),
        ("It grew in the September quarter.", "the September quarter", "2016-Q3", "2016-35"),
        ("It fell in the week to Oct. 16.", "the week to Oct. 16", "2016-W41", "2016-10-10/2016-10-16"),
        # Anniversaries.
        ("Fifty years ago today she flew.", "Fifty years ago today", "1966-11-17", "1966-11-17"),
        ("A year ago this week she flew.", "A year ago this week", "2015-W47", "2015-11-16/2015-11-22"),
        ("Two years ago this month she flew.", "Two years ago this month", "2014-11", "2014-11"),
        ("Two years ago, this month was dry.", "this month", "2016-11", "2016-11"),
        # The day of the month tells which weekday is meant, and stands behind its month, too.
        ("The talks are set for Friday the 25th.", "Friday the 25th", "2016-11-25", "2016-11-25"),
        ("She was held on Monday the 31st.", "Monday the 31st", "2016-10-31", "2016-10-31"),
        ("They met on Monday the 2nd.", "Monday the 2nd", "2016-05-02", "2016-05-02"),
        ("On 5 March 2009 she fled. On Friday the 20th he came.", "Friday the 20th", "2009-03-20", "2009-03-20"),
        ("On Monday the 3rd Army left.", "Monday", "2016-11-14", "2016-11-14"),
        ("It opened on April the 21st.", "April the 21st", "2016-04-21", "2016-04-21"),
        ("In April the 21st Army left.", "April", "2016-04", "2016-04"),
        # So many of two units, or of one and a half; hours that make days.
        ("It fell two years and three months ago.", "two years and three months ago", "2014-08", "2014-08"),
        ("It fell one month and 21 days ago.", "one month and 21 days ago", "2016-09-26", "2016-09-26"),
        ("He left a year and a half ago.", "a year and a half ago", "2015-05", "2015-05"),
        ("It will end a year and a half from now.", "a year and a half from now", "2018-05", "2018-05"),
        ("It was built a decade and a half ago.", "a decade and a half ago", "2001", "2001"),
        ("He fled in May 2014. A year and a half later, he fell.", "A year and a half later", "2015-11", "2015-11"),
        ("It was seized 48 hours ago.", "48 hours ago", "2016-11-15", "2016-11-15"),
        ("It was seized 12 hours ago.", "12 hours ago", "2016-11-17", "2016-11-17"),
        # The new year, and ranges of years.
        ("They will vote in the new year.", "the new year", "2017", "2017"),
        ("It rose early in the new year.", "early in the new year", "2016", "2016"),
        ("It fell in the slump of 2008-9.", "9", "2009", "2009"),
        ("It fell in the winter of 2004-5.", "the winter of 2004-5", "2004-WI", "2004-24"),
        ("The pact ends in 2020/21.", "21", "2021", "2021"),
        ("The plan covers 2017 through 2021.", "2017", "2017", "2017"),
        # Within the month at hand, and a clock in words with its part of the day.
        ("They met on the second Sunday of the month.", "the second Sunday of the month", "2016-11-13", "2016-11-13"),
        ("They met on the last Friday of the month.", "the last Friday of the month", "2016-10-28", "2016-10-28"),
        (
            "They will meet on the first Friday of the month.",
            "the first Friday of the month",
            "2016-12-02",
            "2016-12-02",
        ),
        ("It is shut from the 4th to the 8th of this month.", "the 4th", "2016-11-04", "2016-11-04"),
        (
            "It fell at half past two in the morning on Sunday.",
            "half past two in the morning on Sunday",
            "2016-11-13T02:30",
            "2016-11-13",
        ),
        # The attacks of 2001, once told of.
        ("It fell on Sept. 11.", "Sept. 11", "2016-09-11", "2016-09-11"),
        # Days named after Thanksgiving, and feasts of old.
        ("Shops are bracing for Black Friday.", "Black Friday", "2016-11-25", "2016-11-25"),
        ("Sales will peak on Cyber Monday.", "Cyber Monday", "2016-11-28", "2016-11-28"),
        ("The bank is shut on MLK Day.", "MLK Day", "2017-01-16", "2017-01-16"),
        ("He was crowned on Whit Sunday 2010.", "Whit Sunday 2010", "2010-05-23", "2010-05-23"),
        ("The crash of Black Friday in 1869 hurt.", "1869", "1869", "1869"),
        # Quarters and halves in short, of a year that is counted.
        ("It lost money in Q3 of last year.", "Q3 of last year", "2015-Q3", "2015-35"),
        ("Q1 this year was better.", "Q1 this year", "2016-Q1", "2016-33"),
        ("It fell in the last quarter of last year.", "the last quarter of last year", "2015-Q4", "2015-36"),
        # A day without its month, a day that is counted, a holiday of odd years and one that people come home for.
        ("He left on the 14th, she said.", "the 14th", "2016-11-14", "2016-11-14"),
        ("He left on the 25th.", "the 25th", "2016-10-25", "2016-10-25"),
        ("They will meet on the 25th to talk.", "the 25th", "2016-11-25", "2016-11-25"),
        (
            "It began on 10 May 2014. The next day it rained. By the third day, it failed.",
            "the third day",
            "2014-05-12",
            "2014-05-12",
        ),
        ("On Election Day in 2015 he won.", "Election Day in 2015", "2015-11-03", "2015-11-03"),
        ("She came home for Thanksgiving.", "Thanksgiving", "2016-11-24", "2016-11-24"),
        # Told once, beside what comes every year or week.
        ("The hurricane season, which ends on Nov. 30, was mild.", "Nov. 30", "2016-11-30", "2016-11-30"),
        ("The polls will be open Tuesday to Sunday.", "Tuesday", "2016-11-22", "2016-11-22"),
        # Nights and seasons that are counted.
        ("He sang there two nights ago.", "two nights ago", "2016-11-15TNI", "2016-11-15"),
        ("We met two summers ago, in Rome.", "two summers ago", "2015-SU", "2015-22"),
        # Clocks in words: the part of the day tells which twelve hours.
        (
            "He left at half past three in the afternoon.",
            "half past three in the afternoon",
            "2016-11-17T15:30",
            "2016-11-17",
        ),
        ("It opens at quarter past eight tonight.", "quarter past eight tonight", "2016-11-17T20:15", "2016-11-17"),
        (
            "He left at quarter to one on Sunday afternoon.",
            "quarter to one on Sunday afternoon",
            "2016-11-13T12:45",
            "2016-11-13",
        ),
        ("They met at seven on Monday evening.", "seven on Monday evening", "2016-11-14T19:00", "2016-11-14"),
        ("It closed at twelve o'clock last night.", "twelve o'clock last night", "2016-11-16T24:00", "2016-11-16"),
        ("He sang from five to ten in the evening.", "ten in the evening", "2016-11-17T22:00", "2016-11-17"),
        # Years that a list, an adjective or a comparison shows.
        ("He ran the 2008 and 2012 campaigns.", "2012", "2012", "2012"),
        ("It is a fluid 2016 race.", "2016", "2016", "2016"),
        ("It fell below 1990 levels.", "1990", "1990", "1990"),
        ("He told her 2016 while she said 2014 has been worse.", "2014", "2014", "2014"),
        ("He won with his 2005 book, unlike his uncle’s 1998 book.", "1998", "1998", "1998"),
        ("At a June NATO meeting they quarrelled.", "June", "2016-06", "2016-06"),
        ("He worked throughout the spring and summer, she said.", "summer", "2016-SU", "2016-22"),
        (
            "He fell on 3 May 2014. The same weekend she rose.",
            "The same weekend",
            "2014-W18-WE",
            "2014-05-03/2014-05-04",
        ),
        ("By the middle of the week she was well.", "the middle of the week", "2016-W46", "2016-11-14/2016-11-20"),
        # Centuries and years before our era, halves of what has none of its own.
        ("In the late 18th and early 19th centuries it rose.", "the late 18th", "17", "17XX"),
        ("In the late 18th and early 19th centuries it rose.", "early 19th centuries", "18", "18XX"),
        ("They met in the second half of July.", "the second half of July", "2016-07", "2016-07"),
        ("It ends by the end of the decade.", "the end of the decade", "201", "201X"),
        (
            "It fell in the early hours of Monday morning.",
            "the early hours of Monday morning",
            "2016-11-14TMO",
            "2016-11-14",
        ),
        ("It began at 0735 GMT.", "0735 GMT", "2016-11-17T07:35", "2016-11-17"),
        ("It ran in May–June 2004.", "May", "2004-05", "2004-05"),
        ("It was known as early as 1935.", "1935", "1935", "1935"),
        ("From 1914 onwards it fell.", "1914", "1914", "1914"),
        ("In mid-1943 a plan was made.", "mid-1943", "1943", "1943"),
        ("It rained in the spring and early summer of 1940.", "the spring", "1940-SP", "1940-21"),
        ("It raises hopes of a scrambled January landscape.", "January", "2017-01", "2017-01"),
        # What has its day long before it comes is about the nearest, whatever was done about it.
        ("She planned little before the March convention, he said.", "March", "2017-03", "2017-03"),
        ("He lost support over the contests on January 7.", "January 7", "2017-01-07", "2017-01-07"),
        ("He carried the state in the primary in May.", "May", "2016-05", "2016-05"),
        ("He told them of the massacre in June.", "June", "2016-06", "2016-06"),
        ("She asked whom the state, which votes on March 1, will choose.", "March 1", "2017-03-01", "2017-03-01"),
        ("They wonder what happens if she wins in March.", "March", "2017-03", "2017-03"),
        (
            "They fear for the party since he joined it, as the vote in the north is in January.",
            "January",
            "2017-01",
            "2017-01",
        ),
        ("Voters go to the polls on Sunday.", "Sunday", "2016-11-20", "2016-11-20"),
        ("The truce ends on Monday.", "Monday", "2016-11-21", "2016-11-21"),
        ("The deadline is Monday.", "Monday", "2016-11-21", "2016-11-21"),
        ("The minister is leaving the town on Monday.", "Monday", "2016-11-21", "2016-11-21"),
        ("The phrase was used over one million times by Tuesday.", "Tuesday", "2016-11-15", "2016-11-15"),
        ("He was ordered to leave by Tuesday.", "Tuesday", "2016-11-22", "2016-11-22"),
        ("The results of Tuesday's vote will matter.", "Tuesday", "2016-11-15", "2016-11-15"),
        ("Following Tuesday's leak, he will resign.", "Tuesday", "2016-11-15", "2016-11-15"),
        ("It will be open from Monday to Friday.", "Friday", "2016-11-25", "2016-11-25"),
        ("They met on Wednesday and Thursday.", "Thursday", "2016-11-17", "2016-11-17"),
        ("On Friday shares fell after overnight losses.", "overnight", "2016-11-10TNI", "2016-11-10/2016-11-11"),
        ("It fell on Friday from the previous Friday.", "the previous Friday", "2016-11-04", "2016-11-04"),
        ("Tuesday's collapse will be argued over.", "Tuesday", "2016-11-15", "2016-11-15"),
        ("Tuesday’s collapse will be argued over.", "Tuesday", "2016-11-15", "2016-11-15"),
        ("It will open from 9 a.m. to 5 p.m. Saturday.", "9 a.m.", "2016-11-19T09:00", "2016-11-19"),
        ("He spoke on a Friday visit to Rome.", "Friday", "2016-11-11", "2016-11-11"),
        ("Sales rose in the 10 months, from the same period last year.", "the same period last year", "2015", "2015"),
        ("Crime fell, from the same period last year.", "the same period last year", "2015", "2015"),
        ("Oil for January delivery rose 36 cents.", "January", "2017-01", "2017-01"),
        ("The sale was planned for the spring.", "the spring", "2017-SP", "2017-21"),
        ("Last quarter it fell; this quarter's sales rose.", "this quarter", "2016-Q4", "2016-36"),
        ("It could fall by daybreak Friday.", "daybreak Friday", "2016-11-18TMO", "2016-11-18"),
        ("They play on Nov. 27 and host Rome a week later.", "a week later", "2016-12-04", "2016-12-04"),
        ("In January, he said he would not run.", "January", "2016-01", "2016-01"),
        ("Lawmakers return in February, the memo said.", "February", "2017-02", "2017-02"),
        ("The fair this weekend is free.", "this weekend", "2016-W46-WE", "2016-11-19/2016-11-20"),
        ("He was in Rome over the weekend.", "the weekend", "2016-W45-WE", "2016-11-12/2016-11-13"),
        ("It was shut between 18:00 and 19:30 on Sunday.", "18:00", "2016-11-13T18:00", "2016-11-13"),
        ("The court will rule a week from Tuesday.", "a week from Tuesday", "2016-11-29", "2016-11-29"),
        ("He fell a week ago Friday.", "a week ago Friday", "2016-11-04", "2016-11-04"),
        ("It rained on Memorial Day weekend.", "Memorial Day weekend", "2016-W21-WE", "2016-05-28/2016-05-29"),
        ("It comes by noon local time Friday.", "noon local time Friday", "2016-11-18T12:00", "2016-11-18"),
        ("It could rise by 2100 if they fail.", "2100", "2100", "2100"),
        ("The close of 2015 leaves the club in debt.", "The close of 2015", "2015", "2015"),
        ("He called in sick two Mondays ago.", "two Mondays ago", "2016-11-07", "2016-11-07"),
        ("Sales fell in the July-September quarter.", "the July-September quarter", "2016-Q3", "2016-35"),
        ("She came in March 2009 and left the next year.", "the next year", "2010", "2010"),
        ("She came in March 2009 and will stay over the next year.", "the next year", "2017", "2017"),
        ("Snow will fall overnight.", "overnight", "2016-11-17TNI", "2016-11-17/2016-11-18"),
        ("It was built in the 1800s.", "the 1800s", "18", "18XX"),
        ("They have feared flying since the Sept. 11 attacks.", "Sept. 11", "2001-09-11", "2001-09-11"),
        ("He fell on Sept. 11 in Rome.", "Sept. 11", "2016-09-11", "2016-09-11"),
        ("The party must win it back in February.", "February", "2017-02", "2017-02"),
        ("It was told to close in February.", "February", "2017-02", "2017-02"),
        ("The fight will go on into the spring.", "the spring", "2017-SP", "2017-21"),
        ("The guides train for the winter season.", "the winter", "2016-WI", "2016-24"),
        ("Tuesday's vote will be close.", "Tuesday", "2016-11-22", "2016-11-22"),
        # Days by name.
        ("He fell yesterday.", "yesterday", "2016-11-16", "2016-11-16"),
        ("He falls tomorrow night.", "tomorrow night", "2016-11-18TNI", "2016-11-18"),
        ("He fell the day before yesterday.", "the day before yesterday", "2016-11-15", "2016-11-15"),
        # Dates without a year: the nearest, tense permitting.
        ("He fell on Nov. 6.", "Nov. 6", "2016-11-06", "2016-11-06"),
        ("It opens on Jan. 6.", "Jan. 6", "2017-01-06", "2017-01-06"),
        ("He fell in August.", "August", "2016-08", "2016-08"),
        ("He fell in December.", "December", "2015-12", "2015-12"),
        ("It will open in February.", "February", "2017-02", "2017-02"),
        ("He fell last May.", "last May", "2016-05", "2016-05"),
        ("It happened on Tuesday, March 1.", "Tuesday, March 1", "2016-03-01", "2016-03-01"),
        ("He fell last Nov. 20.", "last Nov. 20", "2015-11-20", "2015-11-20"),
        ("It is due on the 25th of the month.", "the 25th of the month", "2016-11-25", "2016-11-25"),
        ("He fell on the 3rd of last month.", "the 3rd of last month", "2016-10-03", "2016-10-03"),
        # Parts, as thirds.
        ("He fell in late 2015.", "late 2015", "2015", "2015"),
        ("He fell late last month.", "late last month", "2016-10", "2016-10"),
        ("He fell in mid-October.", "mid-October", "2016-10", "2016-10"),
        ("He fell at the end of 2014.", "the end of 2014", "2014", "2014"),
        # Units.
        ("He fell last week.", "last week", "2016-W45", "2016-11-07/2016-11-13"),
        ("He fell last year.", "last year", "2015", "2015"),
        ("He leaves next month.", "next month", "2016-12", "2016-12"),
        ("It rained over the weekend.", "the weekend", "2016-W45-WE", "2016-11-12/2016-11-13"),
        ("He fell two years ago.", "two years ago", "2014", "2014"),
        ("He fell 10 days ago.", "10 days ago", "2016-11-07", "2016-11-07"),
        ("He fell six weeks ago.", "six weeks ago", "2016-W40", "2016-10-03/2016-10-09"),
        ("He fell 40 or 50 years ago.", "40 or 50 years ago", "1976", "1976"),
        ("He fell on 3 May 2015. The next day he rose.", "The next day", "2015-05-04", "2015-05-04"),
        ("It ends in two weeks' time.", "two weeks' time", "2016-W48", "2016-11-28/2016-12-04"),
        ("Throughout 2014 it fell.", "2014", "2014", "2014"),
        ("He fell the week before last.", "the week before last", "2016-W44", "2016-10-31/2016-11-06"),
        ("It opens the year after next.", "the year after next", "2018", "2018"),
        ("They sold ahead of the weekend.", "the weekend", "2016-W46-WE", "2016-11-19/2016-11-20"),
        ("It was built at the turn of the century.", "the turn of the century", "2000", "2000~"),
        ("It was built at the turn of the 20th century.", "the turn of the 20th century", "1900", "1900~"),
        # Counted within a longer period, or beside what was told.
        ("They voted on the first Monday of October.", "the first Monday of October", "2016-10-03", "2016-10-03"),
        ("It ended in the last week of August.", "the last week of August", "2016-W34", "2016-08-25/2016-08-31"),
        ("He left on the last day of the month.", "the last day of the month", "2016-11-30", "2016-11-30"),
        ("It was $4 million last year, less than the year before.", "the year before", "2014", "2014"),
        ("He rose on 3 May 2015. The day after, he fell.", "The day after", "2015-05-04", "2015-05-04"),
        ("He spoke on 3 May 2015. On the 9th, he fled.", "the 9th", "2015-05-09", "2015-05-09"),
        ("It was built a half-century ago.", "a half-century ago", "1966", "1966"),
        ("It burnt a quarter of a century ago.", "a quarter of a century ago", "1991", "1991"),
        ("It fell in the small hours of Sunday.", "the small hours of Sunday", "2016-11-13TMO", "2016-11-13"),
        ("He spoke on the eve of Christmas 2015.", "the eve of Christmas 2015", "2015-12-24", "2015-12-24"),
        # Business.
        ("Net for 3Q was up.", "3Q", "2016-Q3", "2016-35"),
        ("Sales in FY19 are open.", "FY19", "2019", "2019"),
        (
            "It rose in the third quarter. In the nine months it lost $5 million, from $4 million a year earlier.",
            "a year earlier",
            "2015",
            "2015",
        ),
        ("In the quarter ended July 31 it grew.", "the quarter", "2016-Q2", "2016-34"),
        (
            "It fell in the third quarter, ended Sept. 30. Sales were $5 million, from $4 million a year earlier.",
            "a year earlier",
            "2015-Q3",
            "2015-35",
        ),
        ("It fell in the third quarter.", "the third quarter", "2016-Q3", "2016-35"),
        ("A report covers the last quarter of 2015.", "the last quarter of 2015", "2015-Q4", "2015-36"),
        ("Sales rose in the first half of 2015.", "the first half of 2015", "2015-H1", "2015-01/2015-06"),
        ("Sales rose in this year's second quarter.", "this year's second quarter", "2016-Q2", "2016-34"),
        ("It made $5 million in the third quarter, up from $4 million last year.", "last year", "2015-Q3", "2015-35"),
        ("It grew in the third quarter. Last year it shrank.", "Last year", "2015", "2015"),
        # Seasons, decades, centuries, holidays.
        ("He fell last spring.", "last spring", "2016-SP", "2016-21"),
        ("He fell in the summer of 1964.", "the summer of 1964", "1964-SU", "1964-22"),
        ("He fell in the 1980s.", "the 1980s", "198", "198X"),
        ("He fell in the early 1980s.", "the early 1980s", "198", "198X"),
        ("It was built in the 19th century.", "the 19th century", "18", "18XX"),
        ("He fell on Christmas Eve.", "Christmas Eve", "2015-12-24", "2015-12-24"),
        ("He fell on Good Friday 2016.", "Good Friday 2016", "2016-03-25", "2016-03-25"),
        ("He fell last Thanksgiving.", "last Thanksgiving", "2015-11-26", "2015-11-26"),
        ("It was after 9/11 that he left.", "9/11", "2001-09-11", "2001-09-11"),
        # Ranges.
        ("It ran from May 5-7, 2014.", "May 5", "2014-05-05", "2014-05-05"),
        ("It ran from May 5-7, 2014.", "7, 2014", "2014-05-07", "2014-05-07"),
        ("It ran on 8 and 9 May 2014.", "8", "2014-05-08", "2014-05-08"),
        ("It ran on 8 and 9 May 2014.", "9 May 2014", "2014-05-09", "2014-05-09"),
        ("The war of 2014-17 was long.", "2014", "2014", "2014"),
        ("The war of 2014-17 was long.", "17", "2017", "2017"),
        ("In the winter of 2014-15 it froze.", "the winter of 2014-15", "2014-WI", "2014-24"),
        ("Between June and September 2014 it fell.", "June", "2014-06", "2014-06"),
        ("From December to February 2014 it fell.", "December", "2013-12", "2013-12"),
        # Clock times keep their day.
        ("He left at 9 a.m. Tuesday.", "9 a.m. Tuesday", "2016-11-15T09:00", "2016-11-15"),
        ("He left at 5 p.m. EST, Nov. 6.", "5 p.m. EST, Nov. 6", "2016-11-06T17:00", "2016-11-06"),
        ("He left at noon on Saturday.", "noon on Saturday", "2016-11-12T12:00", "2016-11-12"),
        # Figures.
        ("It is dated 14-07-2016.", "14-07-2016", "2016-07-14", "2016-07-14"),
        ("It is dated 07/14/2016.", "07/14/2016", "2016-07-14", "2016-07-14"),
        ("It is dated 2016-07-14T10:30:00Z.", "2016-07-14T10:30:00Z", "2016-07-14T10:30", "2016-07-14"),
        # A length that ends or begins at the anchor.
        ("It rained for the past three weeks.", "the past three weeks", "P3W", "2016-10-27/2016-11-17"),
        ("It rains for the next two days.", "the next two days", "P2D", "2016-11-17/2016-11-19"),
    ],
)
def test_it_resolves_against_publication(text: str, words: str, value: str, edtf: str) -> None:
    timex = next(t for t in found(text, "2016-11-17") if t.text == words)

    assert timex.date is not None
    assert (timex.value, timex.date.edtf) == (value, edtf)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The rainy season lasts from May to October.", "October", "XXXX-10"),
        ("The feast is on 15 August every year.", "15 August", "XXXX-08-15"),
        ("Every year, in late July, thousands come.", "late July", "XXXX-07"),
        ("The museum is open from Tuesday to Sunday.", "Tuesday", "XXXX-WXX-2"),
        ("The baths open daily at 9 a.m., she said.", "9 a.m.", "XXXX-XX-XXT09:00"),
        ("The show airs every Thursday at 8 p.m., she said.", "8 p.m.", "XXXX-XX-XXT20:00"),
        ("Each morning at 7:15 a bell rings.", "7:15", "XXXX-XX-XXT07:15"),
        ("The museum is open from 9 a.m. to 5 p.m. and has a shop.", "5 p.m.", "XXXX-XX-XXT17:00"),
        ("She works from 6 a.m. to midnight.", "midnight", "XXXX-XX-XXT24:00"),
        ("The house is open on the first Friday of the month.", "the first Friday of the month", "XXXX-XX"),
        ("They vote every other Tuesday.", "every other Tuesday", "XXXX-WXX-2"),
        ("Returns are due each April 15.", "each April 15", "XXXX-04-15"),
    ],
)
def test_what_comes_again_has_no_date(text: str, words: str, value: str) -> None:
    timex = next(t for t in found(text, "2016-11-17") if t.text == words)

    assert (timex.value, timex.date) == (value, None)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It lasted three days.", "DURATION", "P3D"),
        ("It lasted 5 1/2 hours.", "DURATION", "PT5H30M"),
        ("It lasted a day and a half.", "DURATION", "P1DT12H"),
        ("They spend $5 million a year.", "SET", "P1Y"),
        ("It treats 90 people a day.", "SET", "P1D"),
        ("It lasted two decades.", "DURATION", "P20Y"),
        ("It lasted a few minutes.", "DURATION", "PTXM"),
        ("It lasted a minute and a half.", "DURATION", "PT1M30S"),
        ("It fell within a week of the vote.", "DURATION", "P1W"),
        ("It may take as long as a month.", "DURATION", "P1M"),
        ("She gave him a week to leave.", "DURATION", "P1W"),
        ("It grew over the years.", "DURATION", "PXY"),
        ("In the months that followed, he fled.", "DURATION", "PXM"),
        ("He will one day be there.", "DATE", "FUTURE_REF"),
        ("He walked one day.", "DURATION", "P1D"),
        ("They drew the trains of tomorrow.", "DATE", "FUTURE_REF"),
        ("They meet every Friday.", "SET", "XXXX-WXX-5"),
        ("They meet every Monday and Thursday.", "SET", "XXXX-WXX-1"),
        ("They met on Saturday evenings.", "SET", "XXXX-WXX-6TEV"),
        ("It is open six days a week.", "SET", "P1W"),
        ("They meet on the first Monday of each month.", "SET", "XXXX-XX"),
        ("I saw him the other day.", "DATE", "PAST_REF"),
        ("They will meet at a later date.", "DATE", "FUTURE_REF"),
        ("They meet twice a week.", "SET", "P1W"),
        ("It opens each July.", "SET", "XXXX-07"),
        ("He is now in Rome.", "DATE", "PRESENT_REF"),
        ("They sing now that he is gone.", "DATE", "PRESENT_REF"),
        ("He fled in the first hours of the war.", "DURATION", "PTXH"),
        ("He was recently in Rome.", "DATE", "PAST_REF"),
        ("He may come in the near future.", "DATE", "FUTURE_REF"),
    ],
)
def test_it_gives_no_day_to_what_denotes_no_calendar_time(text: str, kind: str, value: str) -> None:
    (timex,) = found(text, "2016-11-17")

    assert (timex.type, timex.value, timex.date) == (kind, value, None)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("He fell in late 2017.", "2017-09-01", "2017-12-31", "part-of-year"),
        ("He fell in early 2019.", "2019-01-01", "2019-04-30", "part-of-year"),
        ("He fell in early February.", "2020-02-01", "2020-02-10", "part-of-month"),
        ("He fell late last month.", "2020-01-21", "2020-01-31", "part-of-month"),
        ("He fell in the mid-1990s.", "1994-01-01", "1996-12-31", "decade"),
        ("He fell earlier this month.", "2020-02-01", "2020-02-14", "part-of-month"),
        ("He falls later this year.", "2020-02-14", "2020-12-31", "part-of-year"),
        ("He fell several months ago.", "2019-05-14", "2019-11-14", "interval"),
    ],
)
def test_it_narrows_the_bounds_of_vague_words(text: str, earliest: str, latest: str, precision: str) -> None:
    (timex,) = found(text, "2020-02-14")

    assert timex.date is not None
    assert (str(timex.date.earliest), str(timex.date.latest), timex.date.precision) == (earliest, latest, precision)


def test_it_resolves_what_all_days_of_an_interval_agree_on() -> None:
    friday, monday, year = found(
        "He fell on Friday and on Monday of this year. It was last year.", "2020-09-13/2020-09-15"
    )[:3]

    assert friday.date is not None
    assert friday.date.edtf == "2020-09-11"
    assert monday.date is None
    assert year.date is not None
    assert year.date.edtf == "2020"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On a recent Tuesday, eight people came.", "Tuesday", "XXXX-WXX-2"),
        ("He died on a Friday.", "Friday", "XXXX-WXX-5"),
        ("The next day he fled.", "The next day", "XXXX-XX-XX"),
        ("The bank failed the following spring.", "the following spring", "XXXX-SP"),
    ],
)
def test_it_gives_no_day_to_one_of_many(text: str, words: str, value: str) -> None:
    (timex,) = found(text, "2016-11-17")
    assert (timex.text, timex.value, timex.date) == (words, value, None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Friday", "XXXX-WXX-5"),
        ("yesterday", "XXXX-XX-XX"),
        ("last month", "XXXX-XX"),
        ("August", "XXXX-08"),
        ("May 3", "XXXX-05-03"),
    ],
)
def test_it_leaves_relative_expressions_open_without_a_publication_date(words: str, value: str) -> None:
    (timex,) = found(f"In Rome he fell in {words}.".replace("in yesterday", "yesterday").replace("in last", "last"))

    assert (timex.value, timex.date) == (value, None)


def test_it_keeps_both_readings_of_an_ambiguous_date() -> None:
    (timex,) = found("It was signed 07-08-2024 there.", "2024-11-01")

    assert timex.date is None
    assert [d.edtf for d in timex.alternatives] == ["2024-08-07", "2024-07-08"]


def test_it_names_anchor_and_rule() -> None:
    sunday, later = found("The fire began on Sunday. It ended two days later.", "2024-07-17")

    assert (sunday.anchor, sunday.rule) == ("publication 2024-07-17", "weekday-bare")
    assert (later.anchor, later.rule) == ("text 2024-07-14", "earlier-later")
    assert later.date is not None
    assert later.date.edtf == "2024-07-16"


def test_nothing_told_as_over_is_counted_past_the_publication_date() -> None:
    report, later = found("The film came out in 2014. Three years later it is not forgotten.", "2016-11-17")

    assert report.value == "2014"
    assert later.date is None


def test_words_in_a_quotation_are_counted_from_the_day_of_the_speech() -> None:
    text = '"We met yesterday," the mayor said on Tuesday. "We meet tomorrow," Lee said.'

    first, _, second = found(text, "2021-03-04")

    assert first.date is not None
    assert first.date.edtf == "2021-03-01"
    assert second.date is not None
    assert second.date.edtf == "2021-03-05"


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("The ferry sank at 0315 local time (0715 GMT) on Sunday.", ["2016-11-13T03:15", "2016-11-13T07:15"]),
        ("A vigil will be held at 7 p.m. at the old church on Saturday.", ["2016-11-19T19:00"]),
        ("He was shot at 9:40 p.m. in a park on Oct. 3.", ["2016-10-03T21:40"]),
        ("He came at 5 p.m. in a car and left on Sunday.", ["2016-11-17T17:00"]),
        ("The polls are open until 8 p.m. there.", ["2016-11-17T20:00"]),
        ("They voted on Sunday, more than in 2008. The polls closed at 10 p.m.", ["2016-11-13T22:00"]),
        ("They met on 2 November, as in 2008. The shop closed at 10 p.m.", ["2016-11-02T22:00"]),
        ("The fair is on Saturday. It is open from 10 a.m. to 4 p.m.", ["2016-11-19T10:00", "2016-11-19T16:00"]),
        ("He left at 5 p.m. after he was freed on Sunday.", ["2016-11-17T17:00"]),
    ],
)
def test_the_day_behind_a_place_is_that_of_the_clock_before_it(text: str, clocks: list[str]) -> None:
    assert [t.value for t in found(text, "2016-11-17") if t.type == "TIME"] == clocks


def test_the_day_of_the_attacks_is_that_of_2001_once_they_were_told_of() -> None:
    text = "They felt safe before 9/11. That changed with what they saw on Sept. 11."

    assert [t.value for t in found(text, "2016-03-18")] == ["2001-09-11", "2001-09-11"]
    assert [t.value for t in found(text, "2016-09-18")] == ["2001-09-11", "2016-09-11"]


def test_nothing_that_stands_behind_is_known_where_a_text_is_read_a_second_time() -> None:
    text = (
        '"It is cold tonight," he said. He left on Sept. 11. They won on Tuesday night. "We met today," she said on '
        "Monday. It was the worst day since 9/11."
    )

    assert [t.value for t in found(text, "2016-03-18")][:2] == ["2016-03-18TNI", "2015-09-11"]


@pytest.mark.parametrize(
    ("text", "night"),
    [
        ('They won on Tuesday night. "We have made history tonight," she told the crowd.', "2016-11-15"),
        ('They won at 9 p.m. on Tuesday. "Our win tonight will be talked about," she told the crowd.', "2016-11-15"),
        ('They lost on Tuesday night. "We will do better tonight," the coach said.', "2016-11-17"),
        ("They lost on Tuesday night. They play again tonight in Leeds.", "2016-11-17"),
        ('They lost on Tuesday. "What a crowd we have here tonight," the coach said.', "2016-11-17"),
        ('They lost on the night of 2 November. "It is cold tonight," the coach said.', "2016-11-17"),
    ],
)
def test_tonight_in_a_quotation_may_be_the_night_told_of(text: str, night: str) -> None:
    assert [t.value for t in found(text, "2016-11-17") if t.text == "tonight"] == [f"{night}TNI"]


def test_a_clock_that_heads_an_entry_is_of_the_day_of_publication() -> None:
    text = "He fell on 2 May.\n\n9:05 p.m.\n\nThe mayor rose. It began on Sunday.\n\nPolice came at 9 p.m. to see."
    assert [t.value for t in found(text, "2016-11-17")][1:] == ["2016-11-17T21:05", "2016-11-13", "2016-11-13T21:00"]


def test_a_history_is_counted_from_its_last_date() -> None:
    text = (
        "In early 1862 the army marched to the coast. On 28 April it reached the river. The following day it crossed, "
        "and two days later it took the fort. In the winter of 1862 the garrison starved. In January the town gave up. "
        "The war ended in 1865."
    )

    dates = [t.date.edtf for t in found(text, "2013-05-01") if t.date]

    assert dates == ["1862", "1862-04-28", "1862-04-29", "1862-05-01", "1862-24", "1863-01", "1865"]


def test_what_follows_no_date_of_the_text_is_not_counted_from_publication() -> None:
    assert [t.date for t in found("Half a century later the case is open.", "2016-11-17")] == [None]


def test_about_a_clock_is_kept_where_its_day_stands_beside_it() -> None:
    assert [(t.value, t.mod) for t in found("It fell about 4 p.m. Sunday.", "2016-11-17")] == [
        ("2016-11-13T16:00", "APPROX")
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            '"I leave today," he said on Sunday. "I come back tomorrow," he added. "It is over today."',
            ["2021-02-28", "2021-02-28", "2021-03-01", "2021-02-28"],
        ),
        ('"It fell yesterday," she said on May 4, 2018. "It was today."', ["2018-05-03", "2018-05-04", "2018-05-04"]),
        # Another speaker, a sentence between, another day.
        ('"I leave today," Roe said on Sunday. "He left yesterday," Doe said.', ["2021-02-28"] * 2 + ["2021-03-04"]),
        ('"I leave," Roe said on Sunday. He left. "He left yesterday," Doe said.', ["2021-02-28", "2021-03-04"]),
        (
            '"I left," he said on Sunday. "It fell yesterday," he said Tuesday.',
            ["2021-02-28", "2021-03-01", "2021-03-02"],
        ),
    ],
)
def test_who_goes_on_speaking_speaks_on_the_same_day(text: str, values: list[str]) -> None:
    assert [timex.value for timex in found(text, "2021-03-05")] == values
