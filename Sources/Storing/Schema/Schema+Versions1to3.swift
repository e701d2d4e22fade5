// Shipped versions of the tables: never edited.

extension Schema {
    static let first = """
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

    /// When each feed is asked next, and what is remembered of hosts.
    static let second = """
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

    /// Bands without an index by story, which was half the work of joining stories: a story's bands
    /// follow from its sketch.
    static let third = """
        CREATE TABLE new_story_band (
            hash INTEGER NOT NULL,
            -- The story's, so that a look-up passes over those of other months.
            date INTEGER NOT NULL,
            story INTEGER NOT NULL,
            PRIMARY KEY (hash, date, story)
        ) WITHOUT ROWID;
        INSERT INTO new_story_band SELECT hash, date, story FROM story_band;
        DROP TABLE story_band;
        ALTER TABLE new_story_band RENAME TO story_band;
        """
}
