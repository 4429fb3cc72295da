"""What is counted of a round, each number once: from the data to living values, and which texts the lists show."""
