import Model
import Parsing
import Testing

struct MutationTests {
    private static let pieces = [
        "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "</item>", "<item>", "&#", ";",
        "<?", "?>", "\0", "\u{FFFD}", "<a b=", "xmlns:x=\"", "{", "}", "[", "\\u", "<!DOCTYPE [",
    ].map { Array($0.utf8) }

    @Test(arguments: Fixture.all)
    func `a damaged document is read or refused, always alike`(fixture: Fixture) {
        var random = SeededGenerator(seed: UInt64(fixture.input.count))
        for _ in 0..<15 {
            let bytes = Self.damaged(fixture.input, using: &random)
            let first = Self.outcome(fixture, bytes)
            #expect(first == Self.outcome(fixture, bytes))
        }
    }

    @Test(arguments: Fixture.all.filter { $0.name.hasPrefix("rss") || $0.name.hasPrefix("atom") })
    func `a feed that breaks off is refused wherever it does`(fixture: Fixture) {
        let end = fixture.input.lastIndex(of: UInt8(ascii: "<")) ?? 0
        for length in stride(from: 0, to: end, by: 23) {
            #expect(throws: ParseError.self) { try fixture.parse(Array(fixture.input[..<length])) }
        }
    }

    private static func outcome(_ fixture: Fixture, _ bytes: [UInt8]) -> Result<
        ParsedDocument, ParseError
    > {
        do { return .success(try fixture.parse(bytes)) } catch { return .failure(error) }
    }

    private static func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let length = min(Int.random(in: 0...20, using: &random), bytes.count - place)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<place + length)
            case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            default:
                bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
            }
        }
        return bytes
    }
}
