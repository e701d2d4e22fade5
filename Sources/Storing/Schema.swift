import GRDB

/// The tables, and how an archive of an earlier version becomes one of this.
///
/// Times are whole seconds since 1970 in UTC. What must be unique is so by a constraint.
enum Schema {
    /// "Ears" in ASCII: marks the file as ours (SQLite file format §1.2.15).
    static let applicationID = 0x4561_7273
    /// Also the number of migrations.
    static let version = 7

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: first)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2") { database in
            try database.execute(sql: second)
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3") { database in
            try database.execute(sql: third)
            try database.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4") { database in
            try database.execute(sql: fourth)
            try database.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5") { database in
            try database.execute(sql: fifth)
            try database.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("6") { database in
            try database.execute(sql: sixth)
            try database.execute(sql: "PRAGMA user_version = 6")
        }
        migrator.registerMigration("7") { database in
            try database.execute(sql: seventh)
            try database.execute(sql: "PRAGMA user_version = 7")
        }
        return migrator
    }

    // MARK: - Private

    private static let first = """
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
    private static let second = """
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
    private static let third = """
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

    /// No more keys in random order, which were most of what a run wrote: stories' bands follow from
    /// their sketches, and the unsettled are found by their lack of a sequence.
    private static let fourth = """
        DROP TABLE story_band;
        CREATE INDEX story_by_date ON story (date);
        DROP INDEX entry_unsettled;
        """

    /// What is kept of authors, and what was there once and must not come again.
    private static let fifth = """
        ALTER TABLE entry ADD COLUMN author_name TEXT;
        -- The most that may be kept of authors of its entries: until they have been brought to what
        -- its source allows, everything. Earlier versions kept pseudonyms.
        ALTER TABLE feed ADD COLUMN author_policy TEXT NOT NULL DEFAULT 'name'
            CHECK (author_policy IN ('pseudonym', 'name', 'none'));
        UPDATE feed SET author_policy = 'pseudonym';

        CREATE INDEX entry_by_author ON entry (author, date)
            WHERE author IS NOT NULL AND is_mention;
        CREATE INDEX entry_by_age ON entry (author IS NULL, is_mention, heard_at);
        -- Those who joined a story, should its first entry go.
        CREATE INDEX entry_by_story ON entry (story, sequence) WHERE story <> sequence;

        -- Keyed hashes of entries that were erased or have expired: feeds may go on showing them.
        CREATE TABLE tombstone (
            hash TEXT NOT NULL PRIMARY KEY
        ) WITHOUT ROWID;

        -- Erasures that this archive has been through; an older copy of it has not.
        CREATE TABLE erasure (
            id TEXT NOT NULL PRIMARY KEY,
            finished_at INTEGER NOT NULL
        ) WITHOUT ROWID;

        -- The highest number ever given to an entry, once one with a high number has gone.
        CREATE TABLE last_sequence (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            value INTEGER NOT NULL
        );
        """

    /// Mentions on their way to ticket systems, and what became of them there.
    private static let sixth = """
        -- Mentions of which it is to be decided whether they become tickets.
        CREATE TABLE ticket_candidate (
            entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE
        );

        -- What a story has become in one queue. It stays when the entries are forgotten: it holds
        -- nothing of theirs, and without it the story would get another ticket.
        CREATE TABLE ticket (
            id INTEGER PRIMARY KEY,
            destination TEXT NOT NULL,
            key TEXT NOT NULL,
            -- The key of its first generation.
            first_key TEXT NOT NULL,
            generation INTEGER NOT NULL DEFAULT 1 CHECK (generation >= 1),
            -- The number of the story's first entry; NULL for a ticket that lists many.
            story INTEGER,
            -- The ticket that lists this one.
            listed_in INTEGER REFERENCES ticket (id),
            team TEXT,
            severity TEXT,
            heard_at INTEGER,
            answer_by INTEGER,
            created_at INTEGER NOT NULL,
            remote_id TEXT,
            remote_address TEXT,
            was_found INTEGER NOT NULL DEFAULT 0 CHECK (was_found IN (0, 1)),
            phase TEXT CHECK (phase IN ('open', 'closed', 'gone')),
            status TEXT,
            remote_created_at INTEGER,
            first_response_at INTEGER,
            closed_at INTEGER,
            reopenings INTEGER NOT NULL DEFAULT 0,
            observed_at INTEGER,
            UNIQUE (destination, key),
            UNIQUE (destination, first_key, generation)
        );
        CREATE INDEX ticket_by_story ON ticket (story, destination);
        CREATE INDEX ticket_by_remote ON ticket (destination, remote_id);
        CREATE INDEX ticket_by_list ON ticket (listed_in) WHERE listed_in IS NOT NULL;

        CREATE TABLE ticket_delivery (
            id INTEGER PRIMARY KEY,
            ticket INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
            -- NULL for a ticket that lists many.
            entry INTEGER REFERENCES entry (id) ON DELETE CASCADE,
            -- What the entry says, hashed: a copy of it under another guid is the same.
            identity TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN (
                'pending', 'sending', 'unclear', 'delivered', 'dead', 'summarized', 'dropped')),
            operation TEXT CHECK (operation IN ('create', 'comment')),
            content BLOB,
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            not_before INTEGER,
            last_sent_at INTEGER,
            created_at INTEGER NOT NULL,
            reason TEXT,
            UNIQUE (ticket, identity)
        );
        CREATE INDEX ticket_delivery_open ON ticket_delivery (id)
            WHERE state IN ('pending', 'sending', 'unclear');
        CREATE INDEX ticket_delivery_dead ON ticket_delivery (id) WHERE state = 'dead';
        CREATE INDEX ticket_delivery_by_ticket ON ticket_delivery (ticket, id);
        CREATE INDEX ticket_delivery_by_entry ON ticket_delivery (entry);

        -- Up to when the changes of a system have been read.
        CREATE TABLE ticket_watermark (
            destination TEXT NOT NULL PRIMARY KEY,
            read_to INTEGER NOT NULL
        ) WITHOUT ROWID;
        """

    /// What entries said before they were edited, and what imported sources are called.
    private static let seventh = """
        ALTER TABLE entry ADD COLUMN edited_at INTEGER;

        CREATE TABLE entry_version (
            entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            version INTEGER NOT NULL CHECK (version >= 1),
            replaced_at INTEGER NOT NULL,
            title TEXT,
            text TEXT NOT NULL,
            PRIMARY KEY (entry, version)
        ) WITHOUT ROWID;

        -- What reports call sources that are in no feeds file.
        CREATE TABLE imported_source (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL
        ) WITHOUT ROWID;
        """
}
