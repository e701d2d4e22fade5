extension Schema {
    /// When tickets that were closed were opened again.
    static let tenth = """
        -- Stays when it is opened again, unlike closed_at.
        ALTER TABLE ticket ADD COLUMN last_closed_at INTEGER;
        -- When it was last seen open after it was closed.
        ALTER TABLE ticket ADD COLUMN reopened_at INTEGER;
        UPDATE ticket SET last_closed_at = closed_at;
        """
}
