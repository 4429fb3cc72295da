"""A questionnaire that exists only here; see `other_plan.py`.

Successes come first, lessons are not asked, one closed question more (`zzq_vertrouwen`).
"""

from forms.codes import CodeSoort
from forms.spec import Block, Choice, Format, Kind, Question, QuestionRole, RowField, Section

AFSTEMMING = (
    Choice("zzqmaand", "Ja, elke maand", counts_as="vast_overleg"),
    # New; "ad hoc" is gone.
    Choice("zzqonline", "Alleen online"),
    Choice("zzqnooit", "Nee, nooit", counts_as="nee"),
)
DOEL = (
    Choice("zzqzeker", "Zeker wel", counts_as="ja"),
    Choice("zzqhalf", "Voor de helft", counts_as="deels"),
    Choice("zzqniet", "Zeker niet", counts_as="nee"),
)
STATUSSEN = (
    Choice("zzqloopt", "Loopt goed", counts_as="op_schema"),
    Choice("zzqhapert", "Hapert", counts_as="aandacht", needs_reason=True),
    Choice("zzqklaar", "Helemaal klaar", counts_as="afgerond"),
    Choice("zzqwacht", "Wacht op een ander", needs_reason=True),
)
GEADRESSEERDEN = (
    Choice("zzqministerie", "Ministerie", counts_as="vws", in_sentence="het ministerie"),
    Choice("zzqbank", "Nieuwe Zorgbank", in_sentence="de Nieuwe Zorgbank"),
    Choice("zzqwij", "Wijzelf", counts_as="regio", in_sentence="onszelf"),
)
VERTROUWEN = (Choice("zzqveel", "Veel vertrouwen"), Choice("zzqweinig", "Weinig vertrouwen"))

OTHER_ROUND = Format(
    key="voortgang_ander",
    title="Kwartaalvragen nieuwe stijl",
    intro=("Deze vragen bestaan alleen in tests.",),
    blocks=(
        Block(
            key="kwartaal",
            title="Dit kwartaal",
            sections=(
                Section(
                    key="gelukt",
                    short="Gelukt",
                    label="Wat is er gelukt?",
                    questions=(
                        Question(
                            "zzq_gelukt",
                            "Wat is er gelukt?",
                            Kind.SUCCESSEN,
                            required=False,
                            row=(RowField("tekst", "Iets dat lukte", printed=True, missing="Schrijf op wat lukte."),),
                            codes=CodeSoort.SUCCESSEN,
                        ),
                    ),
                    example="Het overleg loopt.",
                ),
                Section(
                    key="maatregelen",
                    short="Maatregelen",
                    label="Hoe gaat het met de maatregelen?",
                    questions=(
                        Question(
                            "zzq_maatregelen",
                            "Stand per maatregel",
                            Kind.VOORTGANG,
                            choices=STATUSSEN,
                            row=(
                                RowField("actie", "Maatregel", printed=True),
                                RowField("status", "Hoe staat het ervoor?", heading="Stand", printed=True),
                                RowField("toelichting", "Waarom", printed=True),
                            ),
                        ),
                    ),
                    example="Het hapert.",
                ),
                Section(
                    key="doel",
                    short="Het doel",
                    label="Haalt u uw doel?",
                    questions=(
                        Question(
                            "zzq_doel",
                            "Haalt u het?",
                            Kind.CHOICE,
                            choices=DOEL,
                            in_format=False,
                            role=QuestionRole.DOELSTELLING,
                        ),
                    ),
                    example="Zeker wel.",
                ),
                Section(
                    key="samen",
                    short="Samen",
                    label="Spreekt u elkaar?",
                    questions=(
                        Question(
                            "zzq_samen",
                            "Hoe vaak spreekt u elkaar?",
                            Kind.CHOICE,
                            choices=AFSTEMMING,
                            in_format=False,
                            role=QuestionRole.AFSTEMMING,
                        ),
                        Question(
                            "zzq_vertrouwen",
                            "Hebt u er vertrouwen in?",
                            Kind.CHOICE,
                            choices=VERTROUWEN,
                            in_format=False,
                        ),
                    ),
                    example="Elke maand.",
                ),
                Section(
                    key="hulp",
                    short="Hulp",
                    label="Welke hulp hebt u nodig?",
                    questions=(
                        Question(
                            "zzq_hulp",
                            "Hulp",
                            Kind.VERWACHTINGEN,
                            required=False,
                            choices=GEADRESSEERDEN,
                            row=(
                                RowField(
                                    "tekst", "Gevraagde hulp", printed=True, missing="Schrijf op wat u nodig hebt."
                                ),
                                RowField(
                                    "aan",
                                    "Aan wie vraagt u dit?",
                                    heading="Gevraagd aan",
                                    printed=True,
                                    missing="Kies.",
                                ),
                            ),
                            codes=CodeSoort.VERWACHTINGEN,
                        ),
                    ),
                    example="Geld.",
                ),
            ),
        ),
    ),
)
