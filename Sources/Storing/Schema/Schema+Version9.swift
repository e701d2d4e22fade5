extension Schema {
    /// What people said of tags: reports count by it, whatever the rules say.
    static let ninth = """
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
