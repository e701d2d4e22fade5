package import Model

/// Comments of a YAML file that look like hashtags: of `names: [Lampa, #lampa]` the second name is none.
///
/// A `#` behind a space begins a comment; who means one leaves a space behind the sign, too.
package struct HashtagComments {
    package struct Comment: Hashable, Sendable {
        /// With its sign, up to the next space or comma.
        package let word: String
        package let place: FileLocation
    }

    /// Those behind a value and those inside brackets, in reading order; lines that hold a comment alone
    /// were mostly taken out by hand.
    package private(set) var all: [Comment] = []
    /// Of these the ones that stand in brackets that are still open at the end.
    private(set) var unclosed: [Comment] = []

    private let file: String
    /// How many brackets are open.
    private var depth = 0
    private var quote: Unicode.Scalar?
    /// Lines that are indented further belong to a text after `|` or `>`.
    private var blockIndent: Int?

    /// - Parameter end: Where to stop, as a line and a column from 1 on; `nil` for the end of the text.
    package init(in text: String, file: String, before end: (line: Int, column: Int)? = nil) {
        self.file = file
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.prefix(end?.line ?? .max).enumerated() {
            let isLast = index + 1 == end?.line
            let columns = isLast ? end.map { $0.column - 1 } ?? .max : .max
            read(Array(line.prefix(max(0, columns))), number: index + 1)
        }
    }

    /// Those in all YAML files of `feeds/` and `rules/`; what is wrong with a file is told when it is loaded.
    package static func found(inWorkspace path: String) -> [Comment] {
        let workspace = Workspace(path)
        var told: [RuleError] = []
        var found: [Comment] = []
        for folder in ["feeds", "rules"] {
            let names = workspace.names(in: folder, example: "", noting: &told) ?? []
            for name in names where name.hasSuffix(".yaml") {
                guard let file = told.noting(try workspace.file("\(folder)/\(name)")),
                    let text = told.noting(try TextBytes.text(of: file))
                else { continue }
                found += HashtagComments(in: text, file: file.path).all
            }
        }
        return found
    }

    // MARK: - Private

    private mutating func read(_ line: [Unicode.Scalar], number: Int) {
        let start = line.firstIndex { $0 != " " } ?? line.endIndex
        if let indent = blockIndent {
            guard start < line.endIndex, line[start] != "\r", start <= indent else { return }
            blockIndent = nil
        }
        // Whether a value may begin here, so that a quote opens one and a bracket a list.
        var isAtStart = true
        // Where the last key or dash of the line stands.
        var indent = start
        var index = start
        while index < line.endIndex {
            let scalar = line[index]
            if let open = quote {
                index += passQuoted(scalar, before: line[(index + 1)...].first, openedBy: open)
                continue
            }
            switch scalar {
            case " ", "\t", "\r": break
            case "#" where index == 0 || Self.isSpace(line[index - 1]) || isAtStart && depth > 0:
                note(line[index...], isAlone: index == start, at: number)
                return
            case "\"" where isAtStart, "'" where isAtStart:
                quote = scalar
                isAtStart = false
            case "[" where isAtStart || depth > 0, "{" where isAtStart || depth > 0:
                depth += 1
                isAtStart = true
            case "]" where depth > 0, "}" where depth > 0:
                depth -= 1
                isAtStart = false
                if depth == 0 { unclosed = [] }
            case "," where depth > 0: isAtStart = true
            case ":" where endsWord(line, index): isAtStart = true
            case "-" where isAtStart && depth == 0 && endsWord(line, index): indent = index
            case "|" where isAtStart && depth == 0, ">" where isAtStart && depth == 0:
                blockIndent = indent
                return
            default:
                if isAtStart, depth == 0, !line[start..<index].contains(":") { indent = index }
                isAtStart = false
            }
            index += 1
        }
    }

    /// - Returns: how many characters are passed: two where the next one belongs to this one.
    private mutating func passQuoted(
        _ scalar: Unicode.Scalar, before next: Unicode.Scalar?, openedBy open: Unicode.Scalar
    ) -> Int {
        // Of a quote in a text, `''`, the second ends nothing.
        let takesNext = open == "\"" ? scalar == "\\" : scalar == "'" && next == "'"
        if takesNext { return 2 }
        if scalar == open { quote = nil }
        return 1
    }

    private func endsWord(_ line: [Unicode.Scalar], _ index: Int) -> Bool {
        index + 1 == line.endIndex || Self.isSpace(line[index + 1])
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\r"
    }

    private mutating func note(
        _ comment: ArraySlice<Unicode.Scalar>, isAlone: Bool, at line: Int
    ) {
        guard !isAlone || depth > 0, let first = comment.dropFirst().first,
            first.properties.isAlphabetic || first.properties.numericType != nil
        else { return }
        let word = comment.prefix { !Self.isSpace($0) && !",]}".unicodeScalars.contains($0) }
        let found = Comment(
            word: String(String.UnicodeScalarView(word)),
            place: FileLocation(file: file, line: line, column: comment.startIndex + 1))
        all.append(found)
        if depth > 0 { unclosed.append(found) }
    }
}
