"""Events of invented sentences, as the shipped reader reads them.

An expected event is "predicate sense", then what is not affirmed, not actual, and the roles: "agent=head".
"""

from __future__ import annotations

from functools import cache

import pytest

from rashomon import langs
from rashomon.claims import claims
from rashomon.model import Claim, Event, Passage, Report
from rashomon.reading.trained import TrainedReader
from rashomon.text import sentences

LEXICON = langs.load("en")


@cache
def reader() -> TrainedReader:
    return TrainedReader(threads=2)


@cache
def read(text: str) -> tuple[Claim, ...]:
    passage = Passage(text, sentences(text, LEXICON))
    return claims(Report("r", "r.txt", text), LEXICON, reader().read([passage])[0])


def event_of(text: str) -> Event:
    found = [claim.event for claim in read(text) if claim.event]
    assert found, "no claim has an event"
    return found[0]


def told(event: Event) -> set[str]:
    """What an event says, as words of the tables."""
    return {event.predicate, event.polarity, event.modality} | {f"{p.role}={p.head}" for p in event.participants}


ROWS = [
    # actives and passives
    ("Three people were killed by rebels in Orm on Sunday.", "kill patient=people agent=rebel time=sunday"),
    ("Two men have been killed in a raid.", "kill patient=man"),
    ("Rebels kill 12 in raid on Orm", "kill agent=rebel"),
    ("She was stabbed with a knife.", "stab patient=she instrument=knife"),
    ("Thousands were evacuated because of the flood.", "evacuate patient=thousand cause=flood"),
    ("The bridge collapsed due to heavy rain.", "collapse patient=bridge cause=rain"),
    ("The court sentenced him to five years in prison.", "sentence agent=court patient=he time=year"),
    ("The government gave the rebels a deadline.", "give agent=government recipient=rebel patient=deadline"),
    ("The ferry, carrying 80 people, sank near the island.", "sink patient=ferry place=island"),
    ("The man arrested on Friday had fled the country.", "flee agent=man patient=country"),
    ("The governor, who was arrested in May, was released.", "release patient=governor"),
    ("The bomb killed at least 12 people and wounded dozens more.", "kill agent=bomb patient=person"),
    # nouns and headlines
    ("Two dead as bus crashes in Fenwick", "dead patient=two"),
    ("The death of the mayor was announced on Friday.", "death patient=mayor"),
    ("Ferry sinks off Orm, killing 12", "sink patient=ferry"),
    ("Berger dies aged 90", "die patient=berger"),
    ("Gunmen shoot dead five in Orm cafe", "shoot patient=five"),
    ("Court clears mayor of fraud", "clear agent=court patient=mayor"),
    ("Minister to visit Orm next week", "visit planned agent=minister time=week"),
    ("Two charged over Orm fire", "charge patient=two"),
    # copulas
    ("Anna Berger is the head of the port authority.", "head patient=berger"),
    ("The king is dead.", "dead patient=king"),
    ("The mayor is not a member of the club.", "member denied patient=mayor"),
    # verbs that only carry
    ("Rebels carried out an attack on the base.", "attack agent=rebel patient=base"),
    ("Soldiers opened fire on the crowd.", "fire agent=soldier patient=crowd"),
    ("There was an explosion at the plant.", "explosion place=plant"),
    # plans
    ("The ministers plan to meet in Orm next week.", "meet planned agent=minister time=week"),
    ("The delegations were to meet on Monday.", "meet planned agent=delegation time=monday"),
    ("The talks are due to begin on Monday.", "begin planned patient=talk time=monday"),
    ("The president is set to address parliament on Tuesday.", "address planned agent=president patient=parliament"),
    ("The army is expected to withdraw by Friday.", "withdraw planned agent=army time=friday"),
    ("The company agreed to buy its rival.", "buy planned agent=company patient=rival"),
    ("The union threatened to strike.", "strike planned agent=union"),
    ("The company had hoped to open the mine this year.", "open planned agent=company patient=mine"),
    ("The president said the army would not leave the island.", "leave denied planned agent=army patient=island"),
    ("The president won't meet the rebels.", "meet denied planned agent=president patient=rebel"),
    # perhaps
    ("The pilot may have lost control.", "lose possible agent=pilot patient=control"),
    ("The bank is likely to raise rates.", "raise possible agent=bank patient=rate"),
    ("The driver is believed to have fallen asleep.", "fall possible"),
    ("The governor may be released.", "release possible patient=governor"),
    ("Police said they were investigating whether the driver had been drinking.", "drink possible agent=driver"),
    ("It is unclear whether the pilot survived.", "survive possible patient=pilot"),
    # denied
    ("The ministry denied that it had attacked the ferry.", "attack denied agent=it patient=ferry"),
    ("The mayor did not resign.", "resign denied agent=mayor"),
    ("The mayor never met the rebels.", "meet denied agent=mayor patient=rebel"),
    ("No one was hurt in the fire.", "hurt denied patient=one"),
    ("No casualties were reported.", "casualty denied"),
    ("None of the passengers survived.", "survive denied patient=none"),
    ("Nobody survived the crash.", "survive denied"),
    ("Neither side has signed the deal.", "sign denied agent=side patient=deal"),
    ("The deal has yet to be signed.", "sign denied patient=deal"),
    ("The company refused to pay the fine.", "pay denied agent=company patient=fine"),
    ("Police failed to find the weapon.", "find denied agent=police patient=weapon"),
    ("Rebels denied involvement in the attack.", "involvement denied agent=rebel"),
    ("The government has ruled out talks with the rebels.", "talk denied"),
    ("The minister ruled out resigning.", "resign denied agent=minister"),
    ("The army prevented the rebels from entering the city.", "enter denied agent=rebel patient=city"),
    # told without proof
    ("The army allegedly shelled the village.", "shell unverified agent=army patient=village"),
    ("The suspect reportedly fled to Orm.", "flee unverified agent=suspect"),
    ("He was accused of stealing the boat.", "steal unverified agent=he patient=boat"),
    ("The claim could not be independently verified.", "verify unverified patient=claim"),
    ("The deaths could not be confirmed.", "confirm unverified patient=death"),
    ("The group rejected claims that it had fired the rocket.", "fire denied unverified agent=it patient=rocket"),
    ("The minister has denied accusations of fraud.", "fraud denied unverified agent=minister"),
    ("Rebels said they shot down a plane, a claim that could not be verified.", "shoot-down unverified patient=plane"),
    # what should be, and what hangs on something
    ("Police urged residents to leave.", "leave demanded agent=resident"),
    ("Residents should leave the town.", "leave demanded agent=resident patient=town"),
    ("The rebels must release the hostages.", "release demanded agent=rebel patient=hostage"),
    ("Ministers called for an end to the war.", "end demanded"),
    ("If the strike goes ahead, the port will close.", "close conditional patient=port"),
    ("The minister said he would resign if the law passed.", "resign conditional agent=he"),
    ("Unless the company pays, workers will strike.", "strike conditional agent=worker"),
]

