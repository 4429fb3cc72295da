"""What Word, Excel and the charts in both share: name, language and letter, colours, and the file of a workbook."""
