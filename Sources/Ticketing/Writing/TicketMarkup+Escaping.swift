import Foundation
import Model

extension TicketMarkup {
    /// Text of strangers, so that it reads as it was written and does nothing: neither formats, nor
    /// links, nor calls anybody by name.
    func escaped(_ text: String) -> String {
        switch self {
        case .plain: text.withoutInvisibles
        case .html: text.withoutInvisibles.escapedAsHTML
        case .markdown: Self.markdown(text.withoutInvisibles)
        case .textile: Self.entities("*_@#{}[]!|\"+^~%?=<>&-:", in: text.withoutInvisibles)
        case .wiki:
            text.withoutInvisibles.reduce(into: "") { result, character in
                if "*_{}[]!|+^~-?\\#@".contains(character) { result += "\\" }
                result.append(character)
            }
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

    /// An address that an agent may follow; one that is none of the web stays text.
    func link(_ address: String) -> String {
        let isPlain = address.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7f && !"<>\"|[]{}\\".unicodeScalars.contains($0)
        }
        guard isPlain, ["http", "https"].contains(URLComponents(string: address)?.scheme) else {
            return escaped(address)
        }
        return switch self {
        case .plain, .textile: address
        case .markdown: "<\(address)>"
        case .html:
            "<a href=\"\(address.escapedAsHTML)\" rel=\"noopener noreferrer nofollow\">"
                + "\(address.escapedAsHTML)</a>"
        case .wiki: "[\(address)]"
        }
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

    /// CommonMark takes a backslash before any punctuation.
    ///
    /// Names and numbers of tickets are looked
    /// for in the finished text, so a character of no width parts them from their sign.
    private static func markdown(_ text: String) -> String {
        var result = ""
        var isAtStart = true
        for character in text {
            if "\\`*_[]<>|~&$".contains(character) { result += "\\" }
            if isAtStart, "#-+=>".contains(character) || character.isNumber { result += "\u{200B}" }
            result.append(character)
            if "@#!".contains(character) { result += "\u{200B}" }
            isAtStart = character == "\n" || isAtStart && character == " "
        }
        return result
    }

    private static func entities(_ characters: String, in text: String) -> String {
        text.reduce(into: "") { result, character in
            if characters.contains(character), let value = character.unicodeScalars.first?.value {
                result += "&#\(value);"
            } else {
                result.append(character)
            }
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
            case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,
                0xFEFF:
                continue
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }

    var escapedAsHTML: String {
        reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
    }

    /// On one line, without space at its ends.
    var onOneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// So many characters as a reader counts them, the last one `…` where something was cut off.
    func cut(to length: Int) -> String {
        count <= length ? self : prefix(length - 1).trimmingCharacters(in: .whitespaces) + "…"
    }
}
