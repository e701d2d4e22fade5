import Model

/// What is wrong in an archive on a server.
///
/// Its pages, its indexes and that nothing points to what is not there are the server's own business
/// (`pg_amcheck`, foreign keys); here is what only we know of.
struct ServerExamination {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// - Parameter isFull: also compares the rows that searches go by with the tags.
    func findings(isFull: Bool) throws -> [ArchiveFinding] {
        var findings = try textFindings()
        if isFull { findings += try TagExamination(database).findings() }
        return findings
    }

    // MARK: - Private

    private func textFindings() throws -> [ArchiveFinding] {
        let missing =
            try database.count(
                "entry WHERE NOT EXISTS (SELECT 1 FROM entry_text WHERE rowid = entry.id)")
        guard missing > 0 else { return [] }
        return [
            ArchiveFinding(
                .textIndexOutOfStep, in: "entry_text",
                "\(missing.counted("entry", "entries")) cannot be searched")
        ]
    }
}
