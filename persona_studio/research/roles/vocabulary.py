# SPDX-License-Identifier: MIT
"""Words by which headings say what a column holds, in the languages of common exports."""

import re
from functools import cache

PERSONAL: tuple[tuple[str, str], ...] = (
    (
        "email",
        r"e-?mails?( address(es)?)?|correo( electr[oó]nico)?|courriel|adresse e-?mail"
        r"|mail-?adresse|электронн\w+ почт\w+|メールアドレス|邮箱|البريد الإلكتروني|recipient ?email",
    ),
    (
        "ip",
        r"(remote )?ip( ?-?addr(ess|esse)?\.?)?|ipaddress|adresse ip|direcci[oó]n ip"
        r"|来自ip|ip地址",
    ),
    (
        "phone",
        r"(\w+ )?(tele)?phone( number| no\.?)?|mobile( number| phone)?|cell ?phone|tel\.?"
        r"|telefon(nummer)?|handy(nummer)?|m[oó]vil|t[ée]l[ée]phone|tel[ée]fono|teléfono|电话"
        r"|手机号?|電話番号|fax( number)?|телефон",
    ),
    (
        "address",
        r"(\w+ )?address ?(line)? ?[0-9]*|street( address)?|stra(ß|ss)e|anschrift|postcode"
        r"|zip( code| or postal code)?|(\w+ )?zip|postal code|plz|postleitzahl|code postal|rue"
        r"|(\w+ )?address ?[0-9] .*|direcci[oó]n|c[oó]digo postal|(billing|shipping) (name|street|company)"
        r"|adresse( postale)?|住所|地址",
    ),
    (
        "location",
        r"(location)? ?(latitude|longitude|lat|lng|long)|geo ?(location|ip)?( coordinates)?"
        r"|gps( coordinates)?|location(latitude|longitude)|euid|leid",
    ),
    (
        "name",
        r"(first|last|sur|full|given|family|middle|user|customer|contact|respondent"
        r"|recipient|billing|shipping|reviewer|requester|author|player|display)[ _-]?"
        r"(first ?|last ?|full ?|sur)?names?|names?|(your|ihr|ihre) name|(vor|nach|familien)name"
        r"|nom( de famille)?|pr[ée]nom|nombre|apellidos?|surname|cognome|nome|имя|фамилия|姓名|氏名"
        r"|お名前|الاسم|recipient(first|last)name|customer|requester|contact( owner| person)?"
        r"|owner|account name|company ?name",
    ),
    (
        "id_number",
        r"(external)?(data)?[ _-]?(reference|ref)|externalreference"
        r"|external( data)? ?reference|ssn|social security( number)?|passport( number)?"
        r"|iban|credit card|(bank )?account number|tax id|steuernummer|device ?id|cookie( id)?",
    ),
    (
        "handle",
        r"(twitter|instagram|facebook|linkedin|github)( ?(handle|name|profile|url|account"
        r"|username))?|handle|screen name|nick ?name|social (media )?profile",
    ),
)
RESPONDENT = (
    r"(respondent|response|participant|customer|client|user|member|contact|panelist|person|subject"
    r"|patient|employee|visitor|kunden?|teilnehmer|id de l.?utilisateur|répondant|r[eé]pondant|account"
    r"|submission|entry|interview|case|token|lead)s?[ _-]*(id|no\.?|number|nr\.?|code|key|nummer|#)?"
)
RECORD = (
    r"(order|ticket|invoice|transaction|post|video|content|product|item|sku|case|booking|deal"
    r"|record|article|artikel|bestell|beleg|rechnungs|contact|auftrags|kunden|issue|request|row)s?"
    r"[ _-]*(id|no\.?|number|nr\.?|code|key|nummer|#)?|bestellnummer|id|name|nr\.?|no\.?|#|number"
)
HOW_MANY = (
    r"how many|number of|count|quantity|qty|anzahl|nombre de|cu[aá]ntos|total|sum\b|amount|price"
    r"|preis|betrag|revenue|cost|spend|spent|age in years|\bage\b|alter|hours|minutes|days|years"
    r"|weeks|months|times|clicks|views|visits|users|sessions|impressions|reach|sales|%|£|\$|€"
    r"|progress|score|income|salary|weight|height|size|likes|shares|comments|followers|stay|menge"
)
RECOMMEND = (
    r"recommend|\bnps\b|net promoter|weiterempfehl|empfehlen|recommand|recomend|consigli|aanbevel"
    r"|推荐|推薦|порекоменд|рекоменд"
)
DURATION = (
    r"duration|time (spent|taken)|elapsed|dauer|dur[ée]e|watch time|所用时间|response time"
    r"|interview ?time|session duration|completion time"
)
TECHNICAL = (
    r"user ?agent|browser|device( type)?|operating system|(distribution|data)? ?channel"
    r"|distribution ?channel|user ?language|response ?(set|type)|start ?language|startsprache|seed"
    r"|last ?page|status|finished|beendet|progress|collector ?(id)?|tags?|network ?id|refer+er( url)?"
    r"|package name|reviewer language|app version( code| name)?|url|link|permalink|lastpage"
    r"|id\.? der antwort|来源(详情)?|源|来源|umfragesprache|enddatum"
)


@cache
def pattern(words: str) -> re.Pattern[str]:
    """Return a compiled pattern."""
    return re.compile(words)


def is_called(words: str, label: str) -> bool:
    """Tell whether a heading is one of these words and nothing more."""
    bare = " ".join(re.sub(r"[_:?*()\"']+", " ", label.casefold()).split())
    return bool(pattern(words).fullmatch(bare))


def speaks_of(words: str, text: str) -> bool:
    """Tell whether a heading has one of these words in it."""
    return bool(pattern(words).search(text.casefold()))


def personal_kind(label: str) -> str | None:
    """Return the kind of personal data a heading announces."""
    return next((kind for kind, words in PERSONAL if is_called(words, label)), None)
