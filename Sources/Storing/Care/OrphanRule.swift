/// Rows of one table that belong to something that is not there, and how that is put right.
struct OrphanRule {
    let table: String
    /// What is true of such a row.
    let condition: String
    /// After their number.
    let message: String
    /// Statements, in their order.
    let repair: [String]

    /// In the order in which they are to be repaired.
    ///
    /// Whatever was heard is kept: where its feed's row is missing, that is made anew, as of a feed
    /// that was read when the first of it was heard. What comes next is news then, and not history.
    static let all: [OrphanRule] = [
        OrphanRule(
            table: "entry", condition: "feed NOT IN (SELECT id FROM feed)",
            message: "entries of feeds whose row is gone",
            repair: [
                """
                INSERT OR IGNORE INTO feed (id, first_fetched_at)
                SELECT feed, min(heard_at) FROM entry GROUP BY feed
                """
            ]),
        .deleting(
            from: "fetch_log", where: "feed NOT IN (SELECT id FROM feed)",
            message: "lines of the log of feeds whose row is gone"),
        .deleting(
            from: "mention", where: lacksEntry,
            message: "mentions of entries that are gone"),
        .deleting(
            from: "entry_category", where: lacksEntry,
            message: "categories of entries that are gone"),
        .deleting(
            from: "entry_version", where: lacksEntry,
            message: "earlier wordings of entries that are gone"),
        .deleting(
            from: "ticket_candidate", where: lacksEntry,
            message: "mentions that wait to become tickets and are gone"),
        .deleting(
            from: "ticket_delivery", where: lacksTicketOrEntry,
            message: "deliveries whose ticket or entry is gone"),
        OrphanRule(
            table: "ticket",
            condition: "listed_in IS NOT NULL AND listed_in NOT IN (SELECT id FROM ticket)",
            message: "tickets of a summary that is gone",
            repair: [
                """
                UPDATE ticket SET listed_in = NULL
                WHERE listed_in IS NOT NULL AND listed_in NOT IN (SELECT id FROM ticket)
                """
            ]),
        .deleting(
            from: "review", where: lacksEntry,
            message: "corrections of entries that are gone"),
        OrphanRule(
            table: "entry",
            condition: """
                story IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM entry AS first WHERE first.sequence = entry.story)
                """,
            message: "entries of stories whose first entry is gone",
            repair: [
                """
                \(lostStories)
                UPDATE ticket SET story = lost.heir FROM lost WHERE ticket.story = lost.story
                """,
                """
                \(lostStories)
                UPDATE entry SET
                    story = lost.heir,
                    story_reason = CASE WHEN sequence = lost.heir THEN 'first' ELSE story_reason END
                FROM lost WHERE entry.story = lost.story
                """,
            ]),
        .deleting(
            from: "story", where: "id NOT IN (SELECT sequence FROM entry WHERE sequence > 0)",
            message: "stories whose first entry is gone"),
        OrphanRule(
            table: "entry", condition: lacksStory,
            message: "entries that begin a story which nothing can join any more",
            repair: [
                """
                INSERT INTO story (id, date, sketch)
                SELECT sequence, date, sketch FROM entry WHERE \(lacksStory)
                """
            ]),
    ]

    /// A rule by which such rows are deleted: they mean nothing without what is gone.
    private static func deleting(from table: String, where condition: String, message: String)
        -> OrphanRule
    {
        OrphanRule(
            table: table, condition: condition, message: message,
            repair: ["DELETE FROM \(table) WHERE \(condition)"])
    }

    private static let lacksEntry = "entry NOT IN (SELECT id FROM entry)"

    private static let lacksTicketOrEntry = """
        ticket NOT IN (SELECT id FROM ticket)
        OR entry IS NOT NULL AND \(lacksEntry)
        """

    /// Stories whose first entry is gone, each with the entry that is now the first of it; read whole
    /// before anything is changed.
    private static let lostStories = """
        WITH lost AS MATERIALIZED (
            SELECT story, min(sequence) AS heir FROM entry
            WHERE story IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM entry AS first WHERE first.sequence = entry.story)
            GROUP BY story)
        """

    /// Texts too short to be compared have no sketch, and no row among the stories.
    private static let lacksStory = """
        story = sequence AND length(sketch) > 0 AND sequence NOT IN (SELECT id FROM story)
        """
}
