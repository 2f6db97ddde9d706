"""What the stories of the benchmark are made of: words and half sentences, all invented."""

ADJECTIVES = """
amber broken careful crooked early empty faded friendly green heavy hidden honest hollow late
leaning little long loud lucky mended narrow noisy old patient plain quiet red round rusty shared
shy silver slow small spare stubborn striped tall yellow
""".split()

NOUNS = """
allotment attic bakery bandstand barrow bench bicycle boat boiler bookcase bucket bus button
canteen cellar chair choir clock coat corridor cupboard curtain door drum fence ferry fiddle garden
gate greenhouse hall hammer kettle kitchen ladder lamp laundry ledger letter library lift market
mast minibus mirror noticeboard oven pantry piano plum quilt radio ramp scarf shed staircase stove
table teapot tent timetable tractor umbrella urn waggon wall whistle window workshop
""".split()

PLACES = """
Aldermere Appleholt Ashcombe Barrowby Beckford Birchover Brackenhall Bramhope Brindle Calderwick
Carrowdale Cobblestow Coldbrook Crickhollow Dunmere Eastwold Elmstead Fenwick Fernley Foxcote
Gorsedale Hallowfield Harrowgate Hazelbeck Heathersett Hollinside Ivybridge Kelderby Larkrise
Lindale Littlemarsh Longacre Marlbeck Meadowsea Millrace Netherby Oakhanger Orchardleigh Otterfold
Penrose Pickerwell Quarrydown Ravensea Redwharf Rushmoor Sandhallow Stonewick Thornaby Underhill
Withy
""".split()

FIRST_NAMES = """
Abena Aled Anwen Babak Bronwen Callum Catrin Dafydd Delroy Edith Eilidh Farida Gethin Grace Hamza
Imani Ioan Jean Joyce Kofi Leila Lorcan Mabli Mahmud Marged Nasrin Nia Olwen Padma Priya Rhodri
Rosamund Sanjay Seren Tariq Tegan Umar Vera Winston Yusuf
""".split()

LAST_NAMES = """
Adeyemi Barlow Bevan Birtwhistle Chaudhry Clough Dewhurst Eccles Fairbrass Gaskell Haworth Ingham
Jarrold Kershaw Lomax Malik Nuttall Ogden Pickup Quayle Ramsbottom Sagar Thewlis Uttley Varley
Whittam Yardley Zaman
""".split()

THEMES = (
    """
bread|buses and trains|choosing for ourselves|co-production|dogs|everyday kindness|fares and
forms|first days|gardens|getting in|good questions|hands|having a say|home|in the rain|keys|late
buses|letters|living on our own|long tables|making do|meetings|mending|money and paperwork|music|
neighbours|night and sleep|old photographs|paid work|plain English|saying no|school|sharing power|
slow lines|small wins|sport|tea|the sea|trying again|waiting
""".replace("\n", " ")
    .strip()
    .split("|")
)

OPENINGS = (
    """
Nobody had asked about|It began with|We were late for|I had never cared for|For two winters we
looked after|Somebody had painted|The whole street knew|My neighbour had promised us|You could hear|
Every Thursday we walked past|The committee had forgotten|It took nine of us to carry
""".replace("\n", " ")
    .strip()
    .split("|")
)

MIDDLES = (
    """
and that was the first thing we agreed on|which is how the argument started|and nobody minded, not
even the caretaker|because the form had no box for it|and the rain did the rest|so we put the urn on
and sat down|though the council called it something else|and I still have the key|until somebody
thought of asking the children|and it has worked ever since|which the driver says is typical|so we
wrote to them again, in pencil
""".replace("\n", " ")
    .strip()
    .split("|")
)

ENDINGS = (
    """
I would do it again.|We have not decided yet.|It was worth the walk.|You should have seen their
faces.|That is all I wanted to say about it.|There was cake, but not enough.|We kept the receipt.|
They have asked us back.|Nothing was said about the money.|It is still there, if you want to look.
""".replace("\n", " ")
    .strip()
    .split("|")
)

HEADINGS = (
    """
How it began|What we tried|What it cost|Who came|What we would do again|The week after|What the
neighbours said|A list for next time
""".replace("\n", " ")
    .strip()
    .split("|")
)

FORMS = ["roundtable", "walk", "gathering", "workshop", "open day"]

# Each word or sentence without the spaces that line ends left around it.
THEMES, OPENINGS, MIDDLES, ENDINGS, HEADINGS = (
    [" ".join(one.split()) for one in several]
    for several in (THEMES, OPENINGS, MIDDLES, ENDINGS, HEADINGS)
)
