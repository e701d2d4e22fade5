import Foundation
import Model

/// Reads rows from a file that arrives in pieces of UTF-8.
struct ImportReader {
    enum Item: Sendable {
        case row(ImportRow)
        case archived(ArchivedEntry)
        case bad(line: Int, reason: String)
    }

    /// Columns by what they mean, and those that mean nothing to us, once they are known.
    private(set) var columns: (used: [ImportField: String], unused: [String])?
    private let format: Import.Format
    private let mapping: ImportMapping
    private let rows: ImportRow.Reader
    private var csv: CSVReader
    private var places: [ImportField: Int]?
    private var columnCount = 0
    /// JSON Lines: what has come of a line so far.
    private var waiting: [UInt8] = []
    private var line = 0

    init(
        format: Import.Format, mapping: ImportMapping, rows: ImportRow.Reader, delimiter: UInt8
    ) {
        self.format = format
        self.mapping = mapping
        self.rows = rows
        csv = CSVReader(delimiter: delimiter)
    }

    /// - Throws: `RunError.badInput` where nothing of the file can be understood.
    mutating func items(in chunk: [UInt8]) throws(RunError) -> [Item] {
        switch format {
        case .csv:
            var read: [CSVReader.Row] = []
            try csv.read(chunk) { row throws(RunError) in read.append(row) }
            return try items(of: read)
        case .jsonLines:
            waiting += chunk
            guard let last = waiting.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
            let whole = Array(waiting[...last].dropLast())
            waiting.removeSubrange(...last)
            return try items(inLines: whole)
        }
    }

    mutating func finish() throws(RunError) -> [Item] {
        switch format {
        case .csv:
            var read: [CSVReader.Row] = []
            try csv.finish { row throws(RunError) in read.append(row) }
            return try items(of: read)
        case .jsonLines:
            let rest = waiting
            waiting = []
            return rest.isEmpty ? [] : try items(inLines: rest)
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
            try begin(with: row)
            return nil
        }
        if let problem = row.problem { return .bad(line: row.line, reason: problem) }
        guard row.cells.count == columnCount else {
            return .bad(
                line: row.line,
                reason: "has \(row.cells.count) cells where the header has \(columnCount)")
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
        let used = Set(places.values)
        columns = (
            places.mapValues { names[$0] },
            names.indices.filter { !used.contains($0) }.map { names[$0] }
        )
    }

    // MARK: - Private: JSON Lines

    private mutating func items(inLines bytes: [UInt8]) throws(RunError) -> [Item] {
        var items: [Item] = []
        for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            guard text.contains(where: { !" \t\r".utf8.contains($0) }) else { continue }
            items.append(try item(ofLine: Data(text)))
        }
        return items
    }

    private mutating func item(ofLine text: Data) throws(RunError) -> Item {
        let members: [String: String]
        do {
            members = try FlatJSON.members(of: text)
        } catch {
            return .bad(line: line, reason: "is no JSON object")
        }
        if members["content_hash"] != nil, members["heard_at"] != nil {
            do {
                return .archived(try ContractJSON.decode(ArchivedEntry.self, from: text))
            } catch {
                return .bad(line: line, reason: "is no whole line of export-archive")
            }
        }
        let names = members.keys.sorted()
        let places: [ImportField: Int]
        if columns == nil {
            places = try mapping.places(in: names)
            try note(places, of: names)
        } else {
            do {
                // Later lines may lack what others have.
                places = try mapping.only(names).places(in: names)
            } catch {
                return .bad(line: line, reason: "has no text")
            }
        }
        return item(of: places.mapValues { members[names[$0]] ?? "" }, line: line)
    }

    private func item(of values: [ImportField: String], line: Int) -> Item {
        do {
            return .row(try rows.row(values))
        } catch {
            return .bad(line: line, reason: error.reason)
        }
    }
}
