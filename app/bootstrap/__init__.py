"""The one place where everything is wired: `folder` opens a data directory, `program` puts a till on it."""
