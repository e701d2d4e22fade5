/// Which column means what, as the caller says or as the columns' names suggest.
package struct ImportMapping: Hashable, Sendable {
    /// What the caller says: a column's name by what it means.
    package let stated: [ImportField: String]

    package init(stated: [ImportField: String] = [:]) {
        self.stated = stated
    }

    /// Reads `text=Review,published=Date`.
    ///
    /// A comma within a column's name goes with it: what stands behind the last comma before a `=` is
    /// the next field.
    ///
    /// - Throws: `RunError.badInput` for what is no field, or is there twice.
    package init(_ text: String) throws(RunError) {
        var stated: [ImportField: String] = [:]
        let pieces = text.split(separator: "=", omittingEmptySubsequences: false)
        guard pieces.count > 1 else { throw Self.malformed(text) }
        var name = pieces[0]
        for (index, piece) in pieces.enumerated().dropFirst() {
            let isLast = index == pieces.count - 1
            let comma = isLast ? nil : piece.lastIndex(of: ",")
            guard isLast || comma != nil else { throw Self.malformed(text) }
            let column = comma.map { piece[..<$0] } ?? piece
            let word = name.filter { $0 != " " }
            guard let field = ImportField(rawValue: word) else {
                throw .badInput(
                    "--map: '\(word)' is not something an entry has; there are "
                        + ImportField.allCases.map(\.rawValue).joined(separator: ", "))
            }
            guard !column.isEmpty, stated.updateValue(String(column), forKey: field) == nil else {
                throw .badInput("--map: '\(word)' has no column, or two")
            }
            if let comma { name = piece[piece.index(after: comma)...] }
        }
        self.stated = stated
    }

    /// The columns' places by what they mean.
    ///
    /// What the caller says a column of is looked for in no other one.
    ///
    /// - Parameter isComplete: whether there are no other columns; a line of JSON may lack some.
    /// - Throws: `RunError.badInput` for a column that is not there, and where no column is the text.
    package func places(in columns: [String], isComplete: Bool = true) throws(RunError)
        -> [ImportField: Int]
    {
        var places: [ImportField: Int] = [:]
        for (field, name) in stated.sorted(by: { $0.key < $1.key }) {
            let place =
                columns.firstIndex(of: name)
                ?? columns.firstIndex { ImportField.folded($0) == ImportField.folded(name) }
            guard let place else {
                guard isComplete else { continue }
                throw .badInput(
                    "--map: there is no column '\(name)'; there are "
                        + columns.map { "'\($0)'" }.joined(separator: ", "))
            }
            places[field] = place
        }
        let folded = columns.map(ImportField.folded)
        for field in ImportField.allCases where stated[field] == nil {
            let taken = Set(places.values)
            let found = field.usualNames(beside: folded).lazy.compactMap { name in
                folded.indices.first { folded[$0] == name && !taken.contains($0) }
            }
            if let place = found.first { places[field] = place }
        }
        guard places[.text] != nil || places[.title] != nil else {
            throw .badInput(
                "no column is the text; say which: --map text=NAME, where NAME is one of "
                    + columns.map { "'\($0)'" }.joined(separator: ", "))
        }
        return places
    }

    // MARK: - Private

    private static func malformed(_ text: String) -> RunError {
        .badInput("--map: '\(text)' is no mapping; write text=Review,published=Date")
    }
}
