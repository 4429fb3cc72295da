"""A plan format that exists only here. It differs from the national one in everything in which an edition may differ.

Other titles, labels, keys, choices and columns; one question more (`zzq_geld`), one less (no randvoorwaarden, no
toelichting at the actions), another order. Every key of a question and a choice begins with `zzq`: a page or document
that shows these letters prints what is stored instead of what people should read.
"""

from forms.codes import CodeSoort
from forms.spec import Block, Choice, Format, Kind, NationalGoal, Question, QuestionRole, RowField, Section

STRUCTUREN = (
    Choice("zzqnieuw", "Een nieuw verband", counts_as="nieuw_vast"),
    Choice("zzqaangehaakt", "Aangehaakt bij anderen", counts_as="bestaand"),
    Choice("zzqlos", "Losse afspraken", counts_as="ad_hoc"),
    # No edition had this before; that there is none can't be said any more.
    Choice("zzqwisselend", "Wisselend per onderwerp"),
)
DOELGROEPEN = (
    Choice("zzqjong", "Mensen tot 27 jaar", counts_as="jongeren"),
    Choice("zzqouder", "Mensen vanaf 27 jaar"),
)
PARTIJEN = (
    Choice("zzqgem", "Gemeentebestuur", counts_as="gemeente"),
    Choice("zzqhuisarts", "Huisartsenkring"),
)
THEMAS = (
    Choice("zzqtoegang", "De toegang helpen", counts_as="hulpmiddel"),
    Choice("zzqcasus", "Samen naar mensen kijken", counts_as="casuistiek"),
)

GOAL = NationalGoal(
    sentence="In {regio} komen er elke maand … mensen bij. Dat past bij wat het land wil.",
    above="Maak eerst deze zin af:",
    others="Wat wilt u zelf nog bereiken?",
)

OTHER_PLAN = Format(
    key="plan_ander",
    title="Regioplan nieuwe stijl",
    intro=("Dit formulier bestaat alleen in tests.",),
    blocks=(
        Block(
            key="geleerd",
            title="1. Wat u leerde",
            heads=("Vraag", "Uw antwoord"),
            sections=(
                Section(
                    key="geleerd",
                    label="Wat kan een ander van u leren?",
                    questions=(
                        Question(
                            "zzq_geleerd",
                            "Wat kan een ander van u leren?",
                            Kind.LONG_TEXT,
                            required=False,
                            role=QuestionRole.ERVARINGEN,
                        ),
                    ),
                    example="Begin klein.",
                ),
            ),
        ),
        Block(
            key="wie",
            title="2. Wie doet mee",
            intro="Vul in wie er meedoet.",
            one_page=True,
            sections=(
                Section(
                    key="meedoen",
                    label="Meedoende organisaties",
                    questions=(
                        Question(
                            "zzq_partijen",
                            "Meedoende organisaties",
                            Kind.PARTIJEN,
                            choices=PARTIJEN,
                            row=(
                                RowField("soort", "Wat voor organisatie is het?", heading="Type"),
                                RowField(
                                    "naam", "Hoe heet de organisatie?", heading="Organisatie", missing="Noem haar."
                                ),
                            ),
                        ),
                    ),
                    example="De huisartsenkring.",
                ),
                Section(
                    key="waar",
                    label="In welke regio?",
                    questions=(
                        Question("zzq_regio", "Regio", Kind.SHORT_TEXT, role=QuestionRole.REGIO_NAAM),
                        Question("zzq_gemeenten", "Plaatsen", Kind.LONG_TEXT, role=QuestionRole.GEMEENTEN),
                    ),
                    example="Proefstreek.",
                ),
            ),
        ),
        Block(
            key="doen",
            title="3. Wat u gaat doen",
            heads=("Onderwerp", "Uw plan"),
            sections=(
                Section(
                    key="maatregelen",
                    label="Maatregelen",
                    guidance="Schrijf op wat u gaat doen.",
                    questions=(
                        Question(
                            "zzq_maatregelen",
                            "Maatregelen",
                            Kind.ACTIES,
                            choices=THEMAS,
                            row=(
                                RowField("tijdslijn", "Wanneer doet u dit?", heading="Wanneer", printed=True),
                                RowField(
                                    "omschrijving",
                                    "Wat gaat u doen?",
                                    heading="Maatregel",
                                    printed=True,
                                    missing="Schrijf op wat u gaat doen.",
                                ),
                                RowField("paragraaf", "Volgnummer van de maatregel", short="Volgnummer"),
                                RowField("verantwoordelijke", "Wie trekt dit?", heading="Trekker", printed=True),
                                RowField("themas", "Waar past dit bij?"),
                            ),
                            codes=CodeSoort.ACTIES,
                        ),
                    ),
                    example="Elke maand een gesprek.",
                ),
                Section(
                    key="verband",
                    label="Het verband",
                    questions=(
                        Question(
                            "zzq_structuur",
                            "Hoe werkt u samen?",
                            Kind.CHOICE,
                            choices=STRUCTUREN,
                            in_format=False,
                            role=QuestionRole.STRUCTUUR,
                        ),
                        Question("zzq_verband", "Het verband", Kind.LONG_TEXT, required=False),
                    ),
                    example="Losse afspraken.",
                ),
                Section(
                    key="doelen",
                    label="Waar u naartoe wilt",
                    questions=(
                        Question(
                            "zzq_doelen",
                            "Waar u naartoe wilt",
                            Kind.DOELSTELLINGEN,
                            row=(
                                RowField(
                                    "tekst", "Wat wilt u bereiken?", heading="Doel", missing="Schrijf een doel op."
                                ),
                                RowField("streefwaarde", "Waar komt u uit?", heading="Uitkomst"),
                                RowField("nulwaarde", "Waar begint u?", heading="Begin"),
                                RowField("indicator", "Waaraan meet u het?", heading="Meetpunt"),
                            ),
                            goal=GOAL,
                        ),
                    ),
                    example="Minder wachten.",
                ),
                Section(
                    key="voor_wie",
                    label="Voor wie",
                    questions=(
                        Question(
                            "zzq_doelgroepen",
                            "Om wie gaat het?",
                            Kind.CHOICES,
                            choices=DOELGROEPEN,
                            in_format=False,
                            role=QuestionRole.DOELGROEPEN,
                        ),
                    ),
                    example="Mensen tot 27 jaar.",
                ),
                Section(
                    key="resultaten",
                    label="Resultaten",
                    questions=(
                        Question(
                            "zzq_resultaten",
                            "Resultaten",
                            Kind.MIJLPALEN,
                            required=False,
                            row=(
                                RowField("tijdslijn", "Klaar op", printed=True),
                                RowField("mijlpaal", "Resultaat", printed=True, missing="Noem het resultaat."),
                            ),
                        ),
                    ),
                    example="Het eerste gesprek is geweest.",
                ),
                Section(
                    key="geld",
                    label="Wat het kost",
                    questions=(Question("zzq_geld", "Wat kost het plan?", Kind.LONG_TEXT),),
                    example="Niets extra.",
                ),
            ),
        ),
    ),
)
