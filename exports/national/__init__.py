"""The national voortgangsrapportage: its data, what is counted, its sentences and its chapters. Pure."""
