import Model

/// Reads `rules/sentiment/<language>.tsv`: term, tab, weight or role, and perhaps a tab and a note.
///
/// A line whose words have alternatives stands for as many terms, each with the place of the line.
///
/// Works on bytes: lexicons have tens of thousands of lines, and one is read at every start.
enum LexiconReader {
    /// `nil` once a mistake is noted.
    static func lexicon(_ file: RuleFile, noting errors: inout [RuleError]) -> Lexicon? {
        let language = errors.noting(try language(of: file))
        guard let text = errors.noting(try TextBytes.text(of: file)) else { return nil }
        var mistakes: [RuleError] = []
        var terms = LexiconTerms(
            // As many as there are at least, if no line is empty.
            count: TableLines.count(in: file) + file.bytes.count { $0 == Alternatives.sign })
        for bytes in TableLines(of: text) {
            let line = LexiconLine(bytes, file: file.path)
            guard !line.isComment, let entries = mistakes.noting(try line.entries()) else {
                continue
            }
            terms.add(entries.first, noting: &mistakes)
            for entry in entries.others { terms.add(entry, noting: &mistakes) }
        }
        if terms.entries.isEmpty, mistakes.isEmpty {
            errors.append(RuleError(.emptyFile, at: FileLocation(file: file.path)))
        }
        errors += mistakes.joinedByRows.summedUp
        return language.map { Lexicon(language: $0, entries: terms.entries) }
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
}

/// The entries of a lexicon while they are gathered.
private struct LexiconTerms {
    private(set) var entries: [LexiconEntry] = []
    /// By term, places in `entries`.
    private var first: [String: Int]

    /// - Parameter count: How many to make room for.
    init(count: Int) {
        entries.reserveCapacity(count)
        first = Dictionary(minimumCapacity: count)
    }

    /// Notes a term that an earlier line, or this one, has given already.
    mutating func add(_ entry: LexiconEntry, noting mistakes: inout [RuleError]) {
        let term = Term.inSmallLetters(entry.term)
        if let other = first.updateValue(entries.count, forKey: term) {
            first[term] = other
            let mistake = Mistake.duplicateTerm(entry.term, first: entries[other].place)
            mistakes.append(RuleError(mistake, at: entry.place))
        }
        entries.append(entry)
    }
}

/// One line of a lexicon, in cells.
private struct LexiconLine {
    private typealias Cell = ArraySlice<UInt8>

    private let line: Cell
    private let number: Int
    private let file: String

    init(_ line: TableLines.Line, file: String) {
        self.line = line.bytes
        number = line.number
        self.file = file
    }

    /// A line with nothing in it, or one that begins with `#`.
    ///
    /// `#hashtag` and a tab is a term: what is a comment has a space, or no tab, after its sign.
    var isComment: Bool {
        guard line.first == UInt8(ascii: "#") else { return line.allSatisfy(Self.isSpace) }
        return line.cellAndRest.rest == nil
            || !Term.hasLetterOrDigit(text(of: line).dropFirst().prefix(1))
    }

    /// One for each term that the line stands for.
    func entries() throws(RuleError) -> (first: LexiconEntry, others: [LexiconEntry]) {
        let (first, behindFirst) = line.cellAndRest
        guard let behindFirst else { throw error(.noTab, at: first) }
        let (second, behindSecond) = behindFirst.cellAndRest
        let third = behindSecond?.cellAndRest
        if let fourth = third?.rest { throw error(.tooManyColumns, at: fourth) }
        let term = Self.trimmed(first)
        guard !term.isEmpty else { throw error(.emptyTerm, at: first) }
        let place = place(of: term)
        let terms = try terms(of: term, at: place)
        let role = try role(Self.trimmed(second))
        let noteCell = third.map { Self.trimmed($0.cell) }.flatMap { $0.isEmpty ? nil : $0 }
        let note = noteCell.map(text)
        return (
            LexiconEntry(term: terms.first, role: role, note: note, place: place),
            terms.others.map { LexiconEntry(term: $0, role: role, note: note, place: place) }
        )
    }

    // MARK: - Private

    private static let roles: [String: LexiconEntry.Role] = [
        "negator": .negator, "contrast": .contrast, "wish": .wish,
    ]

    /// Without a list where it is one, as most are.
    private func terms(of cell: Cell, at place: FileLocation) throws(RuleError)
        -> (first: String, others: ArraySlice<String>)
    {
        guard cell.contains(Alternatives.sign) else {
            let text = text(of: cell)
            if let mistake = Term.mistake(inTone: text) { throw RuleError(mistake, at: place) }
            return (text, [])
        }
        let terms = try Alternatives(in: cell, at: place).terms
        return (terms[0], terms.dropFirst())
    }

    private func role(_ cell: Cell) throws(RuleError) -> LexiconEntry.Role {
        if let weight = Decimals.number(cell) {
            guard (-4...4).contains(weight) else {
                throw error(.outOfRange(text(of: cell), from: "-4", to: "4"), at: cell)
            }
            return .weight(weight)
        }
        let text = text(of: cell)
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

    private func error(_ mistake: Mistake, at cell: Cell) -> RuleError {
        RuleError(mistake, at: place(of: cell))
    }

    private func place(of cell: Cell) -> FileLocation {
        // Columns are scalars; each has one byte that does not go on with another.
        let before = line[..<cell.startIndex].count { $0 & 0xC0 != 0x80 }
        return FileLocation(file: file, line: number, column: before + 1)
    }

    /// What was cut at tabs and spaces is as whole as the file.
    private func text(of cell: Cell) -> String { String(decoding: cell, as: UTF8.self) }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static func trimmed(_ cell: Cell) -> Cell {
        var cell = cell.drop(while: isSpace)
        while let last = cell.last, isSpace(last) { cell.removeLast() }
        return cell
    }
}
