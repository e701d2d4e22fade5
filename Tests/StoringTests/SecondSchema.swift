import GRDB

/// An archive as version 2 of the schema left it, to the letter.
enum SecondSchema {
    /// Makes the first version's into one, with a story that can be found by its text, and with what
    /// was learnt of hosts.
    static func makeArchive(at path: String) throws {
        try FirstSchema.makeArchive(at: path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(sql: sql)
            try database.execute(sql: content)
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('2')")
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        try queue.close()
    }

    // MARK: - Private

    private static let content = """
        UPDATE feed SET interval_seconds = 7200, failure_score = 1.5 WHERE id = 'news';
        INSERT INTO story VALUES (1, 1762757000, x'01020304');
        INSERT INTO story_band VALUES (-5, 1762757000, 1), (11, 1762757000, 1);
        INSERT INTO host_rest VALUES ('forum.example', 1762761600);
        INSERT INTO robots VALUES ('https://news.example', 'Disallow: /private', 1762758000,
            1762758000, 2, 0, NULL, NULL, NULL);
        """

    private static let sql = """
        ALTER TABLE feed ADD COLUMN configured_url TEXT;
        ALTER TABLE feed ADD COLUMN interval_seconds INTEGER CHECK (interval_seconds > 0);
        ALTER TABLE feed ADD COLUMN failure_score REAL NOT NULL DEFAULT 0
            CHECK (failure_score >= 0);
        ALTER TABLE feed ADD COLUMN is_gap_suspected INTEGER NOT NULL DEFAULT 0
            CHECK (is_gap_suspected IN (0, 1));
        ALTER TABLE feed ADD COLUMN unmodified_since INTEGER;
        ALTER TABLE feed ADD COLUMN says_unmodified_wrongly INTEGER NOT NULL DEFAULT 0
            CHECK (says_unmodified_wrongly IN (0, 1));
        ALTER TABLE feed ADD COLUMN ttl_seconds INTEGER;
        -- A bit each: hours from 0 on, days from Monday = 1 on.
        ALTER TABLE feed ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE feed ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE feed ADD COLUMN usual_gap_seconds INTEGER;
        ALTER TABLE feed ADD COLUMN move_to TEXT;
        ALTER TABLE feed ADD COLUMN move_first_seen_at INTEGER;
        ALTER TABLE feed ADD COLUMN move_sightings INTEGER;
        ALTER TABLE feed ADD COLUMN moved_to TEXT;
        ALTER TABLE feed ADD COLUMN gone_since INTEGER;
        ALTER TABLE feed ADD COLUMN retired_at INTEGER;

        -- Hosts, and groups of hosts, that asked to be left alone.
        CREATE TABLE host_rest (
            host TEXT NOT NULL PRIMARY KEY,
            until INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE robots (
            origin TEXT NOT NULL PRIMARY KEY,
            -- Those that apply to us; NULL before the first answer.
            rules TEXT,
            fetched_at INTEGER,
            checked_at INTEGER NOT NULL,
            pause_seconds INTEGER NOT NULL CHECK (pause_seconds >= 0),
            is_unavailable INTEGER NOT NULL CHECK (is_unavailable IN (0, 1)),
            validator_url TEXT,
            etag TEXT,
            last_modified TEXT,
            CHECK ((rules IS NULL) = (fetched_at IS NULL))
        ) WITHOUT ROWID;
        """
}
