"""Names of people who do not exist: common first names with surnames that nobody has."""

VOORNAMEN = (
    "Aisha", "Anouk", "Bram", "Chenoa", "Daan", "Demi", "Dewi", "Elif", "Emre", "Esmée", "Fatima", "Femke",
    "Gijs", "Hanna", "Ilse", "Imran", "Ineke", "Jamila", "Jasper", "Jelle", "Joris", "Kaoutar", "Karel", "Kim",
    "Lars", "Leila", "Lieke", "Lotte", "Maartje", "Malika", "Marijn", "Mees", "Mei", "Meryem", "Milan", "Naomi",
    "Nienke", "Noor", "Omar", "Pieter", "Priya", "Quinten", "Rachid", "Ravi", "Roos", "Ruben", "Samira",
    "Sanne", "Sjoerd", "Soraya", "Steyn", "Tamar", "Teun", "Thijs", "Tirza", "Veerle", "Wouter", "Xander",
    "Yara", "Yusuf", "Zeynep", "Zoë",
)  # fmt: skip

ACHTERNAMEN = (
    "Appelvoort", "Avondwoud", "Berkenstroom", "Bladerkamp", "Boterweide", "Dauwsma", "Distelmeer", "Duinkwast",
    "Eikenrust", "Elzenklaver", "Fluithagen", "Ganzendonker", "Goudlijster", "Grasklokke", "Hazelveen",
    "Heidevonk", "Honingdam", "IJsvogelaar", "Kastanjehof", "Kiezelstra", "Klaprozenberg", "Korenwijde",
    "Kwikstaart", "Lantaarnsma", "Lepelbloem", "Lindewolk", "Maanrade", "Meidoornik", "Mosterdveld",
    "Nachtzwaluw", "Notenkraker", "Oeverloop", "Paardenbloem", "Perenboog", "Pluimgras", "Regenwulp",
    "Rietvonder", "Rozebottel", "Schapendrift", "Sneeuwklok", "Sterappel", "Strandkruid", "Tarwemolen",
    "Torenvalk", "Tuinfluiter", "Varenkamp", "Veldmuis", "Vlierbessem", "Vuurdoorn", "Waterlelie", "Weidevogel",
    "Wilgenroos", "Windekind", "Wolkenaar", "Zandlooper", "Zeekraal", "Zilverschoon", "Zonnehoed", "Zwanebloem",
    "Zwarteklok",
)  # fmt: skip
