"""A grammar of German reported speech: one construction a row, with the quotation and its speaker."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.finds import finds
from helpers.pipeline import german

NLP = german()

DIRECT = {
    "second half of a quotation, a numeral first": (
        "«Wir bauen», sagte Blum. «40 Dörfer sind ohne Brücke. Das Geld ist da.»",
        "40 Dörfer sind ohne Brücke. Das Geld ist da.",
        "Blum",
    ),
    "any verb beside a quotation": (
        "Blum schloss sich an: „Wir bauen die Brücke neu.“",
        "Wir bauen die Brücke neu.",
        "Blum",
    ),
    "cue after": (
        "„Wir bauen die Brücke neu“, sagte Minister Karl Blum.",
        "Wir bauen die Brücke neu",
        "Minister Karl Blum",
    ),
    "cue after, time between": (
        "„Wir bauen die Brücke neu“, sagte am Montag die Ministerin.",
        "Wir bauen die Brücke neu",
        "die Ministerin",
    ),
    "cue after, separable verb": ("„Der Bau beginnt im Mai“, kündigte Blum an.", "Der Bau beginnt im Mai", "Blum"),
    "cue after, perfect": ("„Der Bau beginnt im Mai“, hat Blum gesagt.", "Der Bau beginnt im Mai", "Blum"),
    "question": ("„Wer zahlt die Brücke?“, fragte die Abgeordnete.", "Wer zahlt die Brücke?", "die Abgeordnete"),
    "exclamation without comma": (
        "„Das ist ein Skandal!“ rief der Bürgermeister.",
        "Das ist ein Skandal!",
        "der Bürgermeister",
    ),
    "colon": ("Blum sagte: „Wir bauen die Brücke neu.“", "Wir bauen die Brücke neu.", "Blum"),
    "colon, adverb first": (
        "Am Abend erklärte die Ministerin: „Der Bau beginnt.“",
        "Der Bau beginnt.",
        "die Ministerin",
    ),
    "headline": ("Blum: „Wir bauen die Brücke neu“", "Wir bauen die Brücke neu", "Blum"),
    "so X": ("„Der Bau beginnt im Mai“, so Blum.", "Der Bau beginnt im Mai", "Blum"),
    "straight marks": ('"Wir bauen die Brücke neu", sagte Blum.', "Wir bauen die Brücke neu", "Blum"),
    "English marks": ("“Wir bauen die Brücke neu”, sagte Blum.", "Wir bauen die Brücke neu", "Blum"),
    "guillemets": ("»Wir bauen die Brücke neu«, sagte Blum.", "Wir bauen die Brücke neu", "Blum"),
    "Swiss guillemets": ("«Wir bauen die Brücke neu», sagte Blum.", "Wir bauen die Brücke neu", "Blum"),
    "single marks": ("‚Wir bauen die Brücke neu‘, sagte Blum.", "Wir bauen die Brücke neu", "Blum"),
    "apostrophes as marks": ("'Wir bauen die Brücke neu', sagte Blum.", "Wir bauen die Brücke neu", "Blum"),
    "mixed marks": ('„Wir bauen die Brücke neu", sagte Blum.', "Wir bauen die Brücke neu", "Blum"),
    "two sentences": ("„Wir bauen neu. Das ist sicher“, sagte Blum.", "Wir bauen neu. Das ist sicher", "Blum"),
    "over a paragraph end": (
        "„Wir bauen neu.\n\nDas ist sicher“, sagte Blum.",
        "Wir bauen neu.\n\nDas ist sicher",
        "Blum",
    ),
    "interrupted, second part": ("„Wir bauen“, sagte Blum, „und zwar im Mai.“", "Wir bauen", "Blum"),
    "interrupted, second part in small letters": (
        "„Wer so baut“, so Blum, „darf sich nicht wundern.“",
        "darf sich nicht wundern.",
        "Blum",
    ),
    "interrupted by heißt es": (
        "»Die Sirenen«, heißt es in der Erklärung, »wurden früh ausgelöst.«",
        "Die Sirenen",
        "der Erklärung",
    ),
    "short clause, verb with particles": ("„Da brüten Störche“, gab Blum zu bedenken.", "Da brüten Störche", "Blum"),
    "goes on without cue": (
        "„Wir bauen die Brücke“, sagte Blum. „Der Bau beginnt im Mai.“",
        "Der Bau beginnt im Mai.",
        "Blum",
    ),
    "pointing sentence behind": (
        "„Der Bau beginnt schon im Mai.“ Das sagte die Ministerin.",
        "Der Bau beginnt schon im Mai.",
        "die Ministerin",
    ),
    "pronoun": ("„Der Bau beginnt im Mai“, sagte sie.", "Der Bau beginnt im Mai", "sie"),
    "pronoun er": ("„Der Bau beginnt im Mai“, betonte er.", "Der Bau beginnt im Mai", "er"),
    "plural": ("„Der Lärm ist zu groß“, klagten Anwohner.", "Der Lärm ist zu groß", "Anwohner"),
    "institution": (
        "„Der Bau beginnt im Mai“, teilte das Ministerium mit.",
        "Der Bau beginnt im Mai",
        "das Ministerium",
    ),
    "speaker after a dash": (
        "„Der Bau beginnt schon im Mai.“ – Ministerin Maria Blum",
        "Der Bau beginnt schon im Mai.",
        "Ministerin Maria Blum",
    ),
    "colon and a new line": (
        "Am Abend betonte Blum:\n„Der Bau beginnt im Mai.“",
        "Der Bau beginnt im Mai.",
        "Blum",
    ),
    "behind a reported clause": (
        "„Wir kommen“, sagte Blum. Die Lage sei ernst: „Der Bau beginnt im Mai.“",
        "Der Bau beginnt im Mai.",
        "Blum",
    ),
    "behind an adverb": (
        "„Wir kommen“, sagte Blum. Dennoch: „Der Bau beginnt im Mai.“",
        "Der Bau beginnt im Mai.",
        "Blum",
    ),
    "behind a bracket": ('Karl Blum (Bonn): "Das war ein gutes Spiel."', "Das war ein gutes Spiel.", "Karl Blum"),
    "elided subject": (
        "Trainer Karl Blum ist zufrieden. Und lobt seinen Kollegen Emil Gall: „Er macht das gut.“",
        "Er macht das gut.",
        "Trainer Karl Blum",
    ),
    "addressee behind the speaker": (
        "„Der Bau beginnt im Mai“, sagte Karl Blum der „Bonner Post“.",
        "Der Bau beginnt im Mai",
        "Karl Blum",
    ),
    "so X, addressee behind": (
        "„Der Bau beginnt im Mai“, so Blum gegenüber der Post.",
        "Der Bau beginnt im Mai",
        "Blum",
    ),
    "lost closing mark before": (
        "Er rief „Halt und ging.\n„Der Bau beginnt im Mai“, sagte Blum.",
        "Der Bau beginnt im Mai",
        "Blum",
    ),
    "odd closing mark before": (
        "Der Bau“ stockt.\n„Der Bau beginnt im Mai“, sagte Blum.",
        "Der Bau beginnt im Mai",
        "Blum",
    ),
    "so X, with a participle in front of the name": (
        "„Das hilft uns sehr“, so der frustrierte Trainer.",
        "Das hilft uns sehr",
        "der frustrierte Trainer",
    ),
    "pointing sentence that names nobody": (
        "„Der Bau beginnt schon im Mai.“ Das war der einzige Satz.",
        "Der Bau beginnt schon im Mai.",
        None,
    ),
    "cue joined without und": (
        "Blum hofft, dass der Bau gelingt, kritisierte am Montag aber die Kosten: „Das ist teuer.“",
        "Das ist teuer.",
        "Blum",
    ),
}

FRAGMENTS = {
    "fragment in a dass-clause": (
        "Blum sagte, dass der Bau „leider viel zu teuer“ sei.",
        "leider viel zu teuer",
        "Blum",
    ),
    "fragment as object predicative": ("Blum nannte den Bau „völlig überflüssig“.", "völlig überflüssig", "Blum"),
    "bezeichnete als": (
        "Blum bezeichnete den Bau als „reine Verschwendung von Geld“.",
        "reine Verschwendung von Geld",
        "Blum",
    ),
    "sprach von": (
        "Blum sprach von einem „nie dagewesenen Fehler im System“.",
        "nie dagewesenen Fehler im System",
        "Blum",
    ),
    "in the subjunctive": ("Blum sagte, man sei „sehr zufrieden“ mit dem Bau.", "sehr zufrieden", "Blum"),
    "coordinated fragments": ("Blum nannte den Bau „völlig überflüssig“ und „Unsinn“.", "Unsinn", "Blum"),
    "participle in it": (
        "Man habe die „Hausaufgaben nicht gemacht“, schimpfte Blum.",
        "Hausaufgaben nicht gemacht",
        "Blum",
    ),
    "werten als": (
        "Der Jurist wertete die Rede als „Absage an den Bau“.",
        "Absage an den Bau",
        "Der Jurist",
    ),
    "naming verb of its own clause": (
        "Blum, der das sah, nannte den Platz „überzogen“, Gall schwieg.",
        "überzogen",
        "Blum",
    ),
    "sees a": (
        "In dem Bau sieht Präsident Karl Blum einen „Angriff auf die Natur“.",
        "Angriff auf die Natur",
        "Präsident Karl Blum",
    ),
    "für X ist": ("Für die Ministerin ist der Bau „von größter Bedeutung“.", "von größter Bedeutung", "die Ministerin"),
    "object before the verb": (
        "Die Pläne Galls nannte Ministerin Maria Blum „völlig überflüssig“.",
        "völlig überflüssig",
        "Ministerin Maria Blum",
    ),
    "clause as fragment": (
        "Blum betonte, „dass wir den Bau im Mai beginnen“.",
        "dass wir den Bau im Mai beginnen",
        "Blum",
    ),
    "label of a separable verb": ("Blum wies den Vorwurf als „Lüge“ zurück.", "Lüge", "Blum"),
    "label with sehen in": ("Blum sieht in dem Bau ein „Geschenk“.", "Geschenk", "Blum"),
    "label of the nearest verb": (
        "Klose nannte das gut, Trainer Karl Blum bezeichnete die Karten in dem Spiel, das er sah, als „übertrieben“.",
        "übertrieben",
        "Trainer Karl Blum",
    ),
    "slogan on a banner": (
        "Am Montag zogen Demonstranten mit der Parole „Bonn bleibt bunt“ durch die Stadt.",
        "Bonn bleibt bunt",
        "Demonstranten",
    ),
}

INDIRECT = {
    "zufolge, extended attribute": (
        "Einer Ende Mai vergangenen Jahres vorgelegten Liste zufolge ist die Brücke alt.",
        "ist die Brücke alt",
        "Einer Ende Mai vergangenen Jahres vorgelegten Liste",
    ),
    "content with a cue of its own in a subordinate clause": (
        "Das sei falsch, da die Stadt betont habe, dass das Geld reiche, kritisierte Blum.",
        "Das sei falsch, da die Stadt betont habe, dass das Geld reiche",
        "Blum",
    ),
    "content with a main clause that reports": (
        "Blum sagt, dass es brennt, meldet die Post.",
        "dass es brennt",
        "Blum",
    ),
    "so X between auxiliary and participle": (
        "Dabei sei die Brücke, so Karl Blum, zum ersten Mal gesperrt worden.",
        "Dabei sei die Brücke, so Karl Blum, zum ersten Mal gesperrt worden",
        "Karl Blum",
    ),
    "plural subjunctive II before a colon": (
        "„Wir bauen“, sagte Blum. Die Arbeiter hätten viel geschafft: „Die Brücke steht.“",
        "Die Arbeiter hätten viel geschafft",
        "Blum",
    ),
    "laut, extended attribute": (
        "Laut einer im Mai vorgestellten Übersicht des Landesamts ist die Brücke alt.",
        "ist die Brücke alt",
        "einer im Mai vorgestellten Übersicht des Landesamts",
    ),
    "laut, attribute with an agent": (
        "Laut dem von der Stadt eigens bestellten Gutachter Karl Blum ist die Brücke sicher.",
        "ist die Brücke sicher",
        "dem von der Stadt eigens bestellten Gutachter Karl Blum",
    ),
    "laut, attribute with an adverb": (
        "Laut einer bislang geheimen Studie ist die Brücke alt.",
        "ist die Brücke alt",
        "einer bislang geheimen Studie",
    ),
    "nach, extended attribute": (
        "Nach dem im Mai vorgelegten Gutachten der Prüfer sei die Brücke alt.",
        "sei die Brücke alt",
        "dem im Mai vorgelegten Gutachten der Prüfer",
    ),
    "nach and a compound that names its owner": (
        "Am Abend traf sie nach Kurier-Informationen Norwegens Botschafter Ola Dahl.",
        "Am Abend traf sie nach Kurier-Informationen Norwegens Botschafter Ola Dahl",
        "Kurier-Informationen",
    ),
    "nach and a simple noun with its owner": (
        "Nach Angaben Norwegens ist die Brücke alt.",
        "ist die Brücke alt",
        "Angaben Norwegens",
    ),
    "aussagen": ("Blum sagte vor Gericht aus, er habe nichts gesehen.", "er habe nichts gesehen", "Blum"),
    "sagte with an adverb that may be a particle": ("Der Bau beginne, sagte er weiter.", "Der Bau beginne", "er"),
    "declared readiness": ("Norwegen erklärte sich bereit, Boote zu senden.", "Boote zu senden", "Norwegen"),
    "dass": ("Blum sagte, dass der Bau im Mai beginnt.", "dass der Bau im Mai beginnt", "Blum"),
    "dass, subjunctive": ("Blum betonte, dass der Bau begonnen habe.", "dass der Bau begonnen habe", "Blum"),
    "old spelling": ("Blum erklärte, daß der Bau beginnt.", "daß der Bau beginnt", "Blum"),
    "ob": ("Die Abgeordnete fragte, ob der Bau beginnt.", "ob der Bau beginnt", "Die Abgeordnete"),
    "question word": ("Die Abgeordnete fragte, warum der Bau stockt.", "warum der Bau stockt", "Die Abgeordnete"),
    "two dass-clauses": ("Blum sagte, dass er komme und dass er bleibe.", "dass er komme und dass er bleibe", "Blum"),
    "dass with relative clause": (
        "Blum sagte, dass die Brücke, die alt ist, falle.",
        "dass die Brücke, die alt ist, falle",
        "Blum",
    ),
    "verb second, subjunctive I": ("Blum sagte, der Bau beginne im Mai.", "der Bau beginne im Mai", "Blum"),
    "verb second, subjunctive II": (
        "Die Gegner sagten, die Kosten wären zu hoch.",
        "die Kosten wären zu hoch",
        "Die Gegner",
    ),
    "verb second, indicative": ("Blum sagte, der Bau beginnt im Mai.", "der Bau beginnt im Mai", "Blum"),
    "adverbial clause in front": (
        "Blum sagte, wenn das Geld komme, beginne der Bau.",
        "wenn das Geld komme, beginne der Bau",
        "Blum",
    ),
    "infinitive": ("Blum kündigte an, die Brücke zu sperren.", "die Brücke zu sperren", "Blum"),
    "infinitive, separable": ("Blum versprach, das Geld bereitzustellen.", "das Geld bereitzustellen", "Blum"),
    "perfect infinitive": ("Der Zeuge behauptete, nichts gesehen zu haben.", "nichts gesehen zu haben", "Der Zeuge"),
    "infinitive, perfect cue": ("Blum hat zugesagt, die Brücke zu sperren.", "die Brücke zu sperren", "Blum"),
    "object before the infinitive": (
        "Blum forderte die Stadt auf, die Brücke zu sperren.",
        "die Brücke zu sperren",
        "Blum",
    ),
    "infinitive without comma": ("Blum hat angekündigt die Brücke zu sperren.", "die Brücke zu sperren", "Blum"),
    "reason given": ("Als Grund nannte Blum, dass Geld fehle.", "dass Geld fehle", "Blum"),
    "participle unknown to the dictionary": ("Blum hat angedeutet, dass Geld fehlt.", "dass Geld fehlt", "Blum"),
    "cue after": ("Der Bau beginne im Mai, sagte Blum.", "Der Bau beginne im Mai", "Blum"),
    "cue after, verb of opinion": (
        "Mit 67 habe sie genug gebaut, findet Blum.",
        "Mit 67 habe sie genug gebaut",
        "Blum",
    ),
    "cue after, any verb": (
        "Der Bau sei viel zu teuer, seufzte die Ministerin auf.",
        "Der Bau sei viel zu teuer",
        "die Ministerin",
    ),
    "cue after, erfuhr": (
        "Der Bau sei geplant, erfuhr die Zeitung aus Bonn.",
        "Der Bau sei geplant",
        "die Zeitung aus Bonn",
    ),
    "so etwa X": ("Der Bau sei zu teuer – so etwa Karl Blum im Fernsehen.", "Der Bau sei zu teuer", "Karl Blum"),
    "reported clause before a colon": (
        "„Wir kommen“, sagte Blum. Die Lage sei ernst: „Der Bau beginnt im Mai.“",
        "Die Lage sei ernst",
        "Blum",
    ),
    "continuation, äußern": (
        "Man halte sich an das Recht, sagte Blum. Dazu äußere man sich nicht.",
        "Dazu äußere man sich nicht.",
        "Blum",
    ),
    "noun, agent with von": (
        "Von der Opposition kam die Forderung, die Brücke zu sperren.",
        "die Brücke zu sperren",
        "der Opposition",
    ),
    "wonach, genitive": (
        "Die Forderung der Opposition, wonach Blum gehen solle, ist alt.",
        "Blum gehen solle",
        "Die Forderung der Opposition",
    ),
    "cue after, indicative": (
        "Der Bau beginnt im Mai, teilte das Ministerium mit.",
        "Der Bau beginnt im Mai",
        "das Ministerium",
    ),
    "cue after, perfect": ("Der Bau beginne im Mai, hat Blum gesagt.", "Der Bau beginne im Mai", "Blum"),
    "so X": ("Der Bau beginne im Mai, so Blum.", "Der Bau beginne im Mai", "Blum"),
    "so X with an adverb": (
        "Der Bau beginne im Mai, so der Minister weiter.",
        "Der Bau beginne im Mai",
        "der Minister",
    ),
    "cue inside an open verb": (
        "Er habe, sagte Blum, die Brücke sperren lassen.",
        "Er habe, sagte Blum, die Brücke sperren lassen",
        "Blum",
    ),
    "content behind a colon": (
        "Die Fraktion sieht das anders: Die Stadt habe versagt, sagte Blum.",
        "Die Stadt habe versagt",
        "Blum",
    ),
    "colon without cue": (
        "Blum hält den Bau für falsch: Er sei zu teuer.",
        "Er sei zu teuer.",
        "Blum",
    ),
    "das in one sentence, content goes on": (
        "Ohne Geld, das betonte Blum, gehe es nicht voran.",
        "Ohne Geld, das betonte Blum, gehe es nicht voran",
        "Blum",
    ),
    "zitieren, passive": (
        "Blum wurde mit den Worten zitiert, das Geld reiche nicht.",
        "das Geld reiche nicht",
        "Blum",
    ),
    "der Ansicht sein": (
        "Die andere Seite ist der Ansicht, dass das Geld reicht.",
        "dass das Geld reicht",
        "Die andere Seite",
    ),
    "so X inside": ("Der Bau, so Blum, beginne im Mai.", "Der Bau, so Blum, beginne im Mai", "Blum"),
    "heißt es": ("Der Bau beginne im Mai, heißt es in dem Bericht.", "Der Bau beginne im Mai", "dem Bericht"),
    "hieß es aus": ("Aus dem Ministerium hieß es, der Bau beginne bald.", "der Bau beginne bald", "dem Ministerium"),
    "In Berlin hieß es": ("In Berlin hieß es, der Bau beginne bald.", "der Bau beginne bald", "Berlin"),
    "es heißt, no source": ("Es heißt, der Bau beginne bald.", "der Bau beginne bald", None),
    "hervorgehen": ("Aus dem Bericht geht hervor, dass der Bau stockt.", "dass der Bau stockt", "dem Bericht"),
    "aus Sicht": ("Aus Sicht der Polizei ist die Brücke sicher.", "ist die Brücke sicher", "der Polizei"),
    "aus Sicht, with von": ("Aus Sicht von Blum ist die Brücke sicher.", "ist die Brücke sicher", "Blum"),
    "aus Sicht, genitive in front": (
        "Die Brücke ist aus Blums Sicht sicher.",
        "Die Brücke ist aus Blums Sicht sicher",
        "Blums",
    ),
    "source beside a cue": ("Die Brücke falle, sagte Blum laut der Post.", "Die Brücke falle", "Blum"),
    "colon, clause in front": (
        "Blum rechtfertigt das neue Gesetz: Wer warte, werde Geld verlieren.",
        "Wer warte, werde Geld verlieren",
        "Blum",
    ),
    "laut": ("Laut Polizei wurden drei Menschen verletzt.", "wurden drei Menschen verletzt", "Polizei"),
    "laut, at the end": (
        "Drei Menschen wurden gestern verletzt, laut Polizei.",
        "Drei Menschen wurden gestern verletzt",
        "Polizei",
    ),
    "nach Angaben": (
        "Nach Angaben der Polizei wurden drei Menschen verletzt.",
        "wurden drei Menschen verletzt",
        "der Polizei",
    ),
    "nach Worten": ("Nach den Worten des Ministers beginnt der Bau.", "beginnt der Bau", "des Ministers"),
    "nach Ansicht": (
        "Nach Ansicht von Experten ist die Brücke sicher.",
        "ist die Brücke sicher",
        "Experten",
    ),
    "nach Darstellung, bare genitive": (
        "Nach Darstellung westlicher Medien ist der Bau gestoppt.",
        "ist der Bau gestoppt",
        "westlicher Medien",
    ),
    "nach, possessive": (
        "Blum kam. Dazu gehören nach seinen Worten Polen und Norwegen.",
        "Dazu gehören nach seinen Worten Polen und Norwegen",
        "seinen Worten",
    ),
    "nach, genitive in front": (
        "Die Altstadt kommt nach Blums Worten nicht in Frage.",
        "Die Altstadt kommt nach Blums Worten nicht in Frage",
        "Blums",
    ),
    "dem Vernehmen nach": ("Dem Vernehmen nach soll der Bau bald beginnen.", "soll der Bau bald beginnen", None),
    "zufolge, object in front": (
        "Der Bau soll dafür dem Bericht zufolge ruhen.",
        "Der Bau soll dafür dem Bericht zufolge ruhen",
        "dem Bericht",
    ),
    "zufolge": ("Einem Bericht zufolge ist die Brücke gesperrt.", "ist die Brücke gesperrt", "Einem Bericht"),
    "zufolge, bare plural": (
        "Medienberichten zufolge ist die Brücke gesperrt.",
        "ist die Brücke gesperrt",
        "Medienberichten",
    ),
    "wie X mitteilte, before": (
        "Wie die Polizei mitteilte, ist die Brücke gesperrt.",
        "ist die Brücke gesperrt",
        "die Polizei",
    ),
    "wie X mitteilte, after": (
        "Die Brücke ist gesperrt, wie die Polizei mitteilte.",
        "Die Brücke ist gesperrt",
        "die Polizei",
    ),
    "wie, name in lower case": (
        "Wie ostnetz.de meldet, ist die Brücke gesperrt.",
        "ist die Brücke gesperrt",
        "ostnetz.de",
    ),
    "Das sagte X": ("Die Brücke ist gesperrt. Das sagte ein Sprecher.", "Die Brücke ist gesperrt.", "ein Sprecher"),
    "Das teilte X mit": (
        "Die Brücke bleibt bis Mai zu. Das teilte das Ministerium mit.",
        "Die Brücke bleibt bis Mai zu.",
        "das Ministerium",
    ),
    "continuation": ("Blum sagte, der Bau beginne bald. Er sei fest geplant.", "Er sei fest geplant.", "Blum"),
    "continuation over two sentences": (
        "Blum sagte, er komme. Er sei bereit. Man habe Zeit.",
        "Er sei bereit. Man habe Zeit.",
        "Blum",
    ),
    "continuation, glued to the sentence before": (
        "Der Bau ruhe, sagte Blum.Er sei zu teuer.",
        "Er sei zu teuer.",
        "Blum",
    ),
    "continuation after direct speech": (
        "„Wir kommen bald“, sagte Blum. Die Stadt sei bereit.",
        "Die Stadt sei bereit.",
        "Blum",
    ),
    "hearsay": ("Das Haus brannte ab. Der Täter soll geflohen sein.", "Der Täter soll geflohen sein.", None),
    "noun with dass": ("Die Hoffnung der Stadt, dass Geld komme, ist klein.", "dass Geld komme", "der Stadt"),
    "noun with subjunctive": (
        "Die Opposition erhob den Vorwurf, Blum habe gelogen.",
        "Blum habe gelogen",
        "Die Opposition",
    ),
    "noun with infinitive": (
        "Das Versprechen der Stadt, die Brücke zu bauen, gilt.",
        "die Brücke zu bauen",
        "der Stadt",
    ),
    "noun and relative clause": (
        "Es gibt einen Bericht, nach dem die Brücke alt ist.",
        "die Brücke alt ist",
        "einen Bericht",
    ),
    "wonach": ("Es gibt Meldungen, wonach die Brücke alt ist.", "die Brücke alt ist", "Meldungen"),
    "demnach": ("Die Polizei legte etwas vor. Demnach sei die Brücke alt.", "sei die Brücke alt", "Die Polizei"),
    "adjective": ("Blum zeigte sich überzeugt, dass der Bau gelinge.", "dass der Bau gelinge", "Blum"),
    "is sure": ("Blum ist sicher, dass der Bau gelingt.", "dass der Bau gelingt", "Blum"),
    "durchblicken lassen": ("Blum ließ durchblicken, dass der Bau stockt.", "dass der Bau stockt", "Blum"),
    "deutlich machen": ("Blum machte deutlich, dass der Bau beginnt.", "dass der Bau beginnt", "Blum"),
    "geltend machen": ("Die Firma machte geltend, dass Geld fehle.", "dass Geld fehle", "Die Firma"),
    "zu bedenken geben": ("Blum gab zu bedenken, dass Geld fehle.", "dass Geld fehle", "Blum"),
    "unter Berufung": (
        "Der Sender berichtet unter Berufung auf die Polizei, dass Geld fehle.",
        "dass Geld fehle",
        "Der Sender",
    ),
    "foreign verb": ("Blum resümierte, der Bau sei gelungen.", "der Bau sei gelungen", "Blum"),
    "hinweisen": ("Blum wies darauf hin, dass Geld fehle.", "dass Geld fehle", "Blum"),
    "davon ausgehen": ("Blum geht davon aus, dass Geld fehlt.", "dass Geld fehlt", "Blum"),
    "plural with an adjective that looks like a verb": (
        "Vertreter der jemenitischen Armee werfen der Miliz vor, Zivilisten zu missbrauchen.",
        "Zivilisten zu missbrauchen",
        "Vertreter der jemenitischen Armee",
    ),
    "perfect around an attribute": (
        "Blum hat in einer gestern veröffentlichten Botschaft an die Partei angekündigt, auf Geld zu verzichten.",
        "auf Geld zu verzichten",
        "Blum",
    ),
    "content that ends with its verb": (
        "Eine weitere Brücke in der Nähe von Bonn soll folgen, gab Minister Karl Blum bekannt.",
        "Eine weitere Brücke in der Nähe von Bonn soll folgen",
        "Minister Karl Blum",
    ),
    "strong subjunctive without a cue": (
        "Blum warnt vor Unfällen. Die wichtigsten Brücken befänden sich in schlechtem Zustand.",
        "Die wichtigsten Brücken befänden sich in schlechtem Zustand.",
        "Blum",
    ),
    "hearsay with more behind it": (
        "Das Haus brannte ab. Der Täter soll geflohen sein, als die Feuerwehr kam.",
        "Der Täter soll geflohen sein, als die Feuerwehr kam.",
        None,
    ),
    "reported reason": (
        "Blum lehnt den Bau ab, weil die Stadt kein Geld habe.",
        "weil die Stadt kein Geld habe",
        "Blum",
    ),
    "reported description": (
        "Die Agentur spricht von einem Täter, der sich in Bonn verborgen habe.",
        "der sich in Bonn verborgen habe",
        "Die Agentur",
    ),
    "ends with quoted words": ("Blum sagte, man tue dafür „absolut alles“.", "man tue dafür „absolut alles“", "Blum"),
    "begins with quoted words": ("Blum sagte, „absolut alles“ sei gut.", "„absolut alles“ sei gut", "Blum"),
    "zufolge, owner of the words": (
        "Einer Mitteilung der Polizei zufolge ist die Brücke alt.",
        "ist die Brücke alt",
        "der Polizei",
    ),
    "zufolge behind another phrase": (
        "Mit dem Bau nimmt die Stadt Schätzungen zufolge viel Geld ein.",
        "Mit dem Bau nimmt die Stadt Schätzungen zufolge viel Geld ein",
        "Schätzungen",
    ),
    "a report speaks itself": (
        "Laut einem Bericht der Polizei ist die Brücke alt.",
        "ist die Brücke alt",
        "einem Bericht der Polizei",
    ),
    "cue with sich behind it": (
        "Das werde teuer, sind sich die Verbände einig und finden klare Worte.",
        "Das werde teuer",
        "die Verbände",
    ),
    "rest of the content behind the cue": (
        "Es herrsche keine Freude, versicherte Blum, sondern Erleichterung, den Bau zu beginnen.",
        "Es herrsche keine Freude",
        "Blum",
    ),
    "heißt es of whoever was named": (
        "Die Verteidigung forderte einen Freispruch. Es sei nichts bewiesen, hieß es.",
        "Es sei nichts bewiesen",
        "Die Verteidigung",
    ),
    "named two sentences before": (
        "Die Ministerin lobte den Bau. Viel Geld ist da. Auch sei die alte Brücke schön gewesen.",
        "Auch sei die alte Brücke schön gewesen.",
        "Die Ministerin",
    ),
}

SPEAKERS = {
    "before the verb": ("Die neue Ministerin sagte, der Bau beginne.", "Die neue Ministerin"),
    "after the verb": ("Am Montag sagte die neue Ministerin, der Bau beginne.", "die neue Ministerin"),
    "across a bracket": ("Maria Blum (Grüne) sagte, der Bau beginne.", "Maria Blum"),
    "across an apposition": ("Maria Blum, Chefin der Behörde, sagte, der Bau beginne.", "Maria Blum"),
    "relative clause as cue": ("Es kam Maria Blum, die sagte, der Bau beginne.", "Maria Blum, die"),
    "coordinated cues": ("Blum lobte die Stadt und sagte, der Bau beginne.", "Blum"),
    "passive with von": ("Von der Polizei wurde mitgeteilt, dass die Brücke falle.", "der Polizei"),
    "passive without agent": ("Es wurde mitgeteilt, dass die Brücke falle.", None),
    "genitive attribute": ("Ein Sprecher des Ministeriums sagte, der Bau beginne.", "Ein Sprecher des Ministeriums"),
    "object in front": ("Den Abgeordneten sagte die Ministerin, der Bau beginne.", "die Ministerin"),
    "unaccented adverb in front": ("Des Weiteren sagte Blum, der Bau beginne.", "Blum"),
    "time in front": ("Wenige Stunden später sagte Blum, der Bau beginne.", "Blum"),
    "time and place in front": (
        "Der Bau beginne, sagte am Montag in Bonn Ministerin Maria Blum.",
        "Ministerin Maria Blum",
    ),
    "day and article": (
        "Der Bau beginne, sagte am Montag die neue Ministerin.",
        "die neue Ministerin",
    ),
    "day in a wie-clause": (
        "Der Bau ruht, wie am Montag der zuständige Minister mitteilte.",
        "der zuständige Minister",
    ),
    "name that is an adverb, too": ("Der Bau gefällt Gall. Gall sagte, der Bau beginne.", "Gall"),
    "object before the verb": ("Die Vorwürfe Galls nannte Blum falsch und sagte, er lüge.", "Blum"),
    "time behind": ("Der Bau beginne, sagte Minister Karl Blum Freitagmittag.", "Minister Karl Blum"),
    "addressee behind a place": (
        "Der Bau beginne, sagte ein Sprecher des Ministeriums in Bonn der Zeitung.",
        "ein Sprecher des Ministeriums in Bonn",
    ),
    "occasion behind": ("Der Bau beginne, sagte der Minister im Rahmen einer Feier.", "der Minister"),
    "participial attribute": (
        "Der Bau beginne, sagte ein mit dem Fall vertrauter Beamter.",
        "ein mit dem Fall vertrauter Beamter",
    ),
    "name with von": ("Kommissarin Ursula von der Leyen kam. Von der Leyen sagte, der Bau beginne.", "Von der Leyen"),
    "no object": ("Blum warf seinen Gegnern vor, zu lügen.", "Blum"),
    "hearsay behind the article's words": ("Blum kam zu spät. Er soll geflohen sein.", None),
    "interrupted by a wie-clause": ("Die Ministerin sagte, wie erwartet, der Bau beginne.", "Die Ministerin"),
    "page in front": ("Auf der Webseite der Stadt heißt es, der Bau beginne.", "der Webseite der Stadt"),
    "agent behind the object's article": (
        "Blum kam. Den Vorschlag der Polizei nannte er gut und sagte, er helfe.",
        "er",
    ),
    "contrast behind the subject": ("Der Minister dagegen sagte, der Bau beginne.", "Der Minister"),
    "beide before a time": ("Der Bau sei teuer, beschreiben beide die ersten Wochen.", "beide"),
    "no agent behind so": ("Der Bau sei teuer, so kamen auch weitere Fragen.", None),
    "age as a noun": ("Am Montag sagte ein 16-Jähriger der Polizei, der Bau beginne.", "ein 16-Jähriger"),
}

NOT_QUOTES = {
    "absagen": "Die Ministerin hätte am Montag kommen sollen, sagte den Besuch aber am Ende ab.",
    "aufschreiben": "Er wollte Noten lernen, schrieb die Lieder später auf.",
    "readiness shown": "Auch die Nachbarn zeigten sich bereit, Boote zu senden.",
    "interest shown": "Die Bank zeigte sich interessiert, das Haus zu kaufen.",
    "coalition": "Die „Koalition der Willigen“ tagt in Paris.",
    "coalition in apostrophes": "Die 'Koalition der Willigen' tagt in Paris.",
    "film title": "Der Film „Der lange Weg“ lief im Kino.",
    "name behind a colon": "Vor dem Treffen: „Koalition der Willigen“ tagt am Telefon",
    "noun and contrast": "Es gibt die Idee, doch wenige würden dafür zahlen.",
    "question that is answered": "Auf die Frage, ob er komme, antwortete Blum nicht.",
    "newspaper": "Die Zeitung „Neuer Tag“ erscheint seit 1950.",
    "so called": "Die Gruppe, die sich „Grüner Kreis“ nennt, tagt in Bonn.",
    "single word": "Der „Experte“ kam zu spät.",
    "title after a colon": "Sie stellte ihr neues Buch vor: „Die lange Reise“",
    "readiness": "Die Länder sind bereit, Truppen zu entsenden.",
    "purpose": "Sie kam, um die Brücke zu sehen.",
    "fact": "Die Tatsache, dass die Brücke alt ist, stört.",
    "time with nach": "Nach dem Bericht ging die Ministerin.",
    "wie of manner": "Sie arbeitet so, wie die Kollegen arbeiten.",
    "das heißt": "Die Brücke ist gesperrt, das heißt am Montag.",
    "rule that provides": "Die neuen Regeln sehen vor, dass Konten gesperrt werden.",
    "plan of nobody": "Außerdem ist geplant, neue Busse zu kaufen.",
    "suspicion": "Der Mann steht im Verdacht, das Haus angezündet zu haben.",
    "perspective": "Die Brücke ist aus heutiger Sicht alt.",
    "unreal condition": "Ohne Geld würden viele Brücken fallen.",
    "example": "Viele Brücken sind gesperrt, so auch die Brücke in Bonn.",
    "pronominal adverb": "Das Ergebnis kam dadurch zustande, dass alle gut spielten.",
    "rule with wonach": "Es gilt eine Regel, wonach Busse Vorfahrt haben.",
    "term": "Das alles wird heute als „Sonnenwind“ bezeichnet.",
    "headline before a pointing sentence": "Die Trainer zum Spiel\nDas sagen die Trainer:",
    "apostrophe": "Hans' Haus und Max' Hund sind alt.",
    "hypothetical": "Ohne Geld wäre der Bau unmöglich.",
    "nobody knows": "Bisher ist noch nicht bekannt, warum die Brücke fiel.",
    "adjective like a subjunctive": "Durch ihre warme weiche Stimme gelingt es Blum.",
    "danach of time": "Die Behörde legte ihren Bericht vor. Danach fuhren alle nach Hause.",
    "weather that means well": "Das Wetter meinte es gut mit allen: Nur kurz regnete es.",
    "welche of a noun": "Das Buch schildert die Fehler, welche zu dem Unfall führten.",
    "consist": "Bei den Tieren, zu denen Schlangen gehören, besteht eine Gefahr.",
    "joined predicate": "Dies hilft den Booten, die weiter fischen, und widerspricht dem Gesetz.",
}


def quotes(text: str):
    return finds(NLP(text), "quotes")


def check(text: str, kind: str, words: str, speaker: str | None):
    found = [(q.kind, q.span.text, q.speaker.text if q.speaker else None) for q in quotes(text)]
    assert (kind, words, speaker) in [(k, t.rstrip("."), s) for k, t, s in found] + found


@pytest.mark.parametrize("text, words, speaker", DIRECT.values(), ids=DIRECT)
def test_direct(text, words, speaker):
    check(text, "direct", words, speaker)


@pytest.mark.parametrize("text, words, speaker", FRAGMENTS.values(), ids=FRAGMENTS)
def test_fragments(text, words, speaker):
    check(text, "direct", words, speaker)


@pytest.mark.parametrize("text, words, speaker", INDIRECT.values(), ids=INDIRECT)
def test_indirect(text, words, speaker):
    check(text, "indirect", words, speaker)


@pytest.mark.parametrize("text, speaker", SPEAKERS.values(), ids=SPEAKERS)
def test_speaker(text, speaker):
    found = quotes(text)[-1].speaker
    assert (found.text if found else None) == speaker


@pytest.mark.parametrize("text", NOT_QUOTES.values(), ids=NOT_QUOTES)
def test_no_quotation(text):
    assert quotes(text) == ()


INTERVIEW = """Die Post: Herr Müller, glauben Sie, dass der Bau beginnt?
Karl Müller: Ich denke, dass er bald beginnt. Meiner Meinung nach reicht das Geld.
Die Post: Der Bürgermeister behauptet, der Bau sei zu teuer.
Müller: Das ist falsch."""


def test_an_interview_quotes_only_third_parties():
    assert [(q.span.text, q.speaker.text) for q in quotes(INTERVIEW)] == [("der Bau sei zu teuer", "Der Bürgermeister")]


def test_two_labelled_lines_of_one_name_are_no_interview():
    assert len(quotes("Blum: „Wir bauen neu.“\nGall: „Das ist gut so.“")) == 2


def test_a_plan_behind_a_quotation_is_reported_in_the_same_paragraph_alone():
    same = quotes("Laut Blum ruht der Bau. Die Brücke soll fallen.")
    apart = quotes("Laut Blum ruht der Bau.\nDie Brücke soll fallen.")
    assert [q.rule for q in same][1:] == ["continuation: sollen"] and len(apart) == 1


def test_a_run_goes_on_over_paragraphs_until_the_article_speaks():
    text = "Blum sagte, er komme. Er sei bereit.\n\nMan habe Zeit. Dann ging er. Es sei spät."
    assert [q.span.text for q in quotes(text)][1:] == ["Er sei bereit.\n\nMan habe Zeit.", "Es sei spät."]


def test_a_run_begins_with_a_possibility_just_before():
    text = "Der Wetterdienst warnt. In der Nacht könnte es stürmen. Der Norden sei betroffen."
    found = quotes(text)[-1]
    assert (found.span.text, found.speaker.text) == (text[24:], "Der Wetterdienst")


def test_what_stands_in_marks_from_end_to_end_is_one_direct_quotation():
    found = quotes("Blum hofft, „dass der Bau bald beginnt“.")
    assert [(q.kind, q.span.text) for q in found] == [("direct", "dass der Bau bald beginnt")]


def test_cue_of_a_separable_verb_is_its_finite_part():
    assert quotes("Blum kündigte an, die Brücke zu sperren.")[0].cue.text == "kündigte"


@pytest.mark.parametrize("text", ["", "„", "„“", "„…“", "Ja", "\n\n", '"' * 50, "sagte, " * 500, "„a“ " * 300])
def test_any_short_text(text):
    assert all(text[q.span.start_char : q.span.end_char] == q.span.text for q in quotes(text))


PIECES = st.sampled_from(
    ["„", "“", '"', "'", "»", "«", "Blum", "sagte", "die Stadt", "dass", "er", "sei", "laut", "nach", "Angaben", ","]
    + [".", ":", "–", "\n", "(", ")", "wie", "so", "zufolge", "zu", "kommen", "hat", "Das", "ließ", "\0"]
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40))
def test_any_text_gives_ordered_spans_of_itself(pieces):
    text = " ".join(pieces)
    found = quotes(text)
    assert [q.span.start_char for q in found] == sorted(q.span.start_char for q in found)
    for quote in found:
        assert text[quote.span.start_char : quote.span.end_char] == quote.span.text != ""
