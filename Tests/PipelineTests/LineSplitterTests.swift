import Pipeline
import Testing

struct LineSplitterTests {
    private func lines(_ text: String, chunk: Int, maximumLength: Int = 1 << 20) -> [String] {
        var splitter = LineSplitter(maximumLength: maximumLength)
        var lines: [InputLine] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            let end = min(start + chunk, bytes.count)
            lines += splitter.lines(completedBy: Array(bytes[start..<end]))
        }
        lines += splitter.rest()
        return lines.map { line in
            "\(line.number) \(String(decoding: line.bytes, as: UTF8.self))\(line.isCut ? "…" : "")"
        }
    }

    @Test(
        arguments: [
            ("a\nb\n", ["1 a", "2 b"]), ("a\r\nb", ["1 a", "2 b"]),
            ("\n\n a\n \t\nb\n\n", ["3  a", "5 b"]), ("", []), ("\n", []),
        ] as [(String, [String])])
    func `lines are told by their numbers, wherever the text is cut`(
        text: String, expected: [String]
    ) {
        for chunk in 1...6 { #expect(lines(text, chunk: chunk) == expected) }
    }

    @Test func `of a line longer than allowed the first bytes stay, and the next one is whole`() {
        for chunk in 1...12 {
            #expect(
                lines("0123456789\nabc\n", chunk: chunk, maximumLength: 4)
                    == ["1 0123…", "2 abc"])
        }
    }
}
