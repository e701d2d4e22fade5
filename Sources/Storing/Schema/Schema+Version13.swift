extension Schema {
    /// The archive knows which key its pseudonyms, and the hashes of what was erased, are made with.
    static let thirteenth = """
        CREATE TABLE pseudonym_key (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            -- Tells keys apart, and nothing of them.
            name TEXT NOT NULL
        );
        """
}
