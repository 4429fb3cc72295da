"""Documents as PDF: tagged for who reads with their ears (PDF/UA-1) and fit for an archive (PDF/A-2a), in one file."""

from exports.pdf.national import national_pdf
from exports.pdf.paper import feedback_pdf, plan_pdf, regiobeeld_pdf, sheet_pdf
from exports.pdf.typesetting import CanNotBeSet, LettersMissing, PdfProblem

__all__ = [
    "CanNotBeSet",
    "LettersMissing",
    "PdfProblem",
    "feedback_pdf",
    "national_pdf",
    "plan_pdf",
    "regiobeeld_pdf",
    "sheet_pdf",
]
