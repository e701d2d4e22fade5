import Model

// What becomes of a story whose first entry goes.

extension Store {
    /// Passes a story on to the next of its entries, which the others are then compared with.
    ///
    /// - Returns: `false` when there is no other, and the story ends.
    func passOn(story: Int64, in database: Database) throws -> Bool {
        try end(story: story, in: database)
        let heirs = try Row.fetchAll(
            database,
            sql: """
                SELECT id, sequence, date, sketch, story_reason FROM entry
                WHERE story = ? AND story <> sequence ORDER BY sequence
                """, arguments: [story]
        ).map(Heir.init)
        guard let first = heirs.first else { return false }
        for heir in heirs {
            try database.cachedStatement(
                sql: """
                    UPDATE entry SET story = ?, story_reason = ?, story_similarity = ? WHERE id = ?
                    """
            ).execute(arguments: [
                first.sequence, heir.reason(behind: first).rawValue, heir.similarity(to: first),
                heir.key,
            ])
        }
        // Its ticket goes with it, or the next mention would get another.
        try database.cachedStatement(sql: "UPDATE ticket SET story = ? WHERE story = ?")
            .execute(arguments: [first.sequence, story])
        guard !first.signature.minima.isEmpty else { return true }
        try begin(
            story: first.sequence, date: first.date, signature: first.signature, in: database)
        return true
    }

    /// Takes a story from among those that are looked up by their text.
    private func end(story: Int64, in database: Database) throws {
        try database.execute(sql: "DELETE FROM story WHERE id = ?", arguments: [story])
    }
}

private struct Heir {
    let key: Int64
    let sequence: Int64
    let date: Int64
    let signature: StorySignature
    private let oldReason: String

    init(_ row: Row) {
        key = row["id"]
        sequence = row["sequence"]
        date = row["date"]
        signature = StorySignature(blob: row["sketch"], linkKey: nil)
        oldReason = row["story_reason"]
    }

    func similarity(to first: Heir) -> Double {
        // By link they are the same story whatever they say.
        guard sequence != first.sequence, !isByLink else { return 1 }
        return signature.similarity(to: first.signature).rounded(decimals: 2)
    }

    func reason(behind first: Heir) -> StoryMembership.Reason {
        if sequence == first.sequence { return .first }
        if isByLink { return .sameLink }
        return similarity(to: first) == 1 ? .sameText : .similarText
    }

    private var isByLink: Bool { oldReason == StoryMembership.Reason.sameLink.rawValue }
}