MISSED = [
    ("Police arrest five after protest", "arrest agent=police patient=five"),  # read as a noun
    ("The attack by rebels left 12 dead.", "attack agent=rebel"),
    ("Mayor denies taking bribes", "take denied agent=mayor patient=bribe"),
    ("There is no evidence that the minister took bribes.", "bribe unverified agent=minister"),
    ("It is not clear who fired.", "fire possible"),
    ("Rebels, and not the army, fired the rocket.", "fire agent=rebel patient=rocket instrument=none"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*ROWS, *(pytest.param(*row, marks=pytest.mark.xfail(strict=True)) for row in MISSED)],
)
def test_events(text: str, expected: str) -> None:
    event = event_of(text)
    wanted = set(expected.split())
    wanted |= {"affirmed"} - ({"affirmed"} if "denied" in wanted else set())
    if not wanted & {"planned", "possible", "demanded", "conditional", "unverified"}:
        wanted.add("actual")
    assert wanted <= told(event)


@pytest.mark.parametrize("text", [text for text, _ in ROWS])
def test_spans_are_the_words(text: str) -> None:
    event = event_of(text)
    assert text[slice(*event.span)].strip()
    assert all(" ".join(text[slice(*p.span)].split()) == p.words for p in event.participants)


def test_without_a_reading_there_is_no_event() -> None:
    text = "Three people were killed by rebels in Orm."
    assert [claim.event for claim in claims(Report("r", "r.txt", text), LEXICON)] == [None]
