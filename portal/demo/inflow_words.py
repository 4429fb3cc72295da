"""What some regions of the demo say of their figures, under each of the four views. All of it is invented."""

from __future__ import annotations

from collections.abc import Mapping

from portal.domain.instroom.region import Verdeling

DUIDINGEN: Mapping[str, tuple[Verdeling, tuple[str, str, str, str]]] = {
    "ZK16": (
        Verdeling.INSTROOM,
        (
            "Wij herkennen dat de instroom sinds 2022 daalt. In het laatste half jaar zien wij geen verdere daling: de "
            "wachtlijst voor beschermd wonen loopt weer op.",
            "Het gaat per kwartaal om enkele jongeren. Daar trekken wij geen conclusie uit.",
            "De meeste mensen komen uit **overig Wmo**. De gemeenten herkennen dat: na twee jaar ambulante begeleiding "
            "vragen mensen zelf een indicatie aan, omdat zij niet elk jaar opnieuw hun verhaal willen doen.",
            "Profiel 1 komt bij ons minder voor dan landelijk. Dat past bij onze afspraak om eerst samen te kijken wat "
            "in de wijk kan.",
        ),
    ),
    "ZK20": (
        Verdeling.INWONERS,
        (
            "Onze instroom is hoger dan ons aandeel in de inwoners. In de stad wonen veel mensen die eerder in een "
            "instelling verbleven; wij zien geen plotselinge verandering.",
            "",
            "Opvallend is de instroom uit **Beschermd Wonen**. Een aanbieder zette in korte tijd een hele locatie om.",
            "",
        ),
    ),
    "ZK22": (
        Verdeling.STAND,
        (
            "De cijfers kloppen met ons beeld. Wij tellen zelf één of twee cliënten meer, omdat wij op een andere dag "
            "tellen.",
            "Wij willen hierover doorpraten met de jeugdregio: een deel van de jongeren kennen wij al vóór hun "
            "achttiende.",
            "",
            "",
        ),
    ),
}
