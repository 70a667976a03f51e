"""The steps that make a record and bring an older one up to date, run by Alembic, shipped with the program."""

from __future__ import annotations

from sqlalchemy import Connection


def upgrade(connection: Connection) -> None:
    """Bring the database to the newest schema, inside the transaction that is open on ``connection``."""
    # only here, as Alembic costs a quarter of a second that an up-to-date record need not pay
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "verbale.record:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
