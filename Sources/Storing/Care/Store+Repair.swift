import Foundation
import GRDB
import Model

extension Store {
    /// Mends what can be mended where it lies; nothing that was heard is removed.
    ///
    /// Each finding is a transaction of its own. What needs a new file is left as it is.
    package func repair(_ findings: [ArchiveFinding]) throws(StoreError) {
        let kinds = Set(findings.map(\.kind))
        let blueprint = try translatingErrors { try Blueprint() }
        for index in findings where index.kind == .missingIndex {
            guard let sql = blueprint.indexes.first(where: { $0.name == index.subject })?.sql else {
                continue
            }
            try writing { try $0.execute(sql: sql) }
        }
        for index in findings where index.kind == .indexOutOfStep {
            try writing { try $0.execute(sql: "REINDEX \"\(index.subject)\"") }
        }
        if kinds.contains(.orphanRows) { try repairOrphans() }
        if kinds.contains(.unreadableTags) || kinds.contains(.tagRowsOutOfStep) {
            try repairTags()
        }
        if kinds.contains(.textIndexOutOfStep) { try rebuildTextIndex() }
    }

    // MARK: - For salvaging

    func repairOrphans() throws(StoreError) {
        for rule in OrphanRule.all {
            try writing { database in
                for sql in rule.repair { try database.execute(sql: sql) }
            }
        }
    }

    /// Writes the rows that searches go by again; tags that cannot be read are left to the next run.
    func repairTags() throws(StoreError) {
        try writing { database in
            let faults = try TagExamination(database).faults()
            let forget = try database.cachedStatement(
                sql: "UPDATE entry SET rules_hash = '' WHERE id = ?")
            for key in faults.unreadable + faults.newer { try forget.execute(arguments: [key]) }
            let find = try database.cachedStatement(sql: "SELECT tags FROM entry WHERE id = ?")
            let mark = try database.cachedStatement(
                sql: "UPDATE entry SET is_mention = ? WHERE id = ?")
            for key in faults.outOfStep {
                guard let packed = try Data.fetchOne(find, arguments: [key]) else { continue }
                let tags = PackedTags(try TagsColumn.decode(packed))
                try mark.execute(arguments: [tags.isMention, key])
                try deleteTags(of: key, in: database)
                try saveTags(tags, of: key, in: database)
            }
        }
    }

    /// Has the full-text index hold what it should.
    ///
    /// A file's is made anew from all texts. On a server the words of an entry are there or are not, so that
    /// those are put in that are missing: all of a large archive would take hours, and twice the room.
    func rebuildTextIndex() throws(StoreError) {
        try writing { database in
            let isMissing: String
            switch database.engine {
            case .sqlite:
                try database.execute(
                    sql: "INSERT INTO entry_text (entry_text) VALUES ('delete-all')")
                isMissing = "TRUE"
            case .postgreSQL:
                isMissing = "NOT EXISTS (SELECT 1 FROM entry_text WHERE rowid = entry.id)"
            }
            let rows = try Row.fetchCursor(
                database, sql: "SELECT id, title, text FROM entry WHERE \(isMissing) ORDER BY id")
            while let row = try rows.next() {
                try TextIndex.insert(
                    row["id"], title: row["title"], text: row["text"], in: database)
            }
        }
    }
}
