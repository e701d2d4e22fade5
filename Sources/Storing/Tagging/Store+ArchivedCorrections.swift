import Foundation
package import Model

extension Store {
    /// Takes over what people said of tags in another archive.
    ///
    /// Of a tag of which people have said something here that counts. Taken twice nothing changes.
    ///
    /// - Parameters:
    ///   - corrections: by entries of the source; those that are not stored are passed over.
    package func take(
        _ corrections: [(entry: Entry.ID, said: [ArchivedCorrection])], of source: Feed.ID
    ) throws(StoreError) {
        try writing { database in
            let find = try database.cachedStatement(
                sql: """
                    SELECT id FROM entry WHERE \(database.entry(with: "feed = ? AND guid = ?"))
                    """)
            for (entry, said) in corrections {
                let found = try Row.fetchOne(find, arguments: [source.value, entry.value])
                guard let key: Int64 = found?["id"] else { continue }
                let known = try Self.archivedCorrections(of: key, in: database)
                for correction in said where !known.contains(where: correction.isOfSameTag) {
                    try insert(correction, of: key, in: database)
                }
            }
        }
    }

    /// All that people said, by the keys of the entries, as it was said.
    static func archivedCorrections(in database: Database) throws -> [Int64: [ArchivedCorrection]] {
        let rows = try Row.fetchAll(
            database,
            sql: #"SELECT * FROM review ORDER BY entry, applied_at, brand, field, was, "is""#)
        return try rows.reduce(into: [:]) { said, row in
            said[row["entry"] as Int64, default: []].append(try ArchivedCorrection(row))
        }
    }

    // MARK: - Private

    private static func archivedCorrections(of entry: Int64, in database: Database) throws
        -> [ArchivedCorrection]
    {
        try Row.fetchAll(
            try database.cachedStatement(sql: "SELECT * FROM review WHERE entry = ?"),
            arguments: [entry]
        ).map(ArchivedCorrection.init)
    }

    private func insert(_ correction: ArchivedCorrection, of entry: Int64, in database: Database)
        throws
    {
        try database.cachedStatement(sql: "\(ArchivedCorrection.insertion) DO NOTHING")
            .execute(arguments: correction.columns(of: entry))
    }
}

extension ArchivedCorrection {
    /// Whether another one is of the same tag, as `Tags.corrected(by:)` counts them: one verdict on a brand
    /// and one on its tone, whatever the rules of either archive gave; categories are the entry's, whoever
    /// they were said of.
    fileprivate func isOfSameTag(as other: ArchivedCorrection) -> Bool {
        guard field == other.field else { return false }
        switch field {
        case .brand, .tone: return brand == other.brand
        case .category: return (was ?? self.is) == (other.was ?? other.is)
        }
    }

    /// How a row of the table `review` is made, up to what becomes of one that is there.
    static let insertion = """
        INSERT INTO review VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (entry, brand, field, was, "is")
        """

    /// What `insertion` takes.
    func columns(of entry: Int64) -> StatementArguments {
        [
            entry, brand.value, field.rawValue, was ?? "", self.is ?? "", note, rules, digest,
            appliedAt.unixSeconds,
        ]
    }

    init(_ row: Row) throws {
        guard let field = Correction.Field(rawValue: row["field"]) else {
            throw StoreError.failed(reason: "a correction of an unknown field")
        }
        func stated(_ column: String) -> String? {
            (row[column] as String?).flatMap { $0.isEmpty ? nil : $0 }
        }
        self.init(
            brand: Brand.ID(row["brand"]), field: field, was: stated("was"), is: stated("is"),
            note: row["note"], rules: row["rules"], digest: row["digest"],
            appliedAt: Date(unixSeconds: row["applied_at"] as Int64))
    }
}
