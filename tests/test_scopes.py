"""Numbers, days and names that look like contradictions and measure two things, each kind with true contradictions.

Sentences of our own: of each kind those that must not be told, and those of the same shape that must.
"""

import pandas as pd
import pytest

from analysis import Event

APART = [
    # of so many: the whole is not the number
    ("Inspectors closed four of nine kitchens in Ellby.", "Inspectors in Ellby closed four kitchens on Monday."),
    ("Ann Bellamy was found guilty on two of seven charges.", "Ann Bellamy was convicted of two charges of fraud."),
    ("The crew recovered six of the eight pumps from Lake Tarn.", "Divers recovered six pumps from Lake Tarn."),
    ("The council of Ellby approved five out of eleven schemes.", "The council of Ellby approved five schemes."),
    ("Eight of its 12 ferries were out of service, Tarn Lines said.",
     "Tarn Lines said that eight ferries were out of service."),
    ("Harrow Rail cancelled 30 of 80 trains on Monday.", "Harrow Rail cancelled 30 trains on Monday."),
    # what was granted and what was refused
    ("Ann Bellamy was convicted of four charges of theft.",
     "Ann Bellamy was acquitted of two charges of theft and convicted of the rest."),
    ("The jury found Ola Crane guilty on six counts.", "The jury found Ola Crane not guilty on three counts."),
    ("The board of Tarn approved nine applications.", "The board of Tarn rejected four applications."),
    ("Harrow Foods opened 12 shops in May.", "Harrow Foods closed seven shops in May."),
    ("The Ellby Rovers won 18 matches.", "The Ellby Rovers lost nine matches."),
    ("Tarn Mills hired 60 weavers.", "Tarn Mills laid off 25 weavers."),
    # rates and totals
    ("The lease of the pier costs Tarn Lines £90,000 a year.",
     "Tarn Lines paid £1.8 million for the lease of the pier."),
    ("The Bellamy Fund pays the Ellby choir 40,000 crowns a year.",
     "The Bellamy Fund gave the Ellby choir a grant of 160,000 crowns."),
    ("Drivers at Harrow Rail earn 2,400 crowns a month.", "Drivers at Harrow Rail earn 28,800 crowns a year."),
    ("The new bridge at Ellby will cost £3 million annually to run.", "The new bridge at Ellby will cost £84 million."),
    ("Rents in Ellby rose 3 percent this year.", "Rents in Ellby rose 14 percent over five years."),
    ("The mill at Ellby makes 300 looms a month.", "The mill at Ellby made 3,600 looms."),
    # the time in which something was counted
    ("In Ellby 90 centimetres of snow fell in 48 hours.",
     "In Ellby 20 centimetres of snow fell in five hours, the weather office said."),
    ("Crews put out 60 fires in two days in Tarn.", "Crews put out 14 fires in six hours in Tarn."),
    ("The Tarn rose by 40 centimetres in an hour.", "The Tarn rose by two metres in nine hours."),
    ("Harrow Rail sold 9,000 tickets within three days.", "Harrow Rail sold 4,000 tickets within six hours."),
    ("Police in Ellby stopped 300 cars over two days.", "Police in Ellby stopped 90 cars over five hours."),
    ("The glacier above Ellby lost 12 metres in ten years.", "The glacier above Ellby lost 30 metres in 40 years."),
    # the country and the world
    ("Tarn Foods employs 2,300 people in the country.", "Tarn Foods employs 8,900 people worldwide."),
    ("Harrow Bank will cut 400 jobs at home.", "Harrow Bank will cut 1,500 jobs across its group."),
    ("Tarn Foods has 60 shops in the capital.", "Tarn Foods has 210 shops in three countries."),
    ("The storm left 3,000 homes in Ellby without power.",
     "The storm left 41,000 homes across the region without power."),
    ("The union has 900 members at the plant.", "The union has 14,000 members nationwide."),
    ("Corran will shed 700 posts abroad.", "Corran will shed 1,900 posts in all."),
    # the quarter and the half year
    ("Tarn Foods made a profit of £12 million in the first quarter.",
     "Tarn Foods made a profit of £21 million in the first half of the year."),
    ("Harrow Bank lost 30 million crowns in the third quarter.", "Harrow Bank lost 80 million crowns in nine months."),
    ("Sales of Tarn Foods were £400 million in the quarter to June.",
     "Sales of Tarn Foods were £1.5 billion in the year to June."),
    ("Corran made a profit of 9 million crowns before tax.", "Corran made a profit of 7 million crowns after tax."),
    ("Profits at Harrow Bank rose 4 percent in the quarter.",
     "Profits at Harrow Bank rose 11 percent in the half year."),
    ("Tarn Lines carried 40,000 passengers in July.", "Tarn Lines carried 130,000 passengers in the summer."),
    # adults and children, diesel and petrol
    ("A pass for students will cost £30.", "A pass for pensioners will cost £45."),
    ("A single to Ellby will cost 14 crowns.", "A return to Ellby will cost 25 crowns."),
    ("A day ticket for the Ellby museum costs £9.", "A season ticket for the Ellby museum costs £60."),
    ("Freight trains on the Tarn line will be limited to 60 mph.",
     "Passenger trains on the Tarn line will be limited to 90 mph."),
    ("The price of diesel in Ellby rose to 1.90 crowns.", "The price of petrol in Ellby rose to 1.70 crowns."),
    ("Imports at Tarn port were worth £80 million.", "Exports at Tarn port were worth £30 million."),
    # one match and the average of all, a toll and the years in which it grew
    ("The last home match of Ellby Athletic was watched by 16,870 people.",
     "Last season an average of 14,200 people watched the home matches of Ellby Athletic."),
    ("The Tarn inquiry found that 37 infants died at the clinic between 2011 and 2019.",
     "The Tarn inquiry found that 37 babies had died at the clinic."),
    # units of one measure
    ("The water in Lake Tarn was 20 degrees Celsius.", "The water in Lake Tarn was 68 degrees Fahrenheit."),
    ("It was 86F in Ellby on Monday.", "It was 30C in Ellby on Monday."),
    ("The fire at Tarn burned 200 hectares.", "The fire at Tarn burned 500 acres."),
    ("The wave at Ellby was 20 feet high.", "The wave at Ellby was six metres high."),
    ("Divers found the Tarn 100 feet down.", "Divers found the Tarn 30 metres down."),
    ("The gust at Ellby reached 100 km/h.", "The gust at Ellby reached 62 mph."),
    # a count that rose, and what is left of it
    ("Six people died on Monday when the Ellby lift fell.",
     "The number of people killed by the Ellby lift rose to nine on Monday night, after three of the injured died."),
    ("Eighteen people were missing after the Tarn ferry sank.",
     "Four people were still missing after the Tarn ferry sank. The coast guard had spoken of 18 at noon."),
    ("Forty people were taken to hospital after the Ellby fire.",
     "Seven people were still in hospital on Thursday after the Ellby fire."),
    ("The blast in Ellby killed five people.", "The death toll of the blast in Ellby climbed to eight on Tuesday."),
    ("Police in Tarn have so far arrested 12 people.", "Police in Tarn arrested 30 people."),
    ("Thirty miners were trapped in the pit at Ellby.",
     "Eleven miners remained trapped in the pit at Ellby on Friday evening."),
    ("Six people died in Ellby on Monday.", "Nine dead in Ellby\nThe number of people killed in the fall of the lift "
     "at the Ellby mill rose to nine on Monday night."),
    # what is wanted, may come, or is so
    ("Corran may raise its bid for Tarn Foods to 300 pence a share.",
     "Corran has bid 270 pence a share for Tarn Foods."),
    ("The nurses of Ellby want 9 percent more pay.", "The clinic has offered the nurses of Ellby 4 percent more pay."),
    ("The council of Ellby asked for £5 million for the lock.", "The council of Ellby got £2 million for the lock."),
    ("Prosecutors sought a fine of £80,000 for Tarn Lines.", "Tarn Lines was fined £50,000."),
    ("Harrow Bank could cut 900 jobs in Ellby.", "Harrow Bank will cut 500 jobs in Ellby."),
    ("The museum hoped to sell 20,000 tickets for the Ellby show.",
     "The museum sold 13,000 tickets for the Ellby show."),
    # a word that only says which regatta
    ("The regatta in Ellby was cancelled on Tuesday.",
     "The cancelled regatta in Ellby was replaced by a fair on Saturday."),
    ("A play in Tarn was delayed on Monday.", "The delayed play in Tarn opened on Friday."),
    ("The trial of Ola Crane was adjourned on Monday.", "The adjourned trial of Ola Crane went on on Thursday."),
    ("Ola Crane was injured in Ellby on Sunday.", "The injured Ola Crane spoke in Ellby on Tuesday."),
    ("The ferry was damaged on Monday off Ellby.", "The damaged ferry was towed to Ellby on Wednesday."),
    ("The vote on the tram was postponed on Tuesday.",
     "The vote on the tram, postponed for a week, was held on Friday."),
    # two persons of one surname
    ("The minister of health, Clara Voss, resigned.", "The minister of defence, Peter Voss, will not resign."),
    ("The mayor of Ellby, Ann Crane, spoke.", "The mayor of Tarn, Jon Crane, spoke."),
    ("The health minister, Clara Voss, opened the clinic.", "The finance minister, Peter Voss, paid for the clinic."),
    ("The striker, Tom Harker, scored.", "The goalkeeper, Luis Harker, saved a penalty."),
    ("The bishop, Paul Lund, blessed the boats.", "The harbour master, Nils Lund, counted the boats."),
    ("The coach of Ellby, Ann Quill, was sacked.", "The coach of Norhaven, Mary Quill, was not sacked."),
    # what was before
    ("A berth in Ellby cost £300 until the quay was rebuilt.", "A berth in Ellby costs £420."),
    ("The fine for litter in Tarn was previously 40 crowns.", "The fine for litter in Tarn is 90 crowns."),
    ("Rates at Harrow Bank stood at 3 percent before the rise.", "Rates at Harrow Bank stand at 4 percent."),
    # with and without
    ("The Tarn ferry weighs 700 tonnes empty.", "The Tarn ferry weighs 1,100 tonnes."),
    ("The lock at Ellby cost £40 million, excluding the gates.", "The lock at Ellby cost £55 million."),
    ("The fire at Ellby killed seven people, not counting the arsonist.", "The fire at Ellby killed eight people."),
    # a season and years
    ("Farmers in Tarn lost 300 sheep over the summer.", "Farmers in Tarn lost 900 sheep in three years."),
    ("Harrow Rail cancelled 400 trains in May.", "Harrow Rail cancelled 1,900 trains this year."),
    ("Rangers in Ellby shot 60 deer over the winter.", "Rangers in Ellby shot 200 deer in five years."),
]
DIFFER = [
    # of so many: the whole is not the number
    ("Ann Bellamy was found guilty on two of seven charges.", "Ann Bellamy was convicted of four charges of fraud."),
    ("Inspectors closed four of nine kitchens in Ellby.", "Inspectors in Ellby closed six kitchens."),
    ("Harrow Rail cancelled 30 of 80 trains on Monday.", "Harrow Rail cancelled 45 trains on Monday."),
    ("Ann Bellamy was convicted of three counts of fraud.", "Ann Bellamy was convicted of five counts of fraud."),
    # what was granted and what was refused
    ("The board of Tarn approved nine applications.", "The board of Tarn approved four applications."),
    ("Harrow Foods closed 12 shops in May.", "Harrow Foods closed seven shops in May."),
    ("Ola Crane was acquitted of two counts of theft.", "Ola Crane was acquitted of four counts of theft."),
    ("The Ellby Rovers won 18 matches.", "The Ellby Rovers won 16 matches."),
    # rates and totals
    ("The lease of the pier costs Tarn Lines £90,000 a year.",
     "The lease of the pier costs Tarn Lines £120,000 a year."),
    ("The Bellamy Fund gave the Ellby choir a grant of 160,000 crowns.",
     "The Bellamy Fund gave the Ellby choir a grant of 200,000 crowns."),
    ("The new bridge at Ellby will cost £84 million.", "The new bridge at Ellby will cost £97 million."),
    ("Rents in Ellby rose 3 percent this year.", "Rents in Ellby rose 5 percent this year."),
    # the time in which something was counted
    ("In Ellby 90 centimetres of snow fell in 48 hours.", "In Ellby 60 centimetres of snow fell in 48 hours."),
    ("The siege of the Ellby mill lasted nine hours.", "The siege of the Ellby mill lasted 14 hours."),
    ("The talks in Ellby took six hours.", "The talks in Ellby took 11 hours."),
    ("Harrow Rail sold 9,000 tickets within three days.", "Harrow Rail sold 6,000 tickets within three days."),
    # the country and the world
    ("Tarn Foods employs 2,300 people in the country.", "Tarn Foods employs 3,200 people in the country."),
    ("Harrow Bank will cut 400 jobs at home.", "Harrow Bank will cut 600 jobs at home."),
    ("Harrow Bank will cut 400 jobs.", "Harrow Bank will cut 900 jobs."),
    ("Tarn Foods employs 8,900 people worldwide.", "Tarn Foods employs 9,800 people worldwide."),
    # the quarter and the half year
    ("Tarn Foods made a profit of £12 million in the first quarter.",
     "Tarn Foods made a profit of £17 million in the first quarter."),
    ("Corran made a profit of 9 million crowns before tax.", "Corran made a profit of 12 million crowns before tax."),
    ("Profits at Harrow Bank rose 4 percent in the quarter.", "Profits at Harrow Bank rose 9 percent in the quarter."),
    ("Tarn Lines carried 40,000 passengers in July.", "Tarn Lines carried 60,000 passengers in July."),
    # adults and children, diesel and petrol
    ("A pass for students will cost £30.", "A pass for students will cost £45."),
    ("A return to Ellby will cost 25 crowns.", "A return to Ellby will cost 35 crowns."),
    ("The price of diesel in Ellby rose to 1.90 crowns.", "The price of diesel in Ellby rose to 2.10 crowns."),
    ("Imports at Tarn port were worth £80 million.", "Imports at Tarn port were worth £60 million."),
    # units of one measure
    ("The water in Lake Tarn was 20 degrees Celsius.", "The water in Lake Tarn was 26 degrees Celsius."),
    ("The wave at Ellby was 20 feet high.", "The wave at Ellby was 30 feet high."),
    ("The fire at Tarn burned 200 hectares.", "The fire at Tarn burned 350 hectares."),
    ("The gust at Ellby reached 100 km/h.", "The gust at Ellby reached 130 km/h."),
    # a count that rose, and what is left of it
    ("Six people died on Monday when the Ellby lift fell.", "Nine people died on Monday when the Ellby lift fell."),
    ("Eighteen people are missing after the Tarn ferry sank.", "Twelve people are missing after the Tarn ferry sank."),
    ("Four people were still missing after the Tarn ferry sank.",
     "Nine people were still missing after the Tarn ferry sank."),
    ("Police in Tarn arrested 12 people.", "Police in Tarn arrested 30 people."),
    # what is wanted, may come, or is so
    ("The nurses of Ellby want 9 percent more pay.", "The nurses of Ellby want 6 percent more pay."),
    ("Corran has bid 270 pence a share for Tarn Foods.", "Corran has bid 310 pence a share for Tarn Foods."),
    ("Tarn Lines was fined £80,000.", "Tarn Lines was fined £50,000."),
    ("Harrow Bank will cut 900 jobs in Ellby.", "Harrow Bank will cut 500 jobs in Ellby."),
    # a word that only says which regatta
    ("The regatta in Ellby was cancelled on Tuesday.", "The regatta in Ellby was cancelled on Thursday."),
    ("The trial of Ola Crane was adjourned on Monday.", "The trial of Ola Crane was adjourned on Wednesday."),
    ("The regatta in Ellby, cancelled on Tuesday, will be missed.", "The regatta in Ellby was cancelled on Thursday."),
    ("Ola Crane was injured in Ellby on Sunday.", "Ola Crane was injured in Ellby on Friday."),
    ("The vote on the tram was postponed on Tuesday.", "The vote on the tram was postponed on Wednesday."),
    # two persons of one surname
    ("The minister of health, Clara Voss, resigned.", "The minister of health, Anna Voss, resigned."),
    ("The mayor of Ellby, Ann Crane, opened the lock.", "The mayor of Ellby, Mary Crane, opened the lock."),
    ("The harbour master, Nils Lund, counted the boats in Ellby.",
     "The harbour master, Paul Lund, counted the boats in Ellby."),
    ("The goalkeeper, Luis Harker, saved a penalty.", "The goalkeeper, Tom Harker, saved a penalty."),
    # what was before
    ("A berth in Ellby costs £300.", "A berth in Ellby costs £420."),
    ("The fine for litter in Tarn is 40 crowns.", "The fine for litter in Tarn is 90 crowns."),
    # with and without
    ("The Tarn ferry weighs 700 tonnes.", "The Tarn ferry weighs 1,100 tonnes."),
    ("The lock at Ellby cost £40 million.", "The lock at Ellby cost £55 million."),
    # a season and years
    ("Farmers in Tarn lost 300 sheep over the summer.", "Farmers in Tarn lost 900 sheep over the summer."),
    ("Harrow Rail cancelled 400 trains in May.", "Harrow Rail cancelled 700 trains in May."),
]


