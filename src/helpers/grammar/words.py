"""The closed classes of German that clause analysis needs: lower-case words → frozensets.

They are grammar, not vocabulary: nobody adds a preposition. Open lists live in `helpers/lexicon`.
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, parted by white space: closed classes stay readable as lines of words."""
    return frozenset(text.split())


COORDINATORS = word_set("und oder aber sondern denn sowie doch auch nur nämlich allerdings jedoch erst")

SUBORDINATORS = word_set("""
    dass daß ob weil wenn falls obwohl obgleich obschon während nachdem bevor ehe damit sodass indem wobei
    wonach sofern soweit sobald solange insofern wohingegen seit seitdem bis als zumal sowie da""")
# these can be nothing else at the head of a clause, wherever its verb stands
PURE_SUBORDINATORS = word_set("""
    dass daß ob weil wenn falls obwohl nachdem sodass sobald solange wonach wobei bevor indem sofern soweit""")
# also adverbs, prepositions or comparisons: subordinators only with the verb at the end
AMBIGUOUS_SUBORDINATORS = word_set("wie was als während da bis seit")
QUESTION_WORDS = word_set("""
    wie wo wohin woher womit wodurch wofür wogegen woran worauf woraus worin worüber worum wovon wozu weshalb
    warum wieso wann wer wen wem wessen was welche welcher welches welchem welchen inwieweit inwiefern wieviel""")
RELATIVE_PRONOUNS = word_set("der die das den dem deren dessen denen welcher welche welches welchem welchen")
INFINITIVE_OPENERS = word_set("um ohne anstatt statt")

PREPOSITIONS = word_set("""
    in im an am auf bei beim nach vor mit von vom zu zum zur für gegen über unter durch um aus seit während
    wegen trotz laut zwischen neben ohne bis ab gegenüber hinter innerhalb außerhalb anhand aufgrund infolge
    anlässlich angesichts bezüglich hinsichtlich seitens mithilfe mittels entgegen statt anstatt ins ans aufs
    fürs übers gemäß zufolge per pro entlang binnen dank namens einschließlich samt außer""")

PERSONAL_PRONOUNS = word_set("er sie man ich wir")
DEMONSTRATIVES = word_set("dieser diese dieses der die beide letzterer viele einige andere manche")
DETERMINERS = word_set("""
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner dieser diese dieses
    diesen diesem jener jene jenes sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres mein
    meine unser unsere unserer unseren unserem euer eure deren dessen mehrere einige viele alle beide manche
    zahlreiche jeder jede jedes weitere andere verschiedene sämtliche etliche welche zwei drei vier fünf sechs
    sieben acht neun zehn""")
OBLIQUE_DETERMINERS = word_set("den einen keinen ihren seinen diesen jeglichen dem des einem eines seinem ihrem diesem")

# adverbs that look like attributive adjectives (-en, -er, -s …)
ADVERBS_LIKE_ADJECTIVES = word_set("""
    zudem außerdem allen denn dann nun schon dagegen daher ferner weiter später unterdessen indessen bereits
    heute gestern morgen unter aber immer wieder eben hingegen""")
# what can stand in the pre-field and is no subject
PREFIELD_ADVERBIALS = word_set("""
    als dies dazu dabei damit so zuvor daher deshalb dort hier dann nun jetzt zugleich gleichzeitig außerdem
    weiter weiterhin ferner darüber darin daraufhin zunächst bereits heute gestern schließlich später wie wenn
    nachdem da weil obwohl während bisher inzwischen mittlerweile zuletzt hierzu hierbei derzeit danach davor""")
FOCUS_PARTICLES = word_set("""
    erst bereits schon noch auch nur sogar selbst vor allem allerdings aber und doch jedoch zudem dagegen
    hingegen besonders insbesondere lediglich einzig allein gerade""")
# capitalised only because they open the sentence
SENTENCE_ADVERBS = word_set("""
    anschließend darüber hinaus insgesamt vermutlich angeblich offiziell nachträglich ebenfalls ebenso trotzdem
    dennoch umgekehrt wiederholt erneut ausdrücklich zuerst erstmals einerseits andererseits""")
NAME_PARTICLES = word_set("von van de der bin al el zu und del di du la ibn")
ATTRIBUTE_OPENERS = word_set("""
    der des von vom aus im in für beim bei zur am einer eines dieser dieses ihres seines ihrer seiner deren
    dessen und sowie gegen über um zum""")
