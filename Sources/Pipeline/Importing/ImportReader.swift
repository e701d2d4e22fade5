import Foundation
import Model

/// Reads rows from a file that arrives in pieces of UTF-8.
struct ImportReader {
    enum Item: Sendable {
        case row(ImportRow, line: Int)
        case archived(ArchivedEntry)
        case bad(line: Int, reason: String)
    }

    /// Columns by what they mean, and those that mean nothing to us, once they are known.
    private(set) var columns: (used: [ImportField: String], unused: [String])?
    private let format: Import.Format
    /// Of JSON Lines, once its columns are known, with what each of them means.
    private var mapping: ImportMapping
    private var rows: ImportRow.Reader
    private let readsArchived: Bool
    private var csv: CSVReader
    private let delimiter: UInt8
    private var places: [ImportField: Int]?
    private var columnCount = 0
    private var lines = LineSplitter()
    /// What the first piece holds, until there is more: the file's last line is a piece of its own.
    private var held: [Content]?

    /// - Parameter readsArchived: whether lines of export-archive are wanted; they are bad ones if not.
    init(
        format: Import.Format, mapping: ImportMapping, rows: ImportRow.Reader, delimiter: UInt8,
        readsArchived: Bool = true
    ) {
        self.readsArchived = readsArchived
        self.format = format
        self.mapping = mapping
        self.rows = rows
        csv = CSVReader(delimiter: delimiter)
        self.delimiter = delimiter
    }

    /// - Throws: `RunError.badInput` where nothing of the file can be understood.
    mutating func items(in chunk: [UInt8]) throws(RunError) -> [Item] {
        switch format {
        case .csv:
            var read: [CSVReader.Row] = []
            try csv.read(chunk) { row throws(RunError) in read.append(row) }
            return try items(of: read)
        case .jsonLines: return try items(of: lines.lines(completedBy: chunk), isEnd: false)
        }
    }

    /// What is wrong with a last row that ends within a character.
    static let cutText =
        "ends within a character: the file was cut; take it anew from where it comes"

    /// - Parameter isCut: whether the file ended within a character; its last row is then a bad one.
    mutating func finish(isCut: Bool = false) throws(RunError) -> [Item] {
        switch format {
        case .csv:
            var read: [CSVReader.Row] = []
            try csv.finish(isCut: isCut) { row throws(RunError) in read.append(row) }
            return try items(of: read)
        case .jsonLines:
            guard isCut else { return try items(of: lines.rest(), isEnd: true) }
            // What stands for half a character makes a line of its own where it is all there is.
            let complete = lines.lines(completedBy: Array("\u{FFFD}".utf8))
            let cut = lines.rest().map { Item.bad(line: $0.number, reason: Self.cutText) }
            return try items(of: complete, isEnd: true) + cut
        }
    }

    // MARK: - Private: CSV

    private mutating func items(of rows: [CSVReader.Row]) throws(RunError) -> [Item] {
        var items: [Item] = []
        for row in rows {
            if let item = try item(of: row) { items.append(item) }
        }
        return items
    }

    private mutating func item(of row: CSVReader.Row) throws(RunError) -> Item? {
        guard let places else {
            if !row.statesDelimiter(delimiter) { try begin(with: row) }
            return nil
        }
        if row.isEmpty { return nil }
        if let problem = row.problem { return .bad(line: row.line, reason: problem) }
        guard row.cells.count == columnCount else {
            return .bad(
                line: row.line,
                reason: "has \(row.cells.count.counted("cell")) where the header has \(columnCount)"
            )
        }
        var values: [ImportField: String] = [:]
        for (field, place) in places {
            guard let text = String(validating: row.cells[place], as: UTF8.self) else {
                return .bad(
                    line: row.line,
                    reason: "is not UTF-8; name the file's charset by --encoding")
            }
            values[field] = text
        }
        return item(of: values, line: row.line)
    }

