"""The Dutch texts of Flask-Security: every message that somebody can get to see."""

from __future__ import annotations

SIGN_IN_FAILED = (
    "Aanmelden is niet gelukt. Controleer uw e-mailadres en uw wachtwoord. "
    "Weet u uw wachtwoord niet meer? Kies dan ‘Wachtwoord vergeten’."
)
EMAIL_MISSING = "Vul uw e-mailadres in, bijvoorbeeld naam@gemeente.nl."
EMAIL_WRONG = "Vul een volledig e-mailadres in, bijvoorbeeld naam@gemeente.nl."
PASSWORD_MISSING = "Vul uw wachtwoord in."  # noqa: S105 - a sentence
PASSWORD_TOO_LONG = "Dit is niet uw wachtwoord. Een wachtwoord heeft hoogstens 500 tekens."  # noqa: S105 - a sentence
PASSWORDS_DIFFER = "De twee wachtwoorden zijn niet gelijk. Vul twee keer hetzelfde wachtwoord in."
LINK_NO_LONGER_WORKS = "Deze link werkt niet meer. Vraag hieronder een nieuwe link aan."
MAIL_IS_COMING = (
    "Als %(email)s bij een account hoort, krijgt u binnen enkele minuten een e-mail met een link. "
    "Kies daarmee een nieuw wachtwoord. De link werkt 2 uur."
)
# `{}`: how long to wait.
TOO_SOON = "Dit ging een paar keer mis. Wacht {} en probeer het dan opnieuw."
TOO_OFTEN = "Dit ging te vaak mis. Wacht {} en probeer het dan opnieuw."
WAY_IN = (
    " Of kies ‘Wachtwoord vergeten’: met de link in die mail kiest u een nieuw wachtwoord, "
    "en daarmee kunt u zich meteen aanmelden."
)
WRONG_AND_BUSY = (
    "Dit klopt niet. Kijk na wat u invulde. Wacht {} en probeer het dan opnieuw. "
    "Er gaat vanaf uw netwerk veel mis. Daarom moet u even wachten."
)
RECOVERY_TOO_OFTEN = (
    "U vroeg al een paar keer een link aan. Kijk in uw mail, ook bij de ongewenste mail. "
    "Is er geen mail? Wacht {} en vraag dan een nieuwe link aan."
)
POSTED_TOO_OFTEN = "Vanaf uw netwerk gebeurt dit nu te vaak. Wacht {} en probeer het dan opnieuw."

_TEXTS: dict[str, tuple[str, str]] = {
    "GENERIC_AUTHN_FAILED": (SIGN_IN_FAILED, "error"),
    "USER_DOES_NOT_EXIST": (SIGN_IN_FAILED, "error"),
    "INVALID_PASSWORD": ("Dit wachtwoord klopt niet. Vul uw huidige wachtwoord opnieuw in.", "error"),
    "DISABLED_ACCOUNT": (SIGN_IN_FAILED, "error"),
    "GENERIC_RECOVERY": (MAIL_IS_COMING, "info"),
    "PASSWORD_RESET_REQUEST": (MAIL_IS_COMING, "info"),
    "PASSWORD_RESET_EXPIRED": (LINK_NO_LONGER_WORKS, "error"),
    "INVALID_RESET_PASSWORD_TOKEN": (LINK_NO_LONGER_WORKS, "error"),
    "PASSWORD_RESET": ("Uw nieuwe wachtwoord is opgeslagen.", "success"),
    "PASSWORD_RESET_NO_LOGIN": ("Uw nieuwe wachtwoord is opgeslagen. Meld u ermee aan.", "success"),
    "PASSWORD_CHANGE": ("Uw wachtwoord is gewijzigd.", "success"),
    "PASSWORD_IS_THE_SAME": ("Kies een ander wachtwoord dan uw huidige wachtwoord.", "error"),
    "PASSWORD_NOT_PROVIDED": (PASSWORD_MISSING, "error"),
    "PASSWORD_MISMATCH": (PASSWORDS_DIFFER, "error"),
    "RETYPE_PASSWORD_MISMATCH": (PASSWORDS_DIFFER, "error"),
    "PASSWORD_INVALID_LENGTH": ("Kies een wachtwoord van minstens %(length)s tekens.", "error"),
    "EMAIL_NOT_PROVIDED": (EMAIL_MISSING, "error"),
    "INVALID_EMAIL_ADDRESS": (EMAIL_WRONG, "error"),
    "INVALID_INPUT": ("Deze invoer is niet geldig.", "error"),
    "API_ERROR": ("Deze invoer is niet geldig.", "error"),
    "INVALID_REDIRECT": ("Deze link leidt naar een andere website. Wij volgen hem niet.", "error"),
    "UNAUTHORIZED": ("U mag deze pagina niet bekijken.", "error"),
    "UNAUTHENTICATED": ("Meld u aan om deze pagina te bekijken.", "info"),
    "LOGIN": ("Meld u aan om deze pagina te bekijken.", "info"),
    "ANONYMOUS_USER_REQUIRED": ("U bent al aangemeld.", "info"),
    "FORGOT_PASSWORD": ("Wachtwoord vergeten", "info"),
}

MESSAGES: dict[str, tuple[str, str]] = {f"SECURITY_MSG_{key}": text for key, text in _TEXTS.items()}
