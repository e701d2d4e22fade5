package import Foundation

extension Store {
    /// The time that the digest of this name covers; `nil` where none was made.
    package func digestWindow(named name: String) throws(StoreError) -> Range<Date>? {
        try digestWindow(where: "name = ?", [name])
    }

    /// The time that the digest covers that ended at this moment; `nil` where none did.
    package func digestWindow(endingAt end: Date) throws(StoreError) -> Range<Date>? {
        try digestWindow(where: "\"end\" = ?", [end.unixSeconds])
    }

    // MARK: - Private

    private func digestWindow(where condition: String, _ arguments: StatementArguments)
        throws(StoreError) -> Range<Date>?
    {
        try reading { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT start, "end" FROM digest_window WHERE \(condition)
                    ORDER BY start DESC LIMIT 1
                    """, arguments: arguments
            ).map { Date(unixSeconds: $0["start"])..<Date(unixSeconds: $0["end"]) }
        }
    }
}
