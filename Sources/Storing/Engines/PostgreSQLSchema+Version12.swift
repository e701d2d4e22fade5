extension PostgreSQLSchema {
    /// Deliveries are taken under a number, hosts say to all how slowly they are to be asked, and texts
    /// that are longer than a `tsvector` counts bear a mark.
    ///
    /// A mark is due where a word stands at 255 places, or one at the last place, or words were left out:
    /// see SearchVector.swift. Most texts are too short for that, which is seen without reading them.
    static let twelfth = """
        ALTER TABLE ticket_delivery ADD COLUMN claim bigint NOT NULL DEFAULT 0;
        ALTER TABLE notice ADD COLUMN claim bigint NOT NULL DEFAULT 0;
        ALTER TABLE host_lease ADD COLUMN pause_seconds double precision NOT NULL DEFAULT 0;

        UPDATE entry_text SET words = words || '~'::tsvector
        FROM entry
        WHERE entry.id = entry_text.rowid
            AND octet_length(entry.text) + coalesce(octet_length(entry.title), 0) > 500
            AND EXISTS (
                SELECT 1 FROM unnest(words) AS word
                WHERE cardinality(positions) >= 255 OR 16383 = ANY (positions));
        UPDATE entry_text SET words = words || '~~'::tsvector
        FROM entry
        WHERE entry.id = entry_text.rowid AND octet_length(entry.text) > 100000
            AND (
                SELECT sum(octet_length(lexeme) + 6 + 2 * coalesce(cardinality(positions), 0))
                FROM unnest(words) AS word) >= 900000;
        """
}
