import Foundation
import Model

extension TicketMarkup {
    /// Text of strangers, written so that it reads as it was and does nothing: it cannot format, link,
    /// or notify anybody by name.
    ///
    /// Where mark-up has no way to escape something, a zero-width character is put in. It works on
    /// Unicode scalars, as programs that read the mark-up do: by characters, `<` with a combining mark
    /// would not be equal to `<`, and would pass.
    func escaped(_ text: String) -> String {
        switch self {
        case .plain: text.withoutInvisibles
        case .html: text.withoutInvisibles.escapedAsHTML
        case .markdown:
            Self.markdown(
                text.withoutInvisibles.withoutBareLinks.withoutReferences.withoutRevisions)
        case .textile:
            Self.entities(
                "*_@#{}[]!|\"+^~%?=<>&-:",
                in: text.withoutInvisibles.withoutBareLinks.withoutBlockMarks
                    .withoutRevisions)
        case .wiki: Self.wiki(text.withoutInvisibles.withoutBareLinks.withoutBlockMarks)
        }
    }

    /// A name that counted, so that it is seen at once.
    func marked(_ escaped: String) -> String {
        switch self {
        case .plain: "»\(escaped)«"
        case .markdown: "**\(escaped)**"
        case .textile, .wiki: "*\(escaped)*"
        case .html: "<strong>\(escaped)</strong>"
        }
    }

    /// An address that an agent may follow; one that is none of the web, or has a user before its host,
    /// which looks like another host, stays text.
    func link(_ address: String) -> String {
        let isPlain = address.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7f && !"<>\"|[]{}\\".unicodeScalars.contains($0)
        }
        guard isPlain, Self.isOfTheWeb(address) else { return escaped(address) }
        return switch self {
        case .plain, .textile: address
        case .markdown: "<\(address)>"
        case .html:
            "<a href=\"\(address.escapedAsHTML)\" rel=\"noopener noreferrer nofollow\">"
                + "\(address.escapedAsHTML)</a>"
        case .wiki: "[\(address)]"
        }
    }

    static func isOfTheWeb(_ address: String) -> Bool {
        guard let parts = URLComponents(string: address) else { return false }
        return ["http", "https"].contains(parts.scheme) && parts.user == nil
    }

    /// What a template says itself, which may format.
    func literal(_ text: String) -> String {
        self == .html ? text.escapedAsHTML : text
    }

    /// The whole text, line breaks included.
    func finished(_ text: String) -> String {
        self == .html ? text.replacing("\n", with: "<br>\n") : text
    }

    // MARK: - Private

    /// Puts a backslash, as CommonMark allows, before any punctuation.
    ///
    /// Names and numbers of tickets, and Redmine's macros, are looked for in the finished text, so a
    /// zero-width character separates them from their sign. GitLab treats a line that begins with `/`
    /// as a command, which it carries out as us.
    private static func markdown(_ text: String) -> String {
        let marks = Set("\\`*_[]<>|~&$".unicodeScalars)
        let lineMarks = Set("#-+=>/".unicodeScalars)
        let signs = Set("@#!".unicodeScalars)
        var result = String.UnicodeScalarView()
        var isAtStart = true
        for scalar in text.unicodeScalars {
            if marks.contains(scalar) { result.append("\\") }
            if isAtStart, lineMarks.contains(scalar) || scalar.properties.numericType != nil {
                result.append("\u{200B}")
            }
            result.append(scalar)
            if signs.contains(scalar) { result.append("\u{200B}") }
            isAtStart = scalar == "\n" || isAtStart && scalar.properties.isWhitespace
        }
        return String(result)
    }

    private static func wiki(_ text: String) -> String {
        let marks = Set("*_{}[]!|+^~-?\\#@".unicodeScalars)
        return text.mappingScalars { scalar in marks.contains(scalar) ? "\\\(scalar)" : nil }
    }

    private static func entities(_ characters: String, in text: String) -> String {
        let marks = Set(characters.unicodeScalars)
        return text.mappingScalars { scalar in
            marks.contains(scalar) ? "&#\(scalar.value);" : nil
        }
    }
}

extension String {
    /// Without control characters but line breaks, and without those that turn the direction of
    /// reading or take no room.
    var withoutInvisibles: String {
        var kept = String.UnicodeScalarView()
        for scalar in replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x09: kept.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
                0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
                continue
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }

    var escapedAsHTML: String {
        mappingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: nil
            }
        }
    }

    /// - Parameter replacement: of a scalar; `nil` leaves it as it is.
    func mappingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let text = replacement(scalar) {
                result.append(contentsOf: text.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// On one line, without space at its ends.
    var onOneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// At most so many UTF-16 units, which is the most that any system counts, cut between
    /// characters; the last one is `…` where something was cut off.
    func cut(to length: Int) -> String {
        guard utf16.count > length else { return self }
        var used = 1
        let kept = prefix { character in
            used += character.utf16.count
            return used <= length
        }
        return kept.trimmingCharacters(in: .whitespaces) + "…"
    }
}
