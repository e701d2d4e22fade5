import Foundation
import GRDB

/// An archive as version 9 of the schema left it, to the letter.
enum NinthSchema {
    /// Makes the seventh version's into one, with a ticket that was closed and a word on an entry.
    static func makeArchive(at path: String) throws {
        try SeventhSchema.makeArchive(at: path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            for (number, sql) in zip(8..., [eighth, ninth]) {
                try database.execute(sql: sql)
                try database.execute(
                    sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: ["\(number)"])
            }
            try database.execute(sql: "PRAGMA user_version = 9")
            try database.execute(
                sql: """
                    INSERT INTO ticket (
                        destination, key, first_key, story, heard_at, created_at, remote_id, phase,
                        closed_at)
                    VALUES ('desk', 'k', 'k', 1, 1762750000, 1762750000, '5', 'closed', 1762760000);
                    INSERT INTO review
                    SELECT id, 'zefirnet', 'category', '', 'praise', NULL, NULL, NULL, 1762758000
                    FROM entry ORDER BY id LIMIT 1
                    """)
        }
        try queue.close()
    }

    // MARK: - Private

    private static let eighth = """
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

    private static let ninth = """
        CREATE TABLE review (
            entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            brand TEXT NOT NULL,
            field TEXT NOT NULL CHECK (field IN ('brand', 'tone', 'category')),
            -- Empty where there was no such tag, or should be none.
            was TEXT NOT NULL,
            "is" TEXT NOT NULL,
            note TEXT,
            rules TEXT,
            digest TEXT,
            applied_at INTEGER NOT NULL,
            PRIMARY KEY (entry, brand, field, was)
        ) WITHOUT ROWID;
        """
}
