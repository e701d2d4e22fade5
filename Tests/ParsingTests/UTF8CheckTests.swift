import Parsing
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

    @Test(arguments: 0...17)
    func `a broken byte is found wherever it stands`(place: Int) {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 18)
        #expect(bytes.isUTF8)
        bytes[place] = 0xC5
        #expect(!bytes.isUTF8)
    }
}
