"""Prepares what Open WebUI starts from: its tables, and its static files in a folder that can be written."""

import shutil

import psycopg
from alembic import command
from alembic.config import Config
from open_webui.env import DATABASE_URL, OPEN_WEBUI_DIR, STATIC_DIR

# Any number will do, as long as every replica takes the same.
LOCK = 8080

shutil.copytree(OPEN_WEBUI_DIR / "static", STATIC_DIR, dirs_exist_ok=True)

# Replicas start together, and migrations that run side by side break the schema. The lock belongs to the connection:
# the others wait, and it is free again when this replica is done or gone. Open WebUI's own start would log a failed
# migration and go on; here it fails the container, which tries again.
with psycopg.connect(DATABASE_URL, autocommit=True) as connection:
    connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    migrations = Config(OPEN_WEBUI_DIR / "alembic.ini")
    migrations.set_main_option("script_location", str(OPEN_WEBUI_DIR / "migrations"))
    command.upgrade(migrations, "head")

    # Creates the extension and the table of vectors.
    from open_webui.retrieval.vector.dbs.pgvector import PgvectorClient

    PgvectorClient()
