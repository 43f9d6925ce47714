"""Given names that tell whether "he" or "she" is meant. Names that go either way are left out."""

from __future__ import annotations

MALE = frozenset(
    "aaron abbas abdul abdullah abraham adam adel adnan ahmad ahmed alan albert alejandro alexander alfred ali "
    "allen amir amr andre andrew angus anthony antonio arthur ashraf aziz barack ben benjamin bernard bernie "
    "bill bob boris brad brian bruce carl carlos charles chris christopher chuck colin craig dan daniel darren dave "
    "david dean dennis diego don donald doug douglas edward eric erik ernest evan falah faisal fernando francis "
    "francisco frank franklin fred frederick fuad gary geoffrey george gerald giovanni glenn gordon greg gregory "
    "haider hamid harold harry hasan hassan henry herbert hermann howard hugh hussein ian ibrahim igor imad ismail "
    "ivan jack jacob jake james jamal jared jason javier jawad jeff jeffrey jens jeremy jerome jim jimmy joe joel "
    "john jon jonathan jorge jose josef joseph josh joshua juan karl karim keith ken kenneth kevin khalid klaus "
    "lars larry lawrence leonard louis luis luke mahmoud marc marco mario mark martin masoud matthew matt "
    "max michael miguel mike mitch mitt mohamed mohammad mohammed mourad muhammad mustafa nasser nathan neil newt "
    "nils sven harald knut anders bjorn nicholas nick nigel nikolai nouri olaf oliver omar oscar patrick paul pedro "
    "peter philip phil pierre qais qasim rafael ralph rand raymond reza ricardo richard rick rob robert roberto "
    "rodrigo roger ron ronald rudy russell saad saddam sajjad salih sam samuel scott sean sergei sergey simon "
    "stefan stephen steve steven stuart tareq tarik ted terry theodore thomas tim timothy todd tom tony trent tyler "
    "vincent vladimir walter warren wayne wilhelm william yahya yasser yousef yusuf zaid".split()
)
FEMALE = frozenset(
    "abigail ada aisha alexandra alice alicia alison amanda amina amy andrea angela anita ann anna anne annie "
    "barbara becky beth betty bonnie brenda brigitte carla carly carmen carol carolina caroline carolyn catherine "
    "cecilia charlotte chelsea christina christine cindy claire claudia condoleezza cynthia dana deborah debbie "
    "debra denise diana diane dina donna doris dorothy eileen elena elisabeth elizabeth ellen emily emma erica eva "
    "evelyn fatima fiona florence frances gail gina gloria grace greta hanan hannah heather helen hillary huma ida "
    "ingrid irene isabel ivanka jane janet janice jean jennifer jessica jill joan joanna joyce judith judy julia "
    "julie karen karin kate katherine kathleen kathryn kathy katie kayleigh kelly kellyanne kim kristen kristin "
    "laila laura lauren layla leila leah linda lisa liz loretta lori lucy lydia lynn madeleine margaret maria marie "
    "marina martha mary maryam maya megan melania melanie melissa michelle mona monica nadia nancy naomi natalie "
    "natasha nikki nina nora olga olivia pamela patricia paula peggy phyllis rachel rania rebecca renee rita rosa "
    "rosie ruth samantha sandra sara sarah shannon sharon sheila shirley silvia sofia sonia sophie stephanie sue "
    "susan suzanne sylvia tamara teresa theresa tina tracy ursula valerie vanessa vera veronica victoria virginia "
    "vivian wendy yasmin yvonne zainab".split()
)


def gender_of(given: str) -> str:
    """The word "male" or "female", or the empty string where a given name does not tell."""
    word = given.lower().rstrip(".")
    return "male" if word in MALE else "female" if word in FEMALE else ""
