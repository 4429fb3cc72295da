"""Voortgangsuitvraag, edition 2026: the five questions verbatim, and where the figures of the region's own goals stand.

Source of the five questions: the national questionnaire of the first quarter of 2024. The closed questions under them
(`in_format=False`) are the ones the national report counts; the examples are invented. The figures come before the
question whether the goal will be reached: who answers that has them at hand. They are asked for, never required.

This file is frozen: a changed questionnaire is a new edition in a new file.
"""

from forms.codes import CodeSoort
from forms.spec import Block, Choice, Format, Kind, Question, QuestionRole, RowField, Section

AFSTEMMING_VORMEN = (
    Choice("vast_overleg", "Ja, in een vast overleg"),
    Choice("ad_hoc", "Ja, ad hoc"),
    Choice("nee", "Nee"),
)

# The status of one action in one quarter. With some of them a reader wants to know why.
ACTIE_STATUSSEN = (
    Choice("niet_gestart", "Niet gestart"),
    Choice("op_schema", "Ligt op schema"),
    Choice("aandacht", "Vraagt aandacht", needs_reason=True),
    Choice("afgerond", "Afgerond"),
    Choice("gestopt", "Gestopt", needs_reason=True),
)

# Of whom a region expects something: the people in the region, or one of the national parties.
GEADRESSEERDEN = (
    Choice("regio", "Betrokkenen in de regio", in_sentence="betrokkenen in de regio"),
    Choice("vws", "VWS"),
    Choice("zn", "ZN"),
    Choice("vng", "VNG", in_sentence="de VNG"),
    Choice("valente", "Valente"),
    Choice("dnggz", "de Nederlandse ggz"),
    Choice("mind", "MIND"),
    Choice("ciz", "CIZ", in_sentence="het CIZ"),
    Choice("nza", "NZa", in_sentence="de NZa"),
)

DOEL_VERWACHTINGEN = (
    Choice("ja", "Ja"),
    Choice("deels", "Deels"),
    Choice("nee", "Nee"),
    Choice("weet_niet", "Weet niet"),
)

