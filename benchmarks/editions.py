"""The editions in which the worlds of the benchmarks are written: a newer one does not change what is measured."""

from forms.national import Soort, first

PLAN, ASKED = first(Soort.PLAN), first(Soort.PROGRESS)
