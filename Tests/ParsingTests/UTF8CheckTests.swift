import Parsing
import TestSupport
import Testing

/// What passes this check is made into strings that nobody checks again.
struct UTF8CheckTests {
    /// Bytes at which the answer can change.
    private static let edges: [UInt8] = [
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
        0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]

    @Test(arguments: edges)
    func `bytes are UTF-8 where the standard library says so`(first: UInt8) {
        for second in Self.edges {
            for third in Self.edges {
                for fourth in Self.edges {
                    let bytes = [first, second, third, fourth]
                    #expect(bytes.isUTF8 == (String(validating: bytes, as: UTF8.self) != nil))
                }
            }
        }
    }

    /// Three blocks of 64 bytes, so that each character stands in the first, over either edge, in one
    /// that others surround, and in the last.
    private static let length = 192

    /// What stands around a character: bytes that end where it begins, and begin where it ends.
    private static let surroundings = ["a", "ž", "€", "😀"]

    @Test(arguments: surroundings)
    func `a character is one wherever it stands in a block`(around: String) {
        for character in ["\u{80}", "ł", "\u{800}", "\u{D7FF}", "\u{E000}", "€", "😀", "\u{10FFFF}"]
        {
            for place in 0..<Self.length {
                #expect(Self.bytes(Array(character.utf8), at: place, in: around).isUTF8)
            }
        }
    }

    @Test(arguments: surroundings)
    func `no character is one that is overlong, half of a pair, beyond the last or cut`(
        around: String
    ) {
        let broken: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC5], [0xC5, 0x61], [0xC5, 0xC5, 0x82],
            [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x82, 0x61],
            [0xE2, 0x61, 0x82], [0xE2, 0x82, 0xAC, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98],
            [0xF0, 0x9F, 0x98, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF],
        ]
        for character in broken {
            for place in 0..<Self.length {
                #expect(!Self.bytes(character, at: place, in: around).isUTF8)
            }
        }
    }

    @Test func `bytes drawn at random are UTF-8 where the standard library says so`() {
        var random = SeededGenerator(seed: 64)
        for _ in 0..<20_000 {
            var bytes = random.text(length: Int(random.next() % 200))
            if random.next() % 4 > 0, let place = bytes.indices.randomElement(using: &random) {
                bytes[place] = UInt8(truncatingIfNeeded: random.next())
            }
            #expect(bytes.isUTF8 == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }

    /// - Parameter place: how many bytes stand before `character`, of ASCII where a whole one of those
    ///   around it has no room.
    private static func bytes(_ character: [UInt8], at place: Int, in around: String) -> [UInt8] {
        let other = Array(around.utf8)
        let ascii = [UInt8](repeating: UInt8(ascii: "a"), count: place % other.count)
        let before = ascii + repeatElement(other, count: place / other.count).joined()
        return before + character + repeatElement(other, count: length / other.count).joined()
    }
}

extension SeededGenerator {
    /// Text of characters of one to three bytes, a few of four among them, cut to a length in bytes.
    fileprivate mutating func text(length: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < length {
            let bits = next() % 64 == 0 ? 21 : [7, 11, 16][Int(next() % 3)]
            guard let scalar = Unicode.Scalar(UInt32(next() % (1 << bits))) else { continue }
            bytes.append(contentsOf: String(scalar).utf8)
        }
        return Array(bytes.prefix(length))
    }
}
