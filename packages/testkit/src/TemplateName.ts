/**
 * Shared between `PostgresSetup`, which runs in vitest's main process, and `TestDatabase`, which runs in its workers;
 * in a file of its own so that the workers do not load the server.
 */

/** The migrated database every test's database is a clone of. Nothing may stay connected to it. */
export const templateName = "loopdrive_template"
