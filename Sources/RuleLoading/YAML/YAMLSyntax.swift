import Model
import Yams

/// Says in our words what the YAML parser complains of, and where the author should look.
struct YAMLSyntax {
    let text: String
    let file: String

    func error(for error: YamlError) -> RuleError {
        switch error {
        case .scanner(let context, let problem, let mark, _):
            scannerError(problem, at: mark, context: context)
        case .parser(let context, let problem, let mark, _):
            parserError(problem, at: mark, context: context)
        case .composer(_, let problem, let mark, _):
            RuleError(.syntax(Self.composerProblems[problem] ?? .other(problem)), at: place(mark))
        case .duplicatedKeysInMapping(let keys, let context):
            RuleError(.duplicateKeys(keys), at: place(context.mark))
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
            RuleError(.syntax(Self.scannerProblems[problem] ?? .other(problem)), at: place(mark))
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

    private func scalar(at mark: Mark) -> Unicode.Scalar? {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
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

/// A breach of YAML's own rules.
package enum SyntaxMistake: Hashable, Sendable, CustomStringConvertible {
    case tab, needsQuotes, missingValue, unclosedQuote, unexpectedColon, missingColon, unknownEscape
    case unexpectedDash, misalignedKey, misalignedItem, unclosedList, unclosedMapping
    case secondDocument, controlCharacter
    /// In the words of the YAML parser.
    case other(String)

    package var description: String {
        switch self {
        case .tab: "a tab; indent with spaces"
        case .needsQuotes: "a value cannot begin like this; put it in quotes"
        case .missingValue: "a value is missing; write it, in quotes if it begins with '#'"
        case .unclosedQuote: "the quote that opens here is never closed; write the closing quote"
        case .unexpectedColon:
            "':' cannot stand here; put a value that holds ':' in quotes, or line the key up with "
                + "its neighbours"
        case .missingColon: "no ':' after a key; write 'key: value', or '- ' before an item"
        case .unknownEscape: "'\\' means nothing before this; write '\\\\', or use single quotes"
        case .unexpectedDash: "'-' cannot stand here; begin a new line below the key with it"
        case .misalignedKey:
            "this does not belong here; indent it like its neighbours, or quote all of the value"
        case .misalignedItem: "an item was expected; write '- ' before it, or indent it further"
        case .unclosedList:
            "the list that opens here is not closed; write ',' between its items and ']' at its "
                + "end"
        case .unclosedMapping:
            "the mapping that opens here is not closed; write ',' between its keys and '}' at its "
                + "end"
        case .secondDocument: "a second document begins here; write one file for each"
        case .controlCharacter: "a control character; remove it"
        case .other(let problem): "not YAML (\(problem)); look at the quotes and the indentation"
        }
    }
}
