extension Schema {
    /// When feeds answered is known for longer than the log of their polls goes back.
    static let fourteenth = """
        -- Moments at which some feed answered, whether it had anything new or not.
        CREATE TABLE answer (at INTEGER PRIMARY KEY);
        INSERT INTO answer
        SELECT DISTINCT at FROM fetch_log WHERE outcome IN ('updated', 'not_modified');
        """
}