# after a name fewer prepositions open an attribute: "Blum aus Bonn", but not "sagte Blum über …"
NAME_ATTRIBUTE_OPENERS = word_set("der des von vom aus und sowie vom beim")
GENITIVE_OPENERS = word_set("der des von vom")

AUXILIARIES = word_set("sein haben werden können müssen sollen wollen dürfen mögen lassen")
MODALS = word_set("können müssen sollen wollen dürfen mögen")
_PARTICLES = word_set("""
    zurück zusammen hinzu bekannt hervor heraus voraus vorher entgegen weiter hinaus darauf davon bereit sicher
    frei wieder herbei nieder durch unter über statt teil fort fest klar wahr kund preis nahe wider hin her dar
    voran vorüber vorbei heran herein herunter herum hinein hinunter hinweg umher zurecht auseinander
    los weg auf aus bei mit vor ein nach um an ab zu""")
SEPARABLE_PARTICLES = tuple(sorted(_PARTICLES, key=lambda particle: (-len(particle), particle)))

# finite forms that the lemmatiser does not settle, and the auxiliaries
FINITE_FORMS = word_set("""
    ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten muss müssen
    musste mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften mag mögen
    mochte mochten möchte möchten gibt gab geht ging kam kommt steht stand lässt ließ ließen""")
SUBJUNCTIVE_I_FORMS = word_set("sei seien habe werde könne müsse solle wolle dürfe möge")
SUBJUNCTIVE_II_FORMS = word_set("""
    wäre wären hätte hätten würde würden könnte könnten müsste müssten dürfte dürften gäbe gäben käme kämen
    ginge stünde stünden stände ständen läge lägen ließe bliebe hielte fiele liefe sähe sähen nähme nähmen fände
    fänden brächte brächten dächte wüsste wüssten bräuchte bräuchten bekäme bekämen entstünde entstünden
    bestünde bestünden verstünde verlöre zöge zögen träfe träfen spräche sprächen gewänne entspräche entsprächen
    erhielte säße säßen flöge unterläge ergäbe ergäben trüge trügen schlüge empfände befände befänden übernähme
    übernähmen verliehe begänne begännen täte täten gälte gälten""")
AUXILIARY_FORMS = FINITE_FORMS | SUBJUNCTIVE_I_FORMS | SUBJUNCTIVE_II_FORMS
# what looks like a verb form and is none
NEVER_VERBS = word_set("""
    neben wegen gegen zwischen oben unten hinten innen außen eben sondern gestern morgen allen einen keinen
    seinen ihren diesen jenen denen offen selten eigen ohne alle gerade lange bitte heute einige viele beide
    solche manche jene diese welche andere mehrere wenige jede zusammen neuen zwar während bevor mitten ihnen
    ihre seine meine deine unsere eine keine worden gewesen meist bereit bekannt bestimmt erneut geeignet bisher
    insgesamt zuletzt zunächst jetzt nicht vorgestern übermorgen fast erst sonst selbst statt samt seit mit weit
    laut nächst dennoch vermehrt verstärkt angeblich rund etwa drei zwei vier fünf sechs sieben acht neun zehn elf
    zwölf hundert tausend erste zweite dritte letzte bestimmte bestimmten damit somit hierzu dazu davor davon daran
    dabei zeiten einzeln modern extern intern nüchtern eisern entfernt berühmt verrückt verheiratet""")
NEVER_VERBS |= ADVERBS_LIKE_ADJECTIVES | PREFIELD_ADVERBIALS | FOCUS_PARTICLES | SENTENCE_ADVERBS

TIME_NOUNS = word_set("""
    montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar jänner februar märz april mai
    juni juli august september oktober november dezember abend morgen nachmittag vormittag mittag nacht
    mitternacht jahr jahre jahren woche wochen monat monate tag tage tagen stunde stunden minute minuten uhr
    ende anfang mitte jahresende wochenende""")
TIME_ENDINGS = ("woche", "abend", "jahr", "monat", "tag", "mittag", "morgen", "mittwoch", "wochnacht", "tagnacht")
ASSEMBLIES = ("bundestag", "landtag", "parteitag", "reichstag", "kreistag")  # -tag, yet no day
