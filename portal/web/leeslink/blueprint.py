"""Where the views of this room tie themselves to; no search engine keeps any of them."""

from flask import Blueprint, Response

blueprint = Blueprint("leeslink", __name__)


@blueprint.after_request
def keep_out_of_search(response: Response) -> Response:
    """Say that nobody may list, keep or follow this."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
