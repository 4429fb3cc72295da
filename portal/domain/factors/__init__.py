"""The second step of signing in, without Flask and database: codes as typed, and clocks of telephones."""
