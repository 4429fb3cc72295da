"""What `make mutate` found: which mutants survived, and which of those change nothing that anybody can see."""
