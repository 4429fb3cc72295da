"""The rows and columns of the workbook that goes with the report."""
