"""OpenDocument: what public bodies must be able to use. The trees that Word and PDF draw, as .odt and .ods."""

from exports.odf.national import national_odt
from exports.odf.paper import feedback_odt, paper_odt, plan_odt, sheet_odt
from exports.odf.workbook import national_ods

__all__ = ["feedback_odt", "national_ods", "national_odt", "paper_odt", "plan_odt", "sheet_odt"]
