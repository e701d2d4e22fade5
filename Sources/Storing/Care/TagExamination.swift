import Foundation
import Model

/// Whether the tags can be read, and whether the rows that searches and counts go by say the same.
struct TagExamination {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Keys of entries, by what is wrong with their tags.
    struct Faults {
        var unreadable: [Int64] = []
        /// Written by a newer program.
        var newer: [Int64] = []
        var outOfStep: [Int64] = []
    }

    func findings() throws -> [ArchiveFinding] {
        let faults = try faults()
        var findings: [ArchiveFinding] = []
        if !faults.unreadable.isEmpty {
            findings.append(
                ArchiveFinding(
                    .unreadableTags, in: "entry",
                    "the tags of \(faults.unreadable.count.counted("entry", "entries")) cannot be read; "
                        + "the next run can make them again"))
        }
        if !faults.newer.isEmpty {
            findings.append(
                ArchiveFinding(
                    .unreadableTags, in: "entry",
                    "the tags of \(faults.newer.count.counted("entry", "entries")) were written by a newer "
                        + "Earshot; upgrade earshot, or have the next run of this one make them again"
                ))
        }
        if !faults.outOfStep.isEmpty {
            findings.append(
                ArchiveFinding(
                    .tagRowsOutOfStep, in: "mention",
                    faults.outOfStep.count == 1
                        ? "1 entry is found by other tags than it has"
                        : "\(faults.outOfStep.count) entries are found by other tags than they have"
                ))
        }
        return findings
    }

    func faults() throws -> Faults {
        var faults = Faults()
        let mentions = try database.cachedStatement(
            sql: """
                SELECT field, start, brand, form, label, score FROM mention WHERE entry = ?
                ORDER BY field, start, brand
                """)
        let categories = try database.cachedStatement(
            sql: "SELECT category FROM entry_category WHERE entry = ? ORDER BY category")
        let rows = try Row.fetchCursor(database, sql: "SELECT id, is_mention, tags FROM entry")
        while let row = try rows.next() {
            let key: Int64 = row[0]
            let tags: Tags
            do {
                tags = try TagsColumn.decode(row[2])
            } catch {
                switch error {
                case .damaged: faults.unreadable.append(key)
                case .newer: faults.newer.append(key)
                }
                continue
            }
            let isInStep =
                try row[1] == !tags.mentions.isEmpty
                && Row.fetchAll(mentions, arguments: [key]).map(MentionRow.init)
                    == tags.mentions.map(MentionRow.init).sorted()
                && String.fetchAll(categories, arguments: [key])
                    == tags.topics.sorted()
            if !isInStep { faults.outOfStep.append(key) }
        }
        return faults
    }
}

/// What the table `mention` says of one mention.
private struct MentionRow: Hashable, Comparable {
    let field: String
    let start: Int
    let brand: String
    let form: String
    let label: String
    let score: Double

    init(_ row: Row) {
        field = row[0]
        start = row[1]
        brand = row[2]
        form = row[3]
        label = row[4]
        score = row[5]
    }

    init(_ tagged: TaggedMention) {
        field = tagged.mention.field.rawValue
        start = tagged.mention.range.lowerBound
        brand = tagged.mention.brand.value
        form = tagged.mention.form
        label = tagged.sentiment.label.rawValue
        score = tagged.sentiment.score
    }

    static func < (one: Self, other: Self) -> Bool {
        (one.field, one.start, one.brand) < (other.field, other.start, other.brand)
    }
}
