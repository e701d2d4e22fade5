import Foundation
import Model
import Yams

/// Says in our words what the YAML parser complains of, and where the author should look.
struct YAMLSyntax {
    let text: String
    let file: String

    func error(for error: YamlError) -> RuleError {
        switch error {
        case .scanner(let context, let problem, let mark, _):
            commentInBrackets(before: mark) ?? foreignSpace(before: mark)
                ?? scannerError(problem, at: mark, context: context)
        case .parser(let context, let problem, let mark, _):
            commentInBrackets(before: mark) ?? foreignSpace(before: mark)
                ?? wordBehindQuotes(at: mark) ?? parserError(problem, at: mark, context: context)
        case .composer(_, let problem, let mark, _):
            RuleError(.syntax(Self.composerProblems[problem] ?? .other(problem)), at: place(mark))
        case .duplicatedKeysInMapping(let keys, let context):
            duplicateKeys(keys, first: context.mark)
        case .reader(let problem, let offset, _, _):
            readerError(problem, offset: offset)
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            RuleError(.syntax(.other("\(error)")), at: FileLocation(file: file))
        }
    }

    // MARK: - Private

    private func place(_ mark: Mark) -> FileLocation {
        FileLocation(file: file, line: mark.line, column: mark.column)
    }

    /// What swallowed the end of a list is more to the point than what was missed behind it.
    private func commentInBrackets(before mark: Mark) -> RuleError? {
        HashtagComments(in: text, file: file, before: (mark.line, mark.column)).unclosed.first.map {
            RuleError(.syntax(.commentInBrackets($0.word)), at: $0.place)
        }
    }

    /// Such a space in the indentation of the line that YAML stumbles over, or of the one above it, which
    /// then is not where it seems to be.
    private func foreignSpace(before mark: Mark) -> RuleError? {
        let near = lines.enumerated().prefix(mark.line)
            .filter { $0.element.contains { !$0.properties.isWhitespace } }.suffix(2)
        for (index, line) in near {
            let indent = line.prefix { $0.properties.isWhitespace }
            guard let space = indent.firstIndex(where: SyntaxMistake.isForeignSpace) else {
                continue
            }
            let column = line.distance(from: line.startIndex, to: space) + 1
            return RuleError(
                .syntax(.foreignSpace),
                at: FileLocation(file: file, line: index + 1, column: column))
        }
        return nil
    }

    /// - Parameter first: where one of the keys stands for the first time.
    private func duplicateKeys(_ keys: [String], first: Mark) -> RuleError {
        guard let again = line(repeating: keys.first ?? "", after: first) else {
            return RuleError(.duplicateKeys(keys), at: place(first))
        }
        return RuleError(
            .repeatedKeys(keys, first: place(first)),
            at: FileLocation(file: file, line: again, column: first.column))
    }

    /// The line in which a key of a mapping stands again; `nil` inside brackets.
    private func line(repeating key: String, after first: Mark) -> Int? {
        let spellings = [key, "\"\(key)\"", "'\(key)'"]
        for (index, line) in lines.enumerated().dropFirst(first.line) {
            let rest = line.drop { $0 == " " }
            guard let start = rest.first, start != "#", start != "\r" else { continue }
            let column = line.count - rest.count + 1
            guard column >= first.column else { return nil }
            guard column == first.column else { continue }
            let beforeColon = rest.prefix { $0 != ":" }
            guard beforeColon.endIndex < rest.endIndex else { continue }
            let written = Substring(beforeColon).trimmingCharacters(in: .whitespaces)
            if spellings.contains(written) { return index + 1 }
        }
        return nil
    }

    private func scannerError(
        _ problem: String, at mark: Mark, context: YamlError.Context?
    ) -> RuleError {
        switch context?.text {
        case "while scanning a quoted scalar" where problem == "found unexpected end of stream":
            // The opening quote tells more than the end of the file.
            RuleError(.syntax(.unclosedQuote), at: context.map { place($0.mark) } ?? place(mark))
        case "while scanning an anchor", "while scanning an alias", "while scanning a tag",
            "while scanning a block scalar", "while scanning a directive":
            RuleError(.syntax(.needsQuotes), at: context.map { place($0.mark) } ?? place(mark))
        case "while scanning for the next token" where scalar(at: mark) == "\t":
            RuleError(.syntax(.tab), at: place(mark))
        case "while scanning for the next token":
            RuleError(.syntax(.needsQuotes), at: place(mark))
        default:
            misplaced(Self.scannerProblems[problem] ?? .other(problem), at: mark)
        }
    }

    private func misplaced(_ mistake: SyntaxMistake, at mark: Mark) -> RuleError {
        switch mistake {
        case .unexpectedColon, .missingColon:
            missingSpace(before: mark) ?? RuleError(.syntax(mistake), at: place(mark))
        default: RuleError(.syntax(mistake), at: place(mark))
        }
    }