PROGRESS_2026 = Format(
    key="progress_2026",
    title="Voortgangsuitvraag Regioaanpak instroom Wlz-ggz-W",
    intro=("Met deze vragen laat uw regio zien hoe het gaat met het plan van aanpak.",),
    blocks=(
        Block(
            key="voortgang",
            title="Voortgang",
            sections=(
                Section(
                    key="afstemming",
                    short="Afstemming",
                    label=(
                        "Vindt er in de regio afstemming plaats over de voortgang van de uitvoering van het plan van "
                        "aanpak?"
                    ),
                    questions=(
                        Question(
                            "afstemming_vorm",
                            "Hoe stemt u af?",
                            Kind.CHOICE,
                            choices=AFSTEMMING_VORMEN,
                            in_format=False,
                            role=QuestionRole.AFSTEMMING,
                        ),
                        Question(
                            "afstemming_frequentie",
                            "Hoe vaak stemt u af?",
                            Kind.SHORT_TEXT,
                            required=False,
                            guidance="Bijvoorbeeld: elke zes weken.",
                            in_format=False,
                        ),
                        Question(
                            "afstemming_toelichting",
                            "Toelichting",
                            Kind.LONG_TEXT,
                            required=False,
                            codes=CodeSoort.REDENEN,
                        ),
                    ),
                    example="De werkgroep komt elke maand bij elkaar. De stuurgroep bespreekt elk kwartaal de voortgang.",
                ),
                Section(
                    key="voortgang",
                    short="Voortgang van de acties",
                    label="Hoe verloopt de voortgang van (de acties uit) het plan van aanpak?",
                    questions=(
                        Question(
                            "voortgang",
                            "Status per actie",
                            Kind.VOORTGANG,
                            choices=ACTIE_STATUSSEN,
                            row=(
                                RowField("actie", "Actie", printed=True),
                                RowField("status", "Hoe gaat het met deze actie?", heading="Status", printed=True),
                                RowField("toelichting", "Toelichting", printed=True),
                            ),
                            codes=CodeSoort.REDENEN,
                        ),
                        Question(
                            "voortgang_toelichting",
                            "Algemene toelichting op de voortgang",
                            Kind.LONG_TEXT,
                            required=False,
                            codes=CodeSoort.REDENEN,
                        ),
                    ),
                    example="Actie 5a.1 vraagt aandacht: de werkgroep wacht op een nieuwe voorzitter.",
                ),
                Section(
                    key="verwachtingen",
                    short="Verwachtingen",
                    label=(
                        "Wat verwachten jullie de komende periode van zowel de betrokkenen in de regio als de landelijke "
                        "partijen?"
                    ),
                    questions=(
                        Question(
                            "verwachtingen",
                            "Verwachtingen",
                            Kind.VERWACHTINGEN,
                            required=False,
                            choices=GEADRESSEERDEN,
                            row=(
                                RowField(
                                    "aan",
                                    "Van wie verwacht u dit?",
                                    heading="Van wie",
                                    printed=True,
                                    missing="Kies van wie u dit verwacht.",
                                ),
                                RowField(
                                    "tekst",
                                    "Verwachting",
                                    printed=True,
                                    missing="Vul in wat u verwacht. Een zin is genoeg.",
                                ),
                            ),
                            codes=CodeSoort.VERWACHTINGEN,
                        ),
                    ),
                    example="Van de NZa: duidelijkheid over de tarieven voor het volgende jaar.",
                ),
                Section(
                    key="doelcijfers",
                    short="Cijfers bij de doelen",
                    label="Waar staan de indicatoren van uw doelen nu?",
                    questions=(
                        Question(
                            "doelstanden",
                            "Stand per doel",
                            Kind.DOELSTANDEN,
                            required=False,
                            in_format=False,
                            row=(
                                RowField("doel", "Doel", printed=True),
                                RowField(
                                    "waarde",
                                    "Waarde nu",
                                    guidance="Typ het getal zoals u het kent, bijvoorbeeld “215” of “ca. 20%”.",
                                    printed=True,
                                ),
                                RowField(
                                    "peildatum",
                                    "Gemeten op",
                                    guidance="Een dag of een periode, bijvoorbeeld “1-3-2024” of “Q1 2024”.",
                                    printed=True,
                                ),
                                RowField("weet_niet", "Wij weten dit niet"),
                                RowField("toelichting", "Toelichting", printed=True),
                            ),
                        ),
                    ),
                    guidance=(
                        "Vul in wat u weet. Heeft een doel geen cijfer, of weet u het niet? Dan mag het leeg blijven, of "
                        "schrijf op waarom. Uw plan verandert hierdoor niet."
                    ),
                    example=(
                        "Waarde nu: 215, gemeten op 31-3-2024. Of: wij weten dit niet, want het zorgkantoor levert de cijfers "
                        "in mei."
                    ),
                ),
                Section(
                    key="doelstelling",
                    short="Doelstelling",
                    label="Verwachten jullie de beoogde doelstelling te behalen?",
                    questions=(
                        Question(
                            "doel_verwachting",
                            "Verwachting",
                            Kind.CHOICE,
                            choices=DOEL_VERWACHTINGEN,
                            in_format=False,
                            role=QuestionRole.DOELSTELLING,
                        ),
                        Question(
                            "doel_toelichting",
                            "Toelichting",
                            Kind.LONG_TEXT,
                            required=False,
                            codes=CodeSoort.REDENEN,
                        ),
                    ),
                    example="Deels: de instroom daalt, maar minder snel dan wij hadden verwacht.",
                ),
                Section(
                    key="successen_lessen",
                    short="Successen en lessen",
                    label="Wat zijn successen en lessen van de afgelopen periode?",
                    questions=(
                        Question(
                            "successen",
                            "Successen",
                            Kind.SUCCESSEN,
                            required=False,
                            row=(
                                RowField(
                                    "tekst", "Succes", printed=True, missing="Vul een succes in. Een zin is genoeg."
                                ),
                            ),
                            codes=CodeSoort.SUCCESSEN,
                        ),
                        Question(
                            "lessen",
                            "Lessen",
                            Kind.LESSEN,
                            required=False,
                            row=(RowField("tekst", "Les", printed=True, missing="Vul een les in. Een zin is genoeg."),),
                            codes=CodeSoort.LESSEN,
                        ),
                    ),
                    example="Succes: alle wijkteams werken nu met hetzelfde hulpmiddel. Les: begin met een kleine groep.",
                ),
            ),
        ),
    ),
)
