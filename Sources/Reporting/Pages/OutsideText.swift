import Foundation
import Mustache

/// Makes text from outside harmless in a page: as an element's text and as a quoted attribute.
///
/// It works on Unicode scalars, as a browser does. By characters, a `"` with a combining mark behind it
/// would not be equal to `"`, would pass unescaped, and would end an attribute.
struct OutsideText: MustacheContentType {
    func escapeText(_ text: String) -> String {
        if Self.isPlain(text) { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in Self.cleaned(text).unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "`": escaped.append(contentsOf: "&#96;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Composed (NFC), on one line, without controls and marks that change the direction of text, but for
    /// those of names that `ReportWords.inSentence` set apart.
    ///
    /// A joiner stays between two scalars beyond ASCII, where scripts and emoji need it.
    static func cleaned(_ text: String) -> String {
        if isPlain(text) { return text }
        let scalars = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
        let marks = namesSetApart(in: scalars)
        var kept = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case _ where marks.contains(index): kept.append(scalar)
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: kept.append(" ")
            case 0x200C, 0x200D:
                guard index > 0, index + 1 < scalars.count, !scalars[index - 1].isASCII,
                    !scalars[index + 1].isASCII
                else { continue }
                kept.append(scalar)
            default:
                if !isHidden(scalar) { kept.append(scalar) }
            }
        }
        return String(kept)
    }

    /// Cut before what a reader takes for one character, such as a letter with its marks or an emoji
    /// that others are joined to.
    ///
    /// - Parameter limit: in Unicode scalars.
    /// - Returns: the text, or its beginning and how many scalars were left out.
    static func limited(_ text: String, to limit: Int) -> String {
        let length = text.unicodeScalars.count
        guard length > limit else { return text }
        var start = ""
        var kept = 0
        for character in text {
            let next = kept + character.unicodeScalars.count
            guard next <= limit else { break }
            start.append(character)
            kept = next
        }
        return "\(start)… (+\(length - kept))"
    }

    // MARK: - Private

    /// Visible ASCII with nothing in it that means something in a page: no need to look closer.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
                UInt8(ascii: "'"), UInt8(ascii: "`"):
                false
            default: (0x20..<0x7F).contains(byte)
            }
        }
    }

    /// Where the marks around such names stand.
    ///
    /// A pair of them turns nothing outside of it round.
    private static func namesSetApart(in scalars: [Unicode.Scalar]) -> Set<Int> {
        var marks: Set<Int> = []
        var start: Int?
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\u{2068}":
                start = index > 0 && scalars[index - 1] == "\u{200E}" ? index : nil
            case "\u{2069}":
                if let start { marks.formUnion([start - 1, start, index]) }
                start = nil
            default: break
            }
        }
        return marks
    }

    /// Controls, what shows nothing or turns text round (Unicode Technical Report 36 §2.8), and
    /// what is no character at all: XML may hold none of U+FFFE and U+FFFF (XML 1.0 §2.2).
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
