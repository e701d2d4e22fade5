import Model
import Parsing
import TestSupport
import Testing

struct ProseTests {
    private static let words = [
        "AT&T", "H&M", "R & D", "<3", "1 < 2", "a > b", "Łódź", "ķiršu", "„cytat”", "—", "😀", "👩‍💻",
        "&amp;", "&oacute;", "'x'", "\"y\"", "50%", "]]", "Zorlex", "x=1&y=2", "e\u{301}", "&#65;",
        "{a}", "100 €", "#tag", "@ola", "C++", "a;b", "żółć", "½",
    ]

    /// A way to write text in XML.
    private enum Style: CaseIterable {
        case escaped, numeric, section, splitSections

        func write(_ text: String) -> String {
            switch self {
            case .escaped:
                text.map { Self.entities[$0] ?? String($0) }.joined()
            case .numeric:
                text.unicodeScalars.map { "&#\($0.value);" }.joined()
            case .section:
                "<![CDATA[\(text)]]>"
            case .splitSections:
                text.split(separator: " ", omittingEmptySubsequences: false)
                    .map { "<![CDATA[\($0)]]>" }.joined(separator: " ")
            }
        }

        private static let entities: [Character: String] = [
            "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;",
        ]
    }

    @Test(arguments: 0..<200)
    func `text comes out as it went in, however it is written`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = (0..<20).map { _ in
            (
                Self.words.randomElement(using: &random) ?? "",
                Style.allCases.randomElement(using: &random) ?? .escaped
            )
        }
        let text = pieces.map(\.0).joined(separator: " ")
        let xml = pieces.map { $1.write($0) }.joined(separator: " ")
        let document = try DocumentParser().parse(
            Array(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content>\(xml)</content>\
                </entry></feed>
                """.utf8))
        #expect(document.entries.first?.text == text.precomposedForTest.withoutReferences)
        #expect(document.problems.isEmpty)
    }

    @Test(arguments: 0..<200)
    func `text survives repairs before and within it`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &+ 1_000)
        let breaks = ["</b>", "<title a=1 a=2>x</title>", "<dc:x/>", "<x y=z/>", "&bogus;"]
        let plain = Self.words.filter { !$0.contains("&") && !$0.contains("<") }
        let words = (0..<20).map { _ in plain.randomElement(using: &random) ?? "" }
        let text = words.joined(separator: " ") + " AT&T <3 end"
        let item = "<description>\(Style.escaped.write(Style.escaped.write(text)))</description>"
        let broken = breaks.randomElement(using: &random) ?? ""
        let document = try DocumentParser().parse(
            Array("\n<rss><channel><p>\(broken)<item>\(broken)\(item)</item></channel></rss>".utf8))
        #expect(document.entries.first?.text == text.precomposedForTest)
        #expect(!document.problems.isEmpty)
    }
}

extension String {
    /// The one decomposed word among the test's words, in NFC.
    fileprivate var precomposedForTest: String {
        split(separator: "e\u{301}", omittingEmptySubsequences: false).joined(separator: "é")
    }

    /// What publishers escape once too often is read once more, and no more often than that.
    fileprivate var withoutReferences: String {
        [("&amp;", "&"), ("&oacute;", "ó"), ("&#65;", "A")].reduce(self) { text, reference in
            text.split(separator: reference.0, omittingEmptySubsequences: false)
                .joined(separator: reference.1)
        }
    }
}