def compare(gull, tern):
    """Return the disagreements of two texts of one day."""
    return Event.from_articles(pd.DataFrame([
        {"article": name, "outlet": name, "text": text, "published": "2026-05-04"}
        for name, text in (("gull", gull), ("tern", tern))]))


@pytest.mark.parametrize(("gull", "tern"), APART)
def test_numbers_that_measure_two_things_are_told_as_no_contradiction(gull, tern):
    assert compare(gull, tern).disagreements["value"].tolist() == []


@pytest.mark.parametrize(("gull", "tern"), DIFFER)
def test_numbers_that_measure_one_thing_are(gull, tern):
    assert len(compare(gull, tern).disagreements) > 1


@pytest.mark.parametrize(("gull", "tern", "said"), [
    ("Police said that 5,000 people had joined the march in Ostra.",
     "Organisers said that 20,000 people had joined the march in Ostra.",
     "“5,000” (police) in gull; “20,000” (organisers) in tern."),
    ("According to police, 3,000 people came to the rally in Tarn.", "The union counted 9,000 at the rally in Tarn.",
     "“3,000” (police) in gull; “9,000” (the union) in tern."),
    ("The damage in Ellby amounts to £4 million, the mayor estimated.",
     "Insurers expect damage of £9 million in Ellby.",
     "“£4 million” (the mayor) in gull; “£9 million” (insurers) in tern."),
    ("The mayor, Clara Voss, wept. She put the damage in Ellby at £4 million.",
     "The Insurers' Union estimated the damage in Ellby at £9 million.",
     "“£4 million” (Clara Voss) in gull; “£9 million” (the Insurers' Union) in tern."),
    ("Nine people died in the fire in Ostra, police said.", "The fire in Ostra killed 12 people, police said.",
     "“Nine” in gull; “12” in tern."),
    ("Twelve people were hurt in the blast in Ellby.", "He counted nine people hurt in the blast in Ellby.",
     "“Twelve” in gull; “nine” in tern.")])
def test_a_count_is_told_with_who_counted(gull, tern, said):
    assert compare(gull, tern).findings["claim"].iloc[0].endswith(said)
