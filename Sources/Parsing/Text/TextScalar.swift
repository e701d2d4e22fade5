/// What a character is to a reader of plain text.
enum TextScalar {
    case blank
    /// Shows nothing: soft hyphens, zero-width characters, marks of direction, control characters, and
    /// what is no character at all.
    case invisible
    /// Joins emoji into one, and shows nothing elsewhere.
    case joiner
    case emoji
    /// `isComposed` means that NFC leaves it and its neighbours alone.
    case visible(isComposed: Bool)

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
            0x3000:
            self = .blank
        case 0x200D:
            self = .joiner
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
            self = .invisible
        case 0x2190...0x2328, 0x232B...0x2ADB, 0x2ADD...0x2BFF, 0xFE0F, 0x1F000...0x1FAFF:
            self = .emoji
        // All before the combining characters; Cyrillic; punctuation; Chinese characters.
        case 0xA1..<0x300, 0x400...0x482, 0x48A...0x52F, 0x2010...0x2027, 0x2030...0x205E,
            0x20A0...0x20BF, 0x4E00...0x9FFF:
            self = .visible(isComposed: true)
        default:
            self = .visible(isComposed: scalar.value < 0x80)
        }
    }
}
