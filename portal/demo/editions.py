"""The editions in which the demo world is written. Choose newer ones here when its texts answer their questions."""

from forms.national.plan_2023 import PLAN_2023
from forms.national.progress_2026 import PROGRESS_2026

PLAN, ASKED = PLAN_2023, PROGRESS_2026
