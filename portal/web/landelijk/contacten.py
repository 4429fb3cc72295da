"""Contactpersonen: whom to call in which region, and where somebody is missing."""

from __future__ import annotations

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue

from exports.excel.contacts import contacts_xlsx
from forms.cleaning import clean_line
from portal.domain import clock
from portal.domain.policy import Action
from portal.domain.roles import Namens
from portal.services.people import contacts
from portal.web.access import access
from portal.web.files import XLSX, download
from portal.web.landelijk.blueprint import blueprint
from portal.web.tweede_stap.step_up import proves_again


@blueprint.get("/contacten")
@access(Action.CONTACTEN_ZIEN)
def contacten() -> ResponseReturnValue:
    """All contacts per region and side; the search is part of the address, so that it can be shared."""
    query = clean_line(request.args.get("zoek", ""))
    found = contacts.contacts_per_regio(query)
    lacking = [one for one in found if one.missing]
    return render_template("landelijk/contacten.html", query=query, found=found, lacking=lacking, sides=list(Namens))


@blueprint.get("/contacten.xlsx")
@access(Action.CONTACTEN_ZIEN)
@proves_again
def contacten_excel() -> ResponseReturnValue:
    """The contacts of all regions as a workbook."""
    lines = contacts.contact_lines(contacts.contacts_per_regio())
    book = contacts_xlsx(lines, peilmoment=clock.now(), demo=current_app.config["DEMO"])
    return download(book, name=f"Contactpersonen {clock.today()}.xlsx", mimetype=XLSX)
