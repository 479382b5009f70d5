"""The office file or server: engine, unit of work, journal, undo, backups, migrations."""
