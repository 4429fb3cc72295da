"""The Regioportaal."""
