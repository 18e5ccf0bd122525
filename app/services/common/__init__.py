"""What every service stands on: unit of work, journal, ledgers, permissions, audit."""