    private func parserError(
        _ problem: String, at mark: Mark, context: YamlError.Context?
    ) -> RuleError {
        let mistake = Self.parserProblems[problem] ?? .other(problem)
        switch mistake {
        case .unclosedList, .unclosedMapping:
            // Where it opens tells more than where the next thing begins.
            return RuleError(.syntax(mistake), at: place(context?.mark ?? mark))
        default:
            return RuleError(.syntax(mistake), at: place(mark))
        }
    }

    /// - Parameter offset: in characters of the text.
    private func readerError(_ problem: String, offset: Int?) -> RuleError {
        let before = text.prefix(offset ?? 0).unicodeScalars
        let line = before.count { $0 == "\n" } + 1
        let column = before.reversed().prefix { $0 != "\n" }.count + 1
        return RuleError(
            .syntax(.controlCharacter), at: FileLocation(file: file, line: line, column: column))
    }

    /// A line that would be `key: value` or an item but for the space that is missing in it: YAML goes on
    /// reading and stumbles over the next one.
    private func missingSpace(before mark: Mark) -> RuleError? {
        let before = lines.enumerated().prefix(mark.line - 1)
        let last = before.last { $0.element.contains { !$0.properties.isWhitespace } }
        guard let (index, line) = last, let slip = MissingSpace(in: String(line)),
            !isPartOfValue(line: index, from: slip.column)
        else { return nil }
        return RuleError(
            .syntax(.missingSpace(slip)),
            at: FileLocation(file: file, line: index + 1, column: slip.column))
    }

    /// Whether a line goes on with the value of a key above it, as a long query does whose lines begin with
    /// `site:`.
    private func isPartOfValue(line index: Int, from column: Int) -> Bool {
        let outer = lines[..<index].last { line in
            let start = line.prefix { $0 == " " || $0 == "-" }.count
            guard let first = line.dropFirst(start).first else { return false }
            return start + 1 < column && first != "#" && first != "\r"
        }
        return outer.map { outer in
            let written = String(outer).split(separator: " #", maxSplits: 1).first ?? ""
            return written.last { !$0.isWhitespace } != ":"
        } ?? false
    }

    /// What stands behind a closing quote: mostly the rest of a text whose apostrophe closed it, or the
    /// next text in quotes where one above it has no closing quote.
    private func wordBehindQuotes(at mark: Mark) -> RuleError? {
        guard lines.indices.contains(mark.line - 1) else { return nil }
        let before = lines[mark.line - 1].prefix(mark.column - 1)
        guard let quote = before.last(where: { $0 != " " }), quote == "'" || quote == "\"",
            let scalar = scalar(at: mark),
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        else { return nil }
        // A quote that closes and is the first of its line was opened above.
        if before.count(where: { $0 == quote }) == 1, let opening = last(quote, above: mark.line) {
            return RuleError(.syntax(.quoteClosedLate(line: mark.line)), at: opening)
        }
        return RuleError(.syntax(.wordBehindQuotes), at: place(mark))
    }

    private func last(_ quote: Unicode.Scalar, above line: Int) -> FileLocation? {
        for (index, line) in lines.prefix(line - 1).enumerated().reversed() {
            if let place = line.lastIndex(of: quote) {
                let column = line.distance(from: line.startIndex, to: place) + 1
                return FileLocation(file: file, line: index + 1, column: column)
            }
        }
        return nil
    }

    private var lines: [Substring.UnicodeScalarView] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    }

    private func scalar(at mark: Mark) -> Unicode.Scalar? {
        guard lines.indices.contains(mark.line - 1) else { return nil }
        return lines[mark.line - 1].dropFirst(mark.column - 1).first
    }

    // The texts of libyaml 0.2, on the left, are its only way to say what is wrong.

    private static let scannerProblems: [String: SyntaxMistake] = [
        "mapping values are not allowed in this context": .unexpectedColon,
        "found unexpected ':'": .unexpectedColon,
        "could not find expected ':'": .missingColon,
        "found unknown escape character": .unknownEscape,
        "did not find expected hexdecimal number": .unknownEscape,
        "block sequence entries are not allowed in this context": .unexpectedDash,
        "mapping keys are not allowed in this context": .needsQuotes,
        "found a tab character that violates indentation": .tab,
        "found a tab character where an indentation space is expected": .tab,
        "found unexpected document indicator": .secondDocument,
    ]

    private static let parserProblems: [String: SyntaxMistake] = [
        "did not find expected key": .misalignedKey,
        "did not find expected '-' indicator": .misalignedItem,
        "did not find expected ',' or ']'": .unclosedList,
        "did not find expected ',' or '}'": .unclosedMapping,
        "did not find expected <document start>": .secondDocument,
        "did not find expected node content": .missingValue,
        "found undefined tag handle": .needsQuotes,
    ]

    private static let composerProblems: [String: SyntaxMistake] = [
        "found undefined alias": .needsQuotes,
        "but found another document": .secondDocument,
    ]
}
