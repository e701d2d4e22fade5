// The later versions of the tables, each on top of the one before.

extension Schema {
    /// No more keys in random order, which were most of what a run wrote: stories' bands follow from
    /// their sketches, and the unsettled are found by their lack of a sequence.
    static let fourth = """
        DROP TABLE story_band;
        CREATE INDEX story_by_date ON story (date);
        DROP INDEX entry_unsettled;
        """

    /// What is kept of authors, and what was there once and must not come again.
    static let fifth = """
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
    static let sixth = """
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
    static let seventh = """
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
