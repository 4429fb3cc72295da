"""The chapters of the report: which sentences, tables, charts and lists stand in them."""
