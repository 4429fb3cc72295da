"""The people of the demo world: the few that somebody signs in as, and the contacts of every region."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from unicodedata import normalize

from flask_security.utils import hash_password

from portal.demo.story import VERHALEN, Verhaal
from portal.demo.texts.namen import ACHTERNAMEN, VOORNAMEN
from portal.domain import clock
from portal.domain.roles import Membership, Namens, OrganisatieSoort, Rol
from portal.models import Regio, User
from portal.services.people import accounts

WACHTWOORD = "Demo-wachtwoord-2026!"
NOOIT_AANGEMELD = "ZK26"


@dataclass(frozen=True)
class MainAccount:
    """Somebody to sign in as. `codes` are the regions of a regional role.

    `kan` is what there is to do while the plans are being written, `in_een_ronde` at the stage `kwartaal`.
    """

    adres: str
    naam: str
    rol: Rol
    organisatie: str
    soort: OrganisatieSoort
    kan: str
    codes: tuple[str, ...] = ()
    namens: Namens | None = None
    in_een_ronde: str = ""

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.adres}@demo.example"


MAIN_ACCOUNTS = (
    MainAccount(
        "contact-am", "Tamar Duinkwast", Rol.REGIOCONTACT, "Voorbeeldgemeente Amstelland", OrganisatieSoort.GEMEENTE,
        "vult het gezamenlijke plan in van Amstelland en De Meerlanden en Zuid-Holland Noord (half klaar)",
        ("ZK01", "ZK28"), Namens.GEMEENTE,
        "beantwoordt de kwartaaluitvraag voor Amstelland en De Meerlanden en Zuid-Holland Noord (nog niet begonnen)",
    ),
    MainAccount(
        "contact-zhn", "Yusuf Hazelveen", Rol.REGIOCONTACT, "Zorgkantoor Voorbeeld West", OrganisatieSoort.ZORGKANTOOR,
        "werkt in hetzelfde gezamenlijke plan, namens het zorgkantoor", ("ZK01", "ZK28"), Namens.ZORGKANTOOR,
        "werkt aan dezelfde antwoorden, namens het zorgkantoor",
    ),
    MainAccount(
        "contact-zeeland", "Lieke Strandkruid", Rol.REGIOCONTACT, "Voorbeeldgemeente Zeeland",
        OrganisatieSoort.GEMEENTE, "vult het plan van Zeeland in (bijna leeg)", ("ZK27",), Namens.GEMEENTE,
        "past het plan van Zeeland aan, dat is teruggestuurd",
    ),
    MainAccount(
        "contact-twente", "Emre Lindewolk", Rol.REGIOCONTACT, "Voorbeeldgemeente Twente", OrganisatieSoort.GEMEENTE,
        "kan het plan van Twente indienen (alles is ingevuld)", ("ZK22",), Namens.GEMEENTE,
        "werkt aan een tweede versie van het plan van Twente en vroeg om mee te lezen",
    ),
    MainAccount(
        "lezer-am", "Noor Zonnehoed", Rol.REGIOLEZER, "Cliëntenplatform Voorbeeld",
        OrganisatieSoort.CLIENTVERTEGENWOORDIGING,
        "leest het plan van Amstelland en De Meerlanden en Zuid-Holland Noord", ("ZK01",),
    ),
    MainAccount(
        "beoordelaar", "Priya Torenvalk", Rol.BEOORDELAAR, "VWS", OrganisatieSoort.KERNPARTIJ,
        "leest en beoordeelt alle plannen die zijn ingediend, en beantwoordt verwachtingen van regio’s",
    ),
    MainAccount(
        "coordinator", "Wouter Kiezelstra", Rol.COORDINATOR, "KPMG", OrganisatieSoort.KPMG,
        "start plannen en uitvragen, besluit over plannen en ziet het landelijke overzicht",
    ),
    MainAccount(
        "lezer", "Ilse Perenboog", Rol.LEZER, "CIZ", OrganisatieSoort.CIZ, "leest wat is ingediend en vastgesteld",
    ),
    MainAccount(
        "beheerder", "Rachid Windekind", Rol.BEHEERDER, "Regioportaal Beheer", OrganisatieSoort.OVERIG,
        "beheert accounts, regio’s en de mail (ziet geen plannen)",
    ),
)  # fmt: skip

# Who else works for the parties of the programme.
KERNGROEP = (
    ("ZN", OrganisatieSoort.KERNPARTIJ, Rol.BEOORDELAAR),
    ("VNG", OrganisatieSoort.KERNPARTIJ, Rol.BEOORDELAAR),
    ("Valente", OrganisatieSoort.KERNPARTIJ, Rol.BEOORDELAAR),
    ("de Nederlandse ggz", OrganisatieSoort.KERNPARTIJ, Rol.BEOORDELAAR),
    ("MIND", OrganisatieSoort.KERNPARTIJ, Rol.BEOORDELAAR),
    ("KPMG", OrganisatieSoort.KPMG, Rol.BEOORDELAAR),
    ("KPMG", OrganisatieSoort.KPMG, Rol.COORDINATOR),
    ("CIZ", OrganisatieSoort.CIZ, Rol.LEZER),
)

STREKEN = ("Noord", "Oost", "Zuid", "West")


@dataclass
class Cast:
    """Who plays in this world: the accounts by address, and the contacts and readers per region code."""

    rng: Random
    moment: datetime
    password: str = field(default_factory=lambda: hash_password(WACHTWOORD))
    by_email: dict[str, User] = field(default_factory=dict)
    contacts: dict[str, dict[Namens, User]] = field(default_factory=dict)
    beoordelaars: list[User] = field(default_factory=list)

    @property
    def coordinator(self) -> User:
        """The coördinator of the programme."""
        return self.by_email["coordinator@demo.example"]

    def new_name(self) -> str:
        """A name that nobody in this world has yet."""
        taken = {user.naam for user in self.by_email.values()}
        while (naam := f"{self.rng.choice(VOORNAMEN)} {self.rng.choice(ACHTERNAMEN)}") in taken:
            pass
        return naam

    def add(self, naam: str, email: str, organisatie: str, soort: OrganisatieSoort, roles: list[Membership]) -> User:
        """Somebody with an account, the one password of the demo and these roles."""
        where = accounts.organisation_named(organisatie, soort)
        user = accounts.create_account(accounts.Persoon(naam, email, where, self._telefoon()), actor=None)
        user.password = self.password
        user.last_login_at = user.current_login_at = self.moment + timedelta(days=self.rng.randint(1, 30))
        user.login_count = self.rng.randint(1, 40)
        accounts.add_memberships(user, roles, actor=None)
        self.by_email[email] = user
        return user

    def _telefoon(self) -> str:
        # 06-555 is a range for stories, and short enough that nobody can be called.
        return self.rng.choice(("", f"06-555 {self.rng.randint(100, 999)}"))


def make_people(rng: Random, regios: dict[str, Regio]) -> Cast:
    """Make all accounts of the world, before anything happens in it."""
    cast = Cast(rng, clock.now())
    for one in MAIN_ACCOUNTS:
        _add_main(cast, one, regios)
    for organisatie, soort, rol in KERNGROEP:
        naam = cast.new_name()
        cast.add(naam, address(naam, "landelijk-voorbeeld"), organisatie, soort, [Membership(rol)])
    for verhaal in VERHALEN:
        _add_region(cast, verhaal, regios)
    cast.beoordelaars = [user for user in cast.by_email.values() if user.actor.has(Rol.BEOORDELAAR)]
    _never_signed_in(cast)
    return cast


def _add_main(cast: Cast, one: MainAccount, regios: dict[str, Regio]) -> None:
    roles = [Membership(one.rol, regios[code].id, one.namens) for code in one.codes] or [Membership(one.rol)]
    user = cast.add(one.naam, one.email, one.organisatie, one.soort, roles)
    if one.namens:
        for code in one.codes:
            cast.contacts.setdefault(code, {})[one.namens] = user


def _add_region(cast: Cast, verhaal: Verhaal, regios: dict[str, Regio]) -> None:
    present = cast.contacts.setdefault(verhaal.codes[0], {})
    for namens in Namens:
        if namens not in present and not (namens is Namens.ZORGKANTOOR and verhaal.zonder_zorgkantoor):
            present[namens] = _contact(cast, regios[verhaal.codes[0]], namens)
    if verhaal.lezer:
        _reader(cast, regios[verhaal.codes[0]])


def _contact(cast: Cast, regio: Regio, namens: Namens) -> User:
    naam = cast.new_name()
    role = [Membership(Rol.REGIOCONTACT, regio.id, namens)]
    if namens is Namens.GEMEENTE:
        where = f"Voorbeeldgemeente {regio.naam}"
        return cast.add(naam, address(naam, "gemeente-voorbeeld"), where, OrganisatieSoort.GEMEENTE, role)
    where = f"Zorgkantoor Voorbeeld {STREKEN[regio.id % 4]}"
    return cast.add(naam, address(naam, "zorgkantoor-voorbeeld"), where, OrganisatieSoort.ZORGKANTOOR, role)


def _reader(cast: Cast, regio: Regio) -> None:
    naam = cast.new_name()
    where = f"Woonbegeleiding Voorbeeld {STREKEN[(regio.id + 1) % 4]}"
    role = [Membership(Rol.REGIOLEZER, regio.id)]
    cast.add(naam, address(naam, "aanbieder-voorbeeld"), where, OrganisatieSoort.ZORGAANBIEDER, role)


def _never_signed_in(cast: Cast) -> None:
    """One person was invited and did not choose a password yet."""
    user = cast.contacts[NOOIT_AANGEMELD][Namens.ZORGKANTOOR]
    user.password = user.last_login_at = user.current_login_at = None
    user.login_count = 0
    user.uitgenodigd_op = cast.moment


def address(naam: str, domein: str) -> str:
    """The address of somebody at an organisation that does not exist."""
    plain = normalize("NFKD", naam.casefold()).encode("ascii", "ignore").decode()
    return f"{plain.replace(' ', '.')}@{domein}.example"
