extension PostgreSQLSchema {
    /// What crawlers that share an archive know of each other.
    ///
    /// Times are the server's own, so that clocks of other machines do not matter.
    static let crawlers = """

        CREATE TABLE feed_lease (
            feed text COLLATE "C" PRIMARY KEY,
            crawler text COLLATE "C",
            -- Of the lease that was given last: what comes under an earlier one is refused.
            number bigint NOT NULL DEFAULT 0,
            -- NULL while nobody has it.
            ends_at timestamptz,
            had_turn_at timestamptz
        );
        CREATE INDEX feed_lease_by_crawler ON feed_lease (crawler) WHERE ends_at IS NOT NULL;

        CREATE TABLE host_lease (
            -- Or a domain whose hosts are asked as one.
            host text COLLATE "C" PRIMARY KEY,
            crawler text COLLATE "C" NOT NULL,
            ends_at timestamptz,
            -- When the pause after its last request is over.
            free_at timestamptz
        );
        CREATE INDEX host_lease_by_crawler ON host_lease (crawler) WHERE ends_at IS NOT NULL;
        CREATE INDEX robots_by_check ON robots (checked_at);

        -- Holds nothing: whoever makes a digest locks it, and crawlers wait at it.
        CREATE TABLE crawler_gate ();
        """
}
