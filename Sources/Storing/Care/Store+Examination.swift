import GRDB
import Model

extension Store {
    /// Looks for what is wrong, and changes nothing.
    ///
    /// - Parameter isFull: also compares every index with its table, the full-text index with the
    ///   texts, and the rows that searches go by with the tags; it reads the whole file.
    package func findings(isFull: Bool) throws(StoreError) -> [ArchiveFinding] {
        do {
            switch engine {
            case .file(let file):
                return try file.examine { try findings(isFull: isFull, in: $0) }
            case .server(let server):
                return try server.read { try ServerExamination($0).findings(isFull: isFull) }
            }
        } catch {
            let error = StoreError(error, path: path)
            guard case .damaged(_, let reason) = error else { throw error }
            return [ArchiveFinding(.damagedPages, in: "the file", "cannot be read (\(reason))")]
        }
    }

    // MARK: - Private

    private func findings(isFull: Bool, in database: Database) throws -> [ArchiveFinding] {
        var findings = try pageFindings(database, isFull: isFull)
        if findings.isEmpty { findings += try typeFindings(database) }
        let isReadable = !findings.contains { $0.remedy == .salvage }
        findings += try schemaFindings(database)
        guard isReadable, !findings.contains(where: { $0.kind == .missingTable }) else {
            return findings
        }
        findings += try orphanFindings(database)
        findings += try TextIndexExamination(database).findings(isFull: isFull)
        if isFull { findings += try TagExamination(database).findings() }
        return findings
    }

    private static let mostMessages = 100

    private func pageFindings(_ database: Database, isFull: Bool) throws -> [ArchiveFinding] {
        let pragma = isFull ? "integrity_check" : "quick_check"
        let messages: [String]
        do {
            messages = try String.fetchAll(
                database, sql: "PRAGMA \(pragma)(\(Self.mostMessages))")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            messages = [error.message ?? "the file is damaged"]
        }
        return messages.filter { $0 != "ok" }
            .map(ArchiveFinding.init(integrityMessage:)).uniqued()
    }

    /// Columns that hold what is of another type, as where a bit has turned: SQLite lets any hold anything.
    ///
    /// Of tables that are not ours nobody knows what their types mean.
    private func typeFindings(_ database: Database) throws -> [ArchiveFinding] {
        let ours = Set(try Blueprint().tables.map(\.name))
        return try Blueprint(of: database).tables.filter { ours.contains($0.name) }.compactMap {
            table in
            let columns = try Row.fetchAll(
                database, sql: "SELECT name, lower(type) AS type FROM pragma_table_info(?)",
                arguments: [table.name])
            let conditions = columns.map { column in
                "typeof(\"\(column["name"] as String)\") NOT IN "
                    + "('\(column["type"] as String)', 'null')"
            }
            let count = try database.count(
                "\"\(table.name)\" WHERE \(conditions.joined(separator: " OR "))")
            guard count > 0 else { return nil }
            return ArchiveFinding(
                .brokenRows, in: table.name,
                "\(count.counted("row")) with what is of another type than its column")
        }
    }

    private func schemaFindings(_ database: Database) throws -> [ArchiveFinding] {
        let blueprint = try Blueprint()
        let present = try Blueprint(of: database)
        let tables = Set(present.tables.map(\.name))
        let indexes = Set(present.indexes.map(\.name))
        return blueprint.tables.filter { !tables.contains($0.name) }.map {
            ArchiveFinding(.missingTable, in: $0.name, "the table is not there")
        }
            + blueprint.indexes.filter { !indexes.contains($0.name) && tables.contains($0.table) }
            .map {
                ArchiveFinding(
                    .missingIndex, in: $0.name,
                    "the index of \($0.table) is not there; runs are slower, or fail, without it")
            }
    }

    private func orphanFindings(_ database: Database) throws -> [ArchiveFinding] {
        try OrphanRule.all.compactMap { rule in
            let count =
                try database.count("\(rule.table) WHERE \(rule.condition)")
            return count == 0
                ? nil : ArchiveFinding(.orphanRows, in: rule.table, "\(count) \(rule.message)")
        }
    }
}

extension ArchiveFinding {
    /// Reads a line of `PRAGMA integrity_check`.
    init(integrityMessage message: String) {
        // `row 12 missing from index entry_by_date`, `wrong # of entries in index entry_by_date`.
        let words = message.split(separator: " ")
        let index = words.firstIndex(of: "index").flatMap { place in
            words.dropFirst(place + 1).first.map(String.init)
        }
        if let index, message.hasPrefix("row ") || message.hasPrefix("wrong #") {
            self.init(
                .indexOutOfStep, in: index, "does not say what its table says; searches miss rows")
        } else if let index, message.hasPrefix("non-unique") {
            // The rows themselves: no index can be made of them.
            self.init(.brokenRows, in: index, "two rows have what only one may have")
        } else if message.hasPrefix("malformed inverted index for FTS5")
            || message.hasPrefix("fts5: ")
        {
            // Since SQLite 3.44, which looks into virtual tables too; there is but one.
            self.init(.textIndexOutOfStep, in: "entry_text", message)
        } else if message.hasPrefix("NULL value in") || message.hasPrefix("CHECK constraint") {
            self.init(.brokenRows, in: String(words.last ?? ""), message)
        } else {
            self.init(.damagedPages, in: "the file", message)
        }
    }
}

extension Array where Element: Hashable {
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
