import Model

/// Reads `rules/sentiment/<language>.tsv`: term, tab, weight or role, and perhaps a tab and a note.
///
/// Works on bytes: lexicons have tens of thousands of lines, and one is read at every start.
enum LexiconReader {
    /// `nil` once a mistake is noted.
    static func lexicon(_ file: RuleFile, noting errors: inout [RuleError]) -> Lexicon? {
        let language = errors.noting(try language(of: file))
        guard let text = errors.noting(try TextBytes.text(of: file)) else { return nil }
        var mistakes: [RuleError] = []
        var entries: [LexiconEntry] = []
        let lines = text.utf8.split(separator: newline, omittingEmptySubsequences: false)
        entries.reserveCapacity(lines.count)
        // Places in `entries`.
        var first = [String: Int](minimumCapacity: lines.count)
        for (index, bytes) in lines.enumerated() {
            let line = LexiconLine(bytes, file: file.path, number: index + 1)
            guard !line.isComment, let entry = mistakes.noting(try line.entry()) else { continue }
            let term = entry.term.lowercased()
            if let other = first[term] {
                let mistake = Mistake.duplicateTerm(entry.term, first: entries[other].place)
                mistakes.append(RuleError(mistake, at: entry.place))
            } else {
                first[term] = entries.count
            }
            entries.append(entry)
        }
        if entries.isEmpty, mistakes.isEmpty {
            errors.append(RuleError(.emptyFile, at: FileLocation(file: file.path)))
        }
        errors += mistakes.summedUp
        return language.map { Lexicon(language: $0, entries: entries) }
    }

    /// The name of the file without its ending.
    static func language(of file: RuleFile) throws(RuleError) -> LanguageCode {
        let name = file.path.split(separator: "/").last ?? ""
        // Up to its first dot alone, `pl.old.tsv` would be a second lexicon of Polish.
        let code = LanguageCode(rawValue: String(name.dropLast(".tsv".count)))
        guard code.isISO639 else {
            throw RuleError(.badLexiconName, at: FileLocation(file: file.path))
        }
        return code
    }

    // MARK: - Private

    private static let newline = UInt8(ascii: "\n")
}

/// One line of a lexicon, in cells.
private struct LexiconLine {
    private let cells: [Substring.UTF8View]
    private let line: Substring.UTF8View
    private let file: String
    private let number: Int

    init(_ bytes: Substring.UTF8View, file: String, number: Int) {
        line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
        cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        self.file = file
        self.number = number
    }

    /// A line with nothing in it, or one that begins with `#`.
    ///
    /// `#hashtag` and a tab is a term: what is a comment has a space, or no tab, after its sign.
    var isComment: Bool {
        guard line.first == UInt8(ascii: "#") else { return line.allSatisfy(Self.isSpace) }
        return cells.count == 1 || !Term.hasLetterOrDigit(Substring(line).dropFirst().prefix(1))
    }

    func entry() throws(RuleError) -> LexiconEntry {
        guard cells.count > 1 else { throw error(.noTab, at: cells[0]) }
        guard cells.count <= 3 else { throw error(.tooManyColumns, at: cells[3]) }
        let term = Self.trimmed(cells[0])
        guard !term.isEmpty else { throw error(.emptyTerm, at: cells[0]) }
        let text = String(Substring(term))
        if let mistake = Term.mistake(inTone: text) { throw error(mistake, at: term) }
        let role = try role(Self.trimmed(cells[1]))
        let note = cells.count == 3 ? Self.trimmed(cells[2]) : ""[...].utf8
        return LexiconEntry(
            term: text, role: role, note: note.isEmpty ? nil : String(Substring(note)),
            place: place(of: term))
    }

    // MARK: - Private

    private static let roles: [String: LexiconEntry.Role] = [
        "negator": .negator, "contrast": .contrast, "wish": .wish,
    ]

    private func role(_ cell: Substring.UTF8View) throws(RuleError) -> LexiconEntry.Role {
        let text = String(Substring(cell))
        if let weight = Decimals.number(text) {
            guard (-4...4).contains(weight) else {
                throw error(.outOfRange(text, from: "-4", to: "4"), at: cell)
            }
            return .weight(weight)
        }
        if let role = Self.roles[text] { return role }
        guard text.hasPrefix("*") else {
            let near =
                Decimals.withPoint(text)
                ?? Suggestion.nearest(to: text, in: Self.roles.keys.sorted())
            throw error(.badRole(text, suggestion: near), at: cell)
        }
        guard let factor = Decimals.number(String(text.dropFirst())), factor > 0, factor <= 3 else {
            throw error(.badModifier(text), at: cell)
        }
        return .modifier(factor)
    }

    private func error(_ mistake: Mistake, at cell: Substring.UTF8View) -> RuleError {
        RuleError(mistake, at: place(of: cell))
    }

    private func place(of cell: Substring.UTF8View) -> FileLocation {
        let before = Substring(line[line.startIndex..<cell.startIndex])
        return FileLocation(file: file, line: number, column: before.unicodeScalars.count + 1)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static func trimmed(_ cell: Substring.UTF8View) -> Substring.UTF8View {
        var cell = cell.drop(while: isSpace)
        while let last = cell.last, isSpace(last) { cell.removeLast() }
        return cell
    }
}
