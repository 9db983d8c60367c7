# SPDX-License-Identifier: MIT
"""The two open questions: small grammars that speak as each planted group would."""

from collections.abc import Mapping, Sequence

LIKE = "What do you like best about us?"
CHANGE = "What should we change first?"

_SHARED: Mapping[str, Sequence[str]] = {
    "well": ("", "", "", "", "To be honest ", "For me ", "Simple: ", "I'd say "),
    "rather": ("quite", "really", "so", "rather"),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    "barista": ("Jo", "Samir", "the tall guy", "the girl with the red glasses", "Ines", "Dara"),
    "cafe": ("Station", "Old Town", "Mill Lane", "the Old Town shop", "the station shop"),
    "minutes": ("two minutes", "three minutes", "four minutes", "five minutes", "ten minutes"),
    "train": ("the 7:42", "the 8:05", "my train", "my bus", "the tram", "the ten past eight"),
    "drink": ("flat white", "cappuccino", "latte", "oat latte", "filter", "double espresso"),
    "cake": ("carrot cake", "plum crumble", "cheesecake", "lemon slice", "apple cake", "brownie"),
    "group": ("my book club", "the choir", "four of us", "my girls", "the whole family", "us six"),
    "origin": ("Ethiopian", "Kenyan", "Guatemalan", "Rwandan", "Colombian", "washed Peruvian"),
    "roast": ("light roast", "filter roast", "espresso blend", "natural", "single origin"),
    "gear": ("V60", "Aeropress", "old lever machine", "Chemex", "moka pot", "hand grinder"),
}

_ENDS: Mapping[str, Sequence[str]] = {
    LIKE: (
        "",
        "",
        "",
        "",
        " Keep it up.",
        " Please don't change that.",
        " Makes my {weekday}.",
        " My sister says the same.",
        " It's {rather} nice to come in from the rain.",
        " I tell everyone.",
        " Nobody else in town does that.",
        " That's why I come back.",
    ),
    CHANGE: (
        "",
        "",
        "",
        "",
        " That's all really.",
        " I told {barista} about it.",
        " Happened again last {weekday}.",
        " Otherwise I'm {rather} happy.",
        " It can't be that hard.",
        " My sister says the same.",
        " Thank you for asking.",
        " Worst at {cafe}.",
    ),
}

_LIKE: Mapping[str, Sequence[str]] = {
    "hurry": (
        "{well}in and out in {minutes}, coffee in hand, I still catch {train}.{end}",
        "Order on the way, cup is on the shelf when I walk in. {train} is never far off.{end}",
        "{barista} starts my {drink} when I come through the door.{end}",
        "You are the only ones open before seven near {cafe}.{end}",
        "Fast. {cafe} on a {weekday} morning is a machine.{end}",
        "{well}that I can pay with my phone and not talk to anybody before nine.{end}",
        "The pick up shelf. Best thing you ever did.",
        "Quick {drink}, good enough, on my way.{end}",
        "No fuss. {minutes} and I'm out the door again.{end}",
        "App remembers my {drink}, one tap, done.{end}",
        "{well}it lies between my bus stop and the office.{end}",
        "Friendly even when there are twenty people behind me and {train} is leaving.",
        "Never burnt, never late. A {drink} I can count on every {weekday}.",
        "speed!! and {barista}",
    ),
    "table": (
        "{well}the long table. {group} can sit together without shouting.{end}",
        "The {cake}, and that nobody hurries us out.{end}",
        "{barista} knows our names and brings the {cake} with enough forks.{end}",
        "It's where {group} meet every {weekday} since my husband retired.{end}",
        "Room for the pram and a {drink} that stays warm while we talk.{end}",
        "{well}we can sit for two hours and still feel welcome.{end}",
        "A proper table, proper plates, {cake} like at my mother's.{end}",
        "It feels like a living room. {cafe} more than the others.{end}",
        "On {weekday} afternoons it is calm enough to hear each other.{end}",
        "The staff at {cafe} push two tables together without being asked.",
        "{group} always find something, even the ones who don't drink coffee.{end}",
        "Daylight, big window, {cake}. I bring everyone who visits me.",
        "That you let us have the birthday there. {barista} even found candles.",
        "meeting people. the coffee comes second, sorry",
    ),
    "beans": (
        "{well}the {origin} you had in March. I still think about it.{end}",
        "That someone there can tell me why the {roast} tastes of plums.{end}",
        "Beans roasted three days before they land on my doormat.{end}",
        "{well}fresh {roast}, ground coarse for my {gear} if I ask.{end}",
        "The card in the bag with farm, height and roasting day.{end}",
        "A new {origin} every month. I order before I've read the description.{end}",
        "Your {roast} in my {gear}: nothing in town comes close.{end}",
        "{barista} let me taste three {origin} lots side by side.{end}",
        "I travel forty minutes for your {origin}, that says enough.{end}",
        "Honest coffee. No syrup, no pumpkin, a clean {origin} cup.",
        "{well}the kilo bags of {roast}, good price for that quality.{end}",
        "You answered my mail about water hardness within the hour.{end}",
        "The newsletter. I learn something about {origin} coffee every time.",
        "small lots, clear labels, my {gear} is happy",
    ),
}

