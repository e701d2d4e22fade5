extension Schema {
    /// Notices on their way to people.
    static let eighth = """
        CREATE TABLE notice (
            id INTEGER PRIMARY KEY,
            rule TEXT NOT NULL,
            channel TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            -- The period it covers, as the archive's entries are reported.
            after INTEGER NOT NULL,
            through INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN (
                'pending', 'sending', 'unclear', 'delivered', 'dead', 'dropped')),
            -- NULL until it is first written, and once it has been told.
            content BLOB,
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            not_before INTEGER,
            last_sent_at INTEGER,
            created_at INTEGER NOT NULL,
            reason TEXT
        );
        CREATE INDEX notice_open ON notice (id)
            WHERE state IN ('pending', 'sending', 'unclear', 'dead');

        -- Up to when a rule has been considered, whether anything was worth sending or not.
        CREATE TABLE notice_watermark (
            rule TEXT NOT NULL PRIMARY KEY,
            considered_to INTEGER NOT NULL
        ) WITHOUT ROWID;
        """
}
