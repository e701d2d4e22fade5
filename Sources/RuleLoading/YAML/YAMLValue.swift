import Foundation
import Model
import Yams

/// A value in a YAML file, which knows where it stands.
///
/// What it means is decided by whoever reads it, not by YAML 1.1: where text is expected, `no` is
/// the language and not "false", and `20:00` is a time and not a number to the base of 60.
struct YAMLValue {
    let place: FileLocation
    private let node: Node
    /// Whether it is an item of a list and stands behind no key.
    private let isItem: Bool

    /// - Parameter key: where its key stands, which is the place of a value that was left out.
    init(_ node: Node, in file: String, key: FileLocation? = nil, isItem: Bool = false) {
        self.node = node
        self.isItem = isItem
        let own = node.mark.map { FileLocation(file: file, line: $0.line, column: $0.column) }
        place = (node.isNothing ? key : nil) ?? own ?? FileLocation(file: file)
    }

    /// A single value as it was written, without the space around it that quotes may keep.
    func text() throws(RuleError) -> String {
        let text = try scalarText()
        return Self.tight(text) ?? text
    }

    /// A text without the space around it; `nil` if it is only space.
    static func tight(_ text: String) -> String? {
        if isSign(text.utf8.first), isSign(text.utf8.last) { return text }
        guard let first = text.first, let last = text.last else { return nil }
        if !first.isWhitespace, !last.isWhitespace { return text }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// A single value to the letter, so that places in it can be counted.
    func scalarText() throws(RuleError) -> String {
        guard case .scalar(let scalar) = node, !node.isNothing else {
            if let word = node.scalar?.string, !word.isEmpty {
                throw RuleError(.nullWord(word), at: place)
            }
            throw wrongType(expected: .text)
        }
        guard !scalar.hasForeignTag else { throw RuleError(.syntax(.needsQuotes), at: place) }
        guard
            Self.isSign(scalar.string.utf8.first)
                || scalar.string.contains(where: { !$0.isWhitespace })
        else {
            throw RuleError(.emptyText, at: place)
        }
        return scalar.string
    }

    /// Whether it begins with a space that is none to YAML, as a line does that is indented with such ones.
    var beginsWithForeignSpace: Bool {
        node.scalar?.string.unicodeScalars.first.map(SyntaxMistake.isForeignSpace) ?? false
    }

    /// Whether somebody wrote `[]`.
    var isEmptyList: Bool { node.sequence?.isEmpty == true }

    /// - Throws: as well when it is empty, for a list nobody filled is a mistake.
    func list(of items: Shape = .text) throws(RuleError) -> [YAMLValue] {
        guard case .sequence(let sequence) = node else {
            if let slip = node.scalar.flatMap({ MissingSpace(in: $0.string) }), slip.sign != ":" {
                throw RuleError(.syntax(.missingSpace(slip)), at: place)
            }
            throw wrongType(expected: .list(of: items))
        }
        guard !sequence.isEmpty else { throw RuleError(.emptyList, at: place) }
        return sequence.map { YAMLValue($0, in: place.file, isItem: true) }
    }

    /// A list, or one value that stands for a list of itself.
    func listOrSingle() throws(RuleError) -> [YAMLValue] {
        if case .sequence = node { return try list() }
        return [self]
    }

    func pairs() throws(RuleError) -> [(key: YAMLValue, value: YAMLValue)] {
        guard case .mapping(let mapping) = node else {
            // Behind a key, `when: category: incident` would be no YAML either.
            guard isItem, let slip = node.scalar.flatMap({ MissingSpace(in: $0.string) }),
                slip.sign == ":"
            else { throw wrongType(expected: .mapping) }
            throw RuleError(.syntax(.missingSpace(slip)), at: place)
        }
        return mapping.map {
            let key = YAMLValue($0.key, in: place.file)
            return (key, YAMLValue($0.value, in: place.file, key: key.place))
        }
    }

    /// In YAML 1.1 `yes` and `on` are true as well.
    func trueOrFalse() throws(RuleError) -> Bool {
        switch node.scalar?.string.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw wrongType(expected: .trueOrFalse)
        }
    }

    /// A number written in decimals, such as `-1.5`.
    func number() throws(RuleError) -> Double {
        if node.shape == .number, let number = Decimals.number(try text()) { return number }
        if let text = node.scalar?.string, Decimals.withPoint(text) != nil {
            throw RuleError(.decimalComma, at: place)
        }
        throw wrongType(expected: .number)
    }

    var isMapping: Bool { if case .mapping = node { true } else { false } }

    var isList: Bool { if case .sequence = node { true } else { false } }

    var isNothing: Bool { node.isNothing }

    /// Whether it is digits alone.
    var isWholeNumber: Bool { node.scalar.flatMap { Decimals.wholeNumber($0.string) } != nil }

    /// Whether it is written in braces, `{key: value}`: any other mapping begins where its first key does.
    ///
    /// The style that Yams gives a mapping is that of its end, which has none.
    var isInBraces: Bool {
        guard let own = node.mapping?.mark, let first = node.mapping?.first?.key.mark else {
            return false
        }
        return own.line != first.line || own.column != first.column
    }

    // MARK: - Private

    /// Whether a byte is a letter, a digit or another sign of ASCII, as those at the ends of nearly all
    /// texts: told without a look at Unicode's properties.
    private static func isSign(_ byte: UInt8?) -> Bool { byte.map { $0 &- 0x21 < 0x5E } ?? false }

    private func wrongType(expected: Shape) -> RuleError {
        RuleError(.wrongType(expected: expected, found: node.shape), at: place)
    }
}

// MARK: - Private

extension Node {
    fileprivate var shape: Shape {
        switch self {
        case .mapping: .mapping
        case .sequence: .list(of: .nothing)
        case .scalar(let scalar): scalar.shape
        case .alias: .nothing
        }
    }

    /// Whether nothing was written, or one of the words for it.
    fileprivate var isNothing: Bool {
        switch self {
        case .mapping, .sequence: false
        case .scalar(let scalar): scalar.isNothing
        case .alias: true
        }
    }
}

extension Node.Scalar {
    /// Quotes make anything text.
    fileprivate var shape: Shape {
        guard style == .plain, !hasForeignTag else { return .text }
        if isNothing { return .nothing }
        return switch string {
        case "true", "True", "TRUE", "false", "False", "FALSE": .trueOrFalse
        default: Decimals.number(string) == nil ? .text : .number
        }
    }

    fileprivate var isNothing: Bool {
        // Nearly all are longer.
        guard style == .plain, string.utf8.count <= 4 else { return false }
        return switch string {
        case "", "~", "null", "Null", "NULL": !hasForeignTag
        default: false
        }
    }

    /// Whether an exclamation mark at its beginning was taken away as a YAML tag.
    fileprivate var hasForeignTag: Bool {
        tag.description.hasPrefix("!")
    }
}