_CHANGE: Mapping[str, Sequence[str]] = {
    "hurry": (
        "The app loses my basket right at the last step. {train} doesn't wait.{end}",
        "{well}show how long the wait is before I join the queue.{end}",
        "Second till at {cafe} between eight and nine, please.{end}",
        "Put the prices where I can read them from the queue.{end}",
        "I had ordered for 7:50, it was made at 8:02. Then why order ahead?",
        "Oat milk is gone by ten at {cafe}. Every {weekday}.{end}",
        "{well}separate line for people who already paid in the app.{end}",
        "I stood {minutes} behind someone ordering six different teas.",
        "The payment page asked for my card again. I walked on without coffee.",
        "Open at {cafe} at half past six.{end}",
        "Lids that hold. My {drink} ended up on my shirt on {train}.",
        "{minutes} for a {drink} is too long on a {weekday}.{end}",
        "don't make me log in every morning",
        "Nothing much. Maybe a bit faster at {cafe}.",
    ),
    "table": (
        "Let me book the long table. We came with {group} and had to leave again.{end}",
        "{well}turn the music down after four, we can't hear each other.{end}",
        "More big tables at {cafe}. Two chairs and a plant are no use to {group}.{end}",
        "Laptops take the long table all {weekday}. Could they have a corner?{end}",
        "The {cake} is sold out by three when we come.{end}",
        "Somewhere to hang coats for {group}.{end}",
        "{well}one bill for the whole table, then we sort it out ourselves.{end}",
        "The music. At {cafe} it's like a disco. Nice cake though.",
        "High chairs. There is one, and it wobbles.{end}",
        "A paper menu again, please. I don't want to scan a thing to read about {cake}.{end}",
        "Reserve sign for regulars on {weekday}, we have come for three years.",
        "Somebody to bring the tray. I can't carry five cups and a {cake}.{end}",
        "too loud too full on {weekday}, otherwise lovely",
        "Nothing, leave it as it is. Perhaps a softer bench.",
    ),
    "beans": (
        "Put the roasting date on the web page, not only on the bag.{end}",
        "{well}shipping costs more than half the bag. Let us collect at {cafe}.{end}",
        "I want to choose how long after roasting you send the {roast}.{end}",
        "Bring the {origin} back, or tell us when it comes.{end}",
        "A subscription I can pause. I have three kilos of {roast} here.{end}",
        "{well}a discount from two kilos would stop me looking elsewhere.{end}",
        "More {roast}, fewer milk drinks on the board.{end}",
        "The parcel sat {minutes} in the rain, the {origin} didn't mind but I did.",
        "Say which {roast} suits a {gear}. Beginners have no chance.{end}",
        "Tasting evenings! I'd pay for a table of {origin} coffees.{end}",
        "Smaller bags, 125 g, so that I can try the {origin} and the blend.{end}",
        "I never see the date of the roast before I pay. That's the one thing I look for.",
        "stock on the page is wrong, ordered {origin}, got a sorry mail",
        "Free shipping from thirty pounds would be fair.{end}",
    ),
}

QUESTIONS: Mapping[str, Mapping[str, Sequence[str]]] = {LIKE: _LIKE, CHANGE: _CHANGE}


def grammar(question: str, group: str) -> Mapping[str, Sequence[str]]:
    """Return the grammar of one open question for one group; it starts at `start`."""
    return {**_SHARED, "end": _ENDS[question], "start": QUESTIONS[question][group]}
