extension Schema {
    /// Several categories may be missing from one entry, and each is a verdict of its own.
    static let eleventh = """
        CREATE TABLE review_11 (
            entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            -- As the rules named it.
            brand TEXT NOT NULL,
            field TEXT NOT NULL CHECK (field IN ('brand', 'tone', 'category')),
            -- As the rules gave it; empty where there was no such tag, or should be none.
            was TEXT NOT NULL,
            "is" TEXT NOT NULL,
            note TEXT,
            rules TEXT,
            digest TEXT,
            applied_at INTEGER NOT NULL,
            PRIMARY KEY (entry, brand, field, was, "is")
        ) WITHOUT ROWID;
        INSERT INTO review_11 SELECT * FROM review;
        DROP TABLE review;
        ALTER TABLE review_11 RENAME TO review;
        """
}
