import Model
import Testing

struct HalfCharactersTests {
    @Test(arguments: [
        (#""a\ud83d""#, #""a\ufffd""#),
        (#""\udE00b""#, #""\ufffdb""#),
        (#""\uD83D\uD83D\uDE00""#, #""\ufffd\uD83D\uDE00""#),
        (#""\ud83d\n""#, #""\ufffd\n""#),
        (#""\ude00\ud83d""#, #""\ufffd\ufffd""#),
        (#"{"\ud83d":1}"#, #"{"\ufffd":1}"#),
    ])
    func `half a pair of surrogates is the character for what cannot be read`(
        json: String, expected: String
    ) {
        #expect(whole(json) == expected)
    }

    @Test(arguments: [
        #""a😀 \u0142 \n \" \\""#, #""\uD83D\uDE00""#, #""\ud7ff \ue000 \ufffd""#,
        // A backslash, and letters behind it.
        #""\\ud83d""#, #""\\\\ude00""#,
        // What is cut, or no JSON, is left to whoever reads it.
        #""\ud83"#, #""\u+d83""#, #""\"#, "", "\\\\",
    ])
    func `all else stays as it is`(json: String) {
        #expect(whole(json) == json)
    }

    /// A slice has the places of what it was cut from.
    private func whole(_ json: String) -> String {
        let bytes = Array("\\ud83d\(json)\\ude00".utf8)
        return String(decoding: bytes[6..<(bytes.count - 6)].withoutHalfCharacters, as: UTF8.self)
    }
}
