"""How tests run and what they measure: at the same moment, in how many questions, growing how fast."""
