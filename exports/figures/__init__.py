"""Charts of figures: declared once, drawn on pages and in PDF as SVG, and in Word, Excel and slides as their own."""
