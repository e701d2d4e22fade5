import Model
import TestSupport

/// Damages documents, the same ones in the same way for the same seed.
struct Mutator {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// The document with one to four of its parts flipped, cut, doubled, swapped or replaced.
    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            damage(&bytes)
        }
        return bytes
    }

    // MARK: - Private

    private static let pieces = [
        "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "</item>", "<item>", "&#", ";",
        "<?", "?>", "\0", "\u{FFFD}", "<a b=", "xmlns:x=\"", "{", "}", "[", "\\u", "<!DOCTYPE [",
        "<?xml ", "</", "/>", "&amp;", "<p>", "<blockquote>", "<pre><code>", "<title>", "</title>",
        "https://", "?utm_source=", "2026-", "\u{FEFF}", "👩\u{200D}",
    ].map { Array($0.utf8) }

    private mutating func damage(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let piece = piece(of: bytes, from: place)
        switch Int.random(in: 0..<10, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(piece)
        case 3: bytes.insert(contentsOf: bytes[piece], at: place)
        case 4: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
        case 5: bytes.removeSubrange(place...)
        case 6: repeatPiece(bytes[piece], in: &bytes, at: place)
        case 7: splice(&bytes, at: place)
        case 8: swapTags(&bytes)
        default: bytes.replaceSubrange(piece, with: bytes[piece].reversed())
        }
    }

    private mutating func piece(of bytes: [UInt8], from place: Int) -> Range<Int> {
        place..<min(place + Int.random(in: 0...40, using: &random), bytes.count)
    }

    private mutating func repeatPiece(
        _ piece: ArraySlice<UInt8>, in bytes: inout [UInt8], at place: Int
    ) {
        let count = Int.random(in: 2...60, using: &random)
        bytes.insert(contentsOf: repeatElement(piece, count: count).joined(), at: place)
    }

    /// Goes on as another document does.
    private mutating func splice(_ bytes: inout [UInt8], at place: Int) {
        guard let other = Fixture.all.randomElement(using: &random)?.input, !other.isEmpty else {
            return
        }
        let start = Int.random(in: 0..<other.count, using: &random)
        bytes.replaceSubrange(place..., with: other[start...])
    }

    private mutating func swapTags(_ bytes: inout [UInt8]) {
        let starts = bytes.indices.filter { bytes[$0] == UInt8(ascii: "<") }
        guard let one = starts.randomElement(using: &random),
            let other = starts.randomElement(using: &random), one != other
        else { return }
        let (first, second) = (
            Self.tag(in: bytes, at: min(one, other)), Self.tag(in: bytes, at: max(one, other))
        )
        guard first.upperBound <= second.lowerBound else { return }
        let (firstTag, secondTag) = (bytes[first], bytes[second])
        bytes.replaceSubrange(second, with: firstTag)
        bytes.replaceSubrange(first, with: secondTag)
    }

    private static func tag(in bytes: [UInt8], at start: Int) -> Range<Int> {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        return start..<end + 1
    }
}
