import Foundation
import GRDB

/// An archive as version 1 of the schema made it, to the letter.
enum FirstSchema {
    /// Makes one with two feeds, three entries of two stories, and a digest.
    static func makeArchive(at path: String) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: sql)
            try database.execute(sql: "PRAGMA application_id = 1164014195")
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try migrator.migrate(queue)
        try queue.write { try $0.execute(sql: content) }
        try queue.close()
    }

    // MARK: - Private

    /// Tags as the first version packed them: one mention of zefirnet, negative, in a complaint.
    private static let tags = """
        0102706ccdccccccccccec3f02000000000000e0bf000109636f6d706c61696e74000000000000e0\
        3f0001087a656669726e6574087a656669726e657401000502000000000000e0bf00010764656661\
        756c74096d61726b6574696e670764656661756c74
        """

    private static let content = """
        INSERT INTO feed VALUES
            ('forum', NULL, NULL, NULL, NULL, NULL, 1762758000, NULL, NULL, NULL, 3,
             '{"kind":"status","message":"forum.example answers 403","status":403}'),
            ('news', 'https://news.example/feed', 'W/"1"', 'Sat, 08 Nov 2025 06:00:00 GMT', 'abc',
             1762750000, 1762758000, 1762758000, 1762757000, 1762844400, 0, NULL);
        INSERT INTO entry (id, sequence, feed, guid, content_hash, version, date, heard_at,
            reported_at, story, story_reason, story_similarity, rules_hash, is_mention,
            has_own_title, language, author, link_key, link, title, sketch, tags, text)
        VALUES
            (7, 1, 'news', 'a', 'h1', 1, 1762757000, 1762758000, 1762757000, 1, 'first', 1, 'r1', 1,
             1, 'pl', 'p1', 'news.example/a', 'https://news.example/a', 'Awaria', x'',
             x'\(tags)', 'Zefirnet nie działa'),
            (8, 2, 'news', 'b', 'h2', 3, 1762757500, 1762758000, 1762757000, 1, 'same_link', 1, 'r1',
             1, 0, NULL, NULL, NULL, NULL, NULL, x'01020304', x'\(tags)', 'Zefirnet: odpowiedź'),
            (9, NULL, 'news', 'c', 'h3', 1, 1762757900, 1762758000, 1762757900, NULL, NULL, NULL,
             'r1', 1, 1, NULL, NULL, NULL, NULL, NULL, x'', x'\(tags)', 'Zefirnet: nowe');
        -- Without the stroke that SQLite does not take for a diacritic.
        INSERT INTO entry_text (rowid, title, text) VALUES
            (7, 'Awaria', 'Zefirnet nie dziala'), (8, NULL, 'Zefirnet: odpowiedź'),
            (9, NULL, 'Zefirnet: nowe');
        INSERT INTO mention VALUES (7, 'text', 0, 'zefirnet', 'Zefirnet', 'negative', -0.5),
            (8, 'text', 0, 'zefirnet', 'Zefirnet', 'negative', -0.5),
            (9, 'text', 0, 'zefirnet', 'Zefirnet', 'negative', -0.5);
        INSERT INTO entry_category VALUES (7, 'complaint'), (8, 'complaint'), (9, 'complaint');
        INSERT INTO fetch_log VALUES ('news', 1762758000, 'updated', NULL),
            ('forum', 1762758000, 'status', 'forum.example answers 403');
        INSERT INTO digest_window VALUES ('2025-11-09', 1762671600, 1762758000);
        """

    private static let sql = """
        CREATE TABLE feed (
            id TEXT NOT NULL PRIMARY KEY,
            validator_url TEXT,
            etag TEXT,
            last_modified TEXT,
            body_hash TEXT,
            first_fetched_at INTEGER,
            last_polled_at INTEGER,
            last_success_at INTEGER,
            last_new_entry_at INTEGER,
            next_check_at INTEGER,
            failures_in_a_row INTEGER NOT NULL DEFAULT 0 CHECK (failures_in_a_row >= 0),
            last_failure TEXT
        ) WITHOUT ROWID;

        -- Small columns stand before large ones: what follows the text lies on other pages.
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY,
            -- Given in a settled order once the entries of a run are all there; NULL until then.
            sequence INTEGER UNIQUE,
            feed TEXT NOT NULL REFERENCES feed (id),
            guid TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            date INTEGER NOT NULL,
            heard_at INTEGER NOT NULL,
            reported_at INTEGER NOT NULL,
            story INTEGER,
            story_reason TEXT,
            story_similarity REAL,
            rules_hash TEXT NOT NULL,
            is_mention INTEGER NOT NULL CHECK (is_mention IN (0, 1)),
            has_own_title INTEGER NOT NULL CHECK (has_own_title IN (0, 1)),
            language TEXT,
            author TEXT,
            link_key TEXT,
            link TEXT,
            title TEXT,
            sketch BLOB NOT NULL,
            -- Packed; see TagsColumn.swift.
            tags BLOB NOT NULL,
            text TEXT NOT NULL,
            UNIQUE (feed, guid),
            CHECK ((sequence IS NULL) = (story IS NULL)),
            CHECK ((story IS NULL) = (story_reason IS NULL))
        );
        CREATE INDEX entry_unsettled ON entry (date, feed, guid) WHERE sequence IS NULL;
        CREATE INDEX entry_by_feed ON entry (feed, date);
        CREATE INDEX entry_by_report ON entry (reported_at) WHERE is_mention;
        CREATE INDEX entry_by_date ON entry (date) WHERE is_mention;
        CREATE INDEX entry_by_link ON entry (link_key) WHERE link_key IS NOT NULL;
        CREATE INDEX entry_by_rules ON entry (rules_hash);

        CREATE TABLE mention (
            entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            field TEXT NOT NULL,
            start INTEGER NOT NULL,
            brand TEXT NOT NULL,
            form TEXT NOT NULL,
            label TEXT NOT NULL,
            score REAL NOT NULL CHECK (score BETWEEN -1 AND 1),
            PRIMARY KEY (entry, field, start, brand)
        ) WITHOUT ROWID;
        CREATE INDEX mention_by_brand ON mention (brand, entry);

        CREATE TABLE entry_category (
            entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            category TEXT NOT NULL,
            PRIMARY KEY (entry, category)
        ) WITHOUT ROWID;
        CREATE INDEX entry_category_by_category ON entry_category (category, entry);

        -- Stories whose first entry is long enough to be known by its text.
        CREATE TABLE story (
            -- The sequence of its first entry.
            id INTEGER PRIMARY KEY,
            date INTEGER NOT NULL,
            sketch BLOB NOT NULL
        );

        CREATE TABLE story_band (
            hash INTEGER NOT NULL,
            -- The story's, so that a look-up passes over those of other months.
            date INTEGER NOT NULL,
            story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
            PRIMARY KEY (hash, date, story)
        ) WITHOUT ROWID;
        CREATE INDEX story_band_by_story ON story_band (story);

        CREATE TABLE fetch_log (
            feed TEXT NOT NULL REFERENCES feed (id),
            at INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            message TEXT,
            PRIMARY KEY (feed, at)
        ) WITHOUT ROWID;

        CREATE TABLE digest_window (
            name TEXT NOT NULL PRIMARY KEY,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            CHECK (start < end)
        ) WITHOUT ROWID;

        -- Kept in step by TextIndex.swift: a trigger may not write to it in an untrusted schema.
        CREATE VIRTUAL TABLE entry_text USING fts5 (
            title, text, content = 'entry', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2'
        );
        """
}
