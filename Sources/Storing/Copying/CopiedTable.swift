import GRDB

/// A table that goes along when an archive is copied, as both engines have it.
///
/// Which there are is read from the schema, so that none can be forgotten. What follows from others,
/// the full-text index, is made anew by the target; what only servers have, the leases of their
/// crawlers, means nothing elsewhere.
struct CopiedTable {
    let name: String
    let columns: [String]
    /// What its rows are known by.
    let key: [String]
    /// The column that leads to another row of the same table; such rows come behind all others.
    let parent: String?
    /// Whether its key is a number of its own.
    let hasNumbers: Bool

    /// Those that others refer to come first.
    static func all() throws -> [CopiedTable] {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        return try queue.read { database in
            let blueprint = try Misreadings.none(in: database) { try Blueprint(of: $0) }
            var waiting = try blueprint.tables.map(\.name)
                .filter { $0 != "grdb_migrations" }
                .map { try Description(of: $0, in: database) }
            var tables: [CopiedTable] = []
            while !waiting.isEmpty {
                let missing = Set(waiting.map(\.table.name))
                let next = waiting.filter { $0.others.isDisjoint(with: missing) }
                precondition(!next.isEmpty, "tables refer to each other in a circle: \(missing)")
                tables += next.map(\.table)
                waiting.removeAll { description in
                    next.contains { $0.table.name == description.table.name }
                }
            }
            return tables
        }
    }

    // MARK: SQL that both engines know

    /// By what rows are ordered, and where in that order a row is.
    var order: [String] {
        (parent.map { ["CASE WHEN \"\($0)\" IS NULL THEN 0 ELSE 1 END"] } ?? [])
            + key.map { "\"\($0)\"" }
    }

    var columnList: String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }

    /// - Returns: in the words of messages: `entry 12, field title`.
    func name(of place: [DatabaseValue]) -> String {
        zip(key, place.suffix(key.count)).map { "\($0) \($1.storage.value ?? "NULL")" }
            .joined(separator: ", ")
    }
}

/// A table and the others that it refers to.
private struct Description {
    let table: CopiedTable
    let others: Set<String>

    init(of name: String, in database: GRDB.Database) throws {
        let references = try database.foreignKeys(on: name)
        let key = try database.primaryKey(name)
        table = CopiedTable(
            name: name, columns: try database.columns(in: name).map(\.name), key: key.columns,
            parent: references.first { $0.destinationTable == name }?.originColumns.first,
            hasNumbers: key.rowIDColumn != nil)
        others = Set(references.map(\.destinationTable)).subtracting([name])
    }
}
