"""The views that show figures of clients to who may not see small ones: a machine finds them, a person reads them.

`tests/web/doors/test_figure_routes.py` asks every address and fails when this is not what it finds.
"""

from __future__ import annotations

# A picture has no words for a machine to find.
PICTURES = frozenset({"instroom.als_png"})
# Figures that came in: each of these is read by `tests/web/instroom/everything.py`.
READ = PICTURES | {
    "cijfers.land",
    "cijfers.lijst",
    "cijfers.van_regio",
    "instroom.als_csv",
    "instroom.als_excel",
    "instroom.cijfer",
    "instroom.inzage",
    "instroom.land",
    "instroom.regiobeeld",
    "instroom.regiobeeld_als_pdf",
    "instroom.regiobeeld_als_slides",
    "instroom.regiobeeld_word",
    "instroom.van_regio",
    "rapporten.alles",
    "rapporten.data",
    "rapporten.excel",
    "rapporten.getal",
    "rapporten.ods",
    "rapporten.odt",
    "rapporten.pdf",
    "rapporten.rapport",
    "rapporten.slides",
    "rapporten.word",
}
# Figures that regions typed of their goals. Nothing is added to them: a small one is not there, and that is all.
GOAL_FIGURES = {
    "antwoordbladen.lezen_indiening",
    "antwoordbladen.odt_indiening",
    "antwoordbladen.pdf_indiening",
    "antwoordbladen.word_indiening",
    "landelijk.samenvatting",
    "landelijk.samenvatting_excel",
    "landelijk.samenvatting_word",
    "rapporten.data",
    "rapporten.excel",
    "rapporten.ods",
    "regio.lezen_indiening",
    "regio.odt_indiening",
    "regio.pdf_indiening",
    "regio.word_indiening",
}