    private mutating func begin(with header: CSVReader.Row) throws(RunError) {
        if let problem = header.problem { throw .badInput("line \(header.line): \(problem)") }
        let names = header.cells.map {
            String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespaces)
        }
        let places = try mapping.places(in: names)
        self.places = places
        columnCount = names.count
        try note(places, of: names)
    }

    private mutating func note(_ places: [ImportField: Int], of names: [String]) throws(RunError) {
        guard rows.source != nil || places[.source] != nil else {
            throw .badInput(
                "no column says where a text comes from; give all of them a source by --source ID")
        }
        if let place = places[.published], ImportField.folded(names[place]).hasSuffix("utc") {
            rows.date = rows.date.ofUTC
        }
        let used = Set(places.values)
        columns = (
            places.mapValues { names[$0] },
            names.indices.filter { !used.contains($0) }.map { names[$0] }
        )
    }

    // MARK: - Private: JSON Lines

    /// What a line of JSON holds, before anything is known of columns.
    private enum Content {
        case members(FlatJSON.Members, line: Int)
        case item(Item)
    }

    private mutating func items(of lines: [InputLine], isEnd: Bool) throws(RunError)
        -> [Item]
    {
        let read = lines.map(content)
        guard isEnd || held != nil else {
            held = read
            return []
        }
        let contents = (held ?? []) + read
        held = []
        if columns == nil { try begin(with: contents) }
        return contents.map { content in
            switch content {
            case .item(let item): item
            case .members(let members, let line): item(of: members, line: line)
            }
        }
    }

    /// Takes all members of the file's first piece for its columns: a single line may lack some, and no
    /// other member of it is taken in their place.
    private mutating func begin(with contents: [Content]) throws(RunError) {
        var names: Set<String> = []
        for case .members(let members, _) in contents { names.formUnion(members.texts.keys) }
        guard !names.isEmpty else { return }
        let columns = names.sorted()
        let places = try mapping.places(in: columns)
        try note(places, of: columns)
        mapping = ImportMapping(stated: places.mapValues { columns[$0] })
    }

    private func content(of line: InputLine) -> Content {
        guard !line.isCut else {
            return .item(
                .bad(line: line.number, reason: "is longer than \(line.bytes.count >> 20) MiB"))
        }
        let text = line.json
        let members: FlatJSON.Members
        do {
            members = try FlatJSON.members(of: text)
        } catch {
            return .item(.bad(line: line.number, reason: "is no JSON object"))
        }
        guard members.texts["content_hash"] != nil, members.texts["heard_at"] != nil else {
            return .members(members, line: line.number)
        }
        guard readsArchived else { return .item(.bad(line: line.number, reason: "")) }
        do {
            let entry = try ContractJSON.decode(ArchivedEntry.self, from: text)
            if entry.isWhole { return .item(.archived(entry)) }
        } catch {
            // As bad as one that says something impossible.
        }
        return .item(.bad(line: line.number, reason: "is no whole line of export-archive"))
    }

    private func item(of members: FlatJSON.Members, line: Int) -> Item {
        let names = members.texts.keys.sorted()
        do {
            let places = try mapping.places(in: names, isComplete: false)
            let flag = places.values.map { names[$0] }.filter(members.truthValues.contains).min()
            if let flag {
                return .bad(
                    line: line,
                    reason: "'\(flag)' is \(members.texts[flag] ?? ""), which is no text; put it "
                        + "in quotes, or name another column by --map")
            }
            return item(of: places.mapValues { members.texts[names[$0]] ?? "" }, line: line)
        } catch {
            return .bad(line: line, reason: "has no text")
        }
    }

    private func item(of values: [ImportField: String], line: Int) -> Item {
        do {
            return .row(try rows.row(values), line: line)
        } catch {
            return .bad(line: line, reason: error.reason)
        }
    }
}

extension ArchivedEntry {
    /// Whether an archive could have exported it: it has ids, and its wordings are numbered.
    fileprivate var isWhole: Bool {
        let versions = (earlier ?? []).map(\.version)
        let areNumbered =
            versions.allSatisfy { (1..<Self.mostVersions).contains($0) }
            && zip(versions, versions.dropFirst()).allSatisfy { $0 < $1 }
        return areNumbered && !source.value.isEmpty && !id.value.isEmpty
    }

    /// An entry that changes each hour comes to as many in more than a hundred years.
    private static let mostVersions = 1_000_000
}
