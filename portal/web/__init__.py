"""All pages. `register` ties blueprints, error pages and template globals to the app."""

from __future__ import annotations

from flask import Blueprint, Flask


def register(app: Flask) -> None:
    """Tie everything that people see to the app."""
    from portal.web import (
        body_limits,
        errors,
        headers,
        lost_words,
        marks,
        plan_templating,
        posted,
        request_log,
        templating,
    )
    from portal.web.account import places
    from portal.web.antwoordbladen import templating as sheet_templating
    from portal.web.audit import requests as audit
    from portal.web.converters import CONVERTERS
    from portal.web.opmerkingen import templating as remark_templating

    app.url_map.converters.update(CONVERTERS)
    for blueprint in _rooms():
        app.register_blueprint(blueprint)
    audit.register(app)
    errors.register(app)
    headers.register(app)
    marks.register(app)
    lost_words.register(app)
    templating.register(app)
    plan_templating.register(app)
    sheet_templating.register(app)
    remark_templating.register(app)
    places.register(app)
    posted.register(app)
    # Last, so that it comes first: the limit must stand before anything reads a body.
    body_limits.register(app)
    request_log.register(app)


def _rooms() -> tuple[Blueprint, ...]:
    """The pages, by the job that a person does there."""
    from portal.web.account import blueprint as account
    from portal.web.antwoordbladen import blueprint as antwoordbladen
    from portal.web.beheer import blueprint as beheer
    from portal.web.beoordelen import blueprint as beoordelen
    from portal.web.cijfers import blueprint as cijfers
    from portal.web.coderen import blueprint as coderen
    from portal.web.instemming import blueprint as instemming
    from portal.web.instroom import blueprint as instroom
    from portal.web.landelijk import blueprint as landelijk
    from portal.web.leeslink import blueprint as leeslink
    from portal.web.opmerkingen import blueprint as opmerkingen
    from portal.web.public import blueprint as public
    from portal.web.rapporten import blueprint as rapporten
    from portal.web.regio import blueprint as regio
    from portal.web.terugkoppeling import blueprint as terugkoppeling
    from portal.web.tweede_stap import blueprint as tweede_stap
    from portal.web.uitvragen import blueprint as uitvragen
    from portal.web.verloop import blueprint as verloop
    from portal.web.verwachtingen import blueprint as verwachtingen
    from portal.web.zoeken import blueprint as zoeken

    return (
        public,
        account,
        tweede_stap,
        regio,
        antwoordbladen,
        landelijk,
        beoordelen,
        beheer,
        opmerkingen,
        uitvragen,
        terugkoppeling,
        verwachtingen,
        coderen,
        rapporten,
        verloop,
        instroom,
        instemming,
        leeslink,
        cijfers,
        zoeken,
    )
