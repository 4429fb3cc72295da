"""The comments of a Word file that is taken in become remarks of the region, each once and at its own part."""

from __future__ import annotations

from datetime import UTC, datetime

from exports.remarks import PaperRemark, SaidWord
from exports.word.plan import plan_docx
from portal.domain.review.remarks import Zicht
from portal.extensions import db
from portal.models import Opmerking, Plan, User
from portal.services.plan import content
from portal.services.plan.document import plan_document
from tests.client import StrictClient
from tests.worlds.rows import all_rows

MAART = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)


def file_with(plan: Plan, *remarks: tuple[str, str]) -> bytes:
    """The plan in Word, filled in for one part, with what Eva says beside these parts."""
    now = content.working_copy(plan)
    filled = {**now, "answers": {**now["answers"], "monitoring": "Elk kwartaal."}}
    document = plan_document(filled, status="Concept", peilmoment=MAART)
    said = [PaperRemark([key], SaidWord("Eva Extern", MAART, text)) for key, text in remarks]
    return plan_docx(document, said)


def test_comments_are_kept_as_remarks_of_the_region_once(anna: StrictClient, plan: Plan, contact: User):
    data = file_with(plan, ("monitoring", "Is dit haalbaar?"), ("doelgroep", "En jongeren?"))
    anna.get(f"/plannen/{plan.id}/word")
    anna.submit("Bekijken wat erin staat", wordbestand=("plan.docx", data))
    page = anna.submit("Bewaren als opmerkingen")
    assert "2 opmerkingen staan nu bij uw plan, te lezen voor wie bij uw regio hoort." in page.html
    db.session.expire_all()
    found = [one for one in all_rows(Opmerking) if isinstance(one, Opmerking)]
    assert {(one.step_key, one.zicht, one.door_id) for one in found} == {
        ("monitoring", Zicht.EIGEN, contact.id),
        ("doelgroep", Zicht.EIGEN, contact.id),
    }
    assert all(one.tekst.startswith("Eva Extern schreef in Word") for one in found)
    assert "2 stonden er al." in anna.submit("Bewaren als opmerkingen").html
    assert len(all_rows(Opmerking)) == 2
