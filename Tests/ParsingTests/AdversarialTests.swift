import Foundation
import Model
import Parsing
import TestSupport
import Testing

/// Documents made to stop a parser.
///
/// Each must end, soon, as an error or as entries.
struct AdversarialTests {
    private static let size = 200_000

    private static func repeating(_ text: String, size: Int = size) -> String {
        String(repeating: text, count: size / text.utf8.count)
    }

    private static func rss(_ item: String, head: String = "") -> [UInt8] {
        Array("\(head)<rss><channel><item><title>x</title>\(item)</item></channel></rss>".utf8)
    }

    /// In bytes; `EARSHOT_ADVERSARIAL_SIZE=5000000` makes them as large as a feed may be.
    private static let largestSize =
        ProcessInfo.processInfo.environment["EARSHOT_ADVERSARIAL_SIZE"].flatMap { Int($0) }
        ?? usualSize

    /// A slow or busy machine takes some three times as long, and a parser that is not optimised twenty
    /// times, so documents are smaller than that.
    #if DEBUG
        private static let usualSize = 40_000
    #else
        private static let usualSize = 100_000
    #endif

    @Test func `every document ends within two seconds and 200 MB`() async {
        // In a process of its own, whose memory grows by what these documents take alone.
        await #expect(processExitsWith: .success) {
            let start = PeakMemory.megabytes
            AdversarialDocument.forEach(size: AdversarialTests.largestSize) { document in
                for (what, seconds) in document.times() {
                    #expect(seconds < 2, "\(what) of \(document.name) took \(seconds) s")
                }
                let growth = PeakMemory.megabytes - start
                #expect(growth < 200, "\(document.name): \(growth) MB")
            }
        }
    }

    @Test func `a tag with thousands of attributes is refused`() {
        let attributes = (0..<64_000).map { " a\($0)=''" }.joined()
        #expect(throws: ParseError.tagTooLong(limit: "256 attributes", at: at(column: 37))) {
            try DocumentParser().parse(Self.rss("<a\(attributes)/>"))
        }
    }

    @Test func `a tag of namespaces is refused by its length`() {
        let names = (0..<200).map { " xmlns:n\($0)='\(String(repeating: "u", count: 100))'" }
            .joined()
        #expect(throws: ParseError.tagTooLong(limit: "16384 bytes", at: at(column: 37))) {
            try DocumentParser().parse(Self.rss("<a\(names)/>"))
        }
    }

    @Test(arguments: [
        "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "x", count: 50_000))\">]>",
        "<!DOCTYPE rss [<!ENTITY b \"ha\"><!ENTITY a \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
        "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\">%p;<!ENTITY a \"&#37;p;\">]>",
    ])
    func `entities that are not simple stand for nothing`(doctype: String) throws {
        let bytes = Self.rss("<description>&a;</description>", head: doctype)
        let document = try DocumentParser().parse(bytes)
        #expect(document.entries.first?.text == "&a;")
    }

    @Test func `simple entities may not add up`() {
        let head = "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "x", count: 256))\">]>"
        let item = "<description>\(Self.repeating("&a;", size: 12_000))</description>"
        let error = #expect(throws: ParseError.self) {
            try DocumentParser().parse(Self.rss(item, head: head))
        }
        #expect(error?.description.contains("entities stand for more than 1000000 bytes") == true)
    }

    @Test func `posts one inside the other end when their time is over`() {
        let page = Self.repeating("<article>x", size: 2_000) + Self.repeating("<p>a</p>")
        let parser = DocumentParser(limits: ParseLimits(processorTime: .milliseconds(100)))
        let error = #expect(throws: ParseError.self) {
            try parser.parse(Array(page.utf8), kind: .page)
        }
        #expect(
            error?.description
                == "line 1, column 1: reading took longer than 0.5 seconds; "
                + "documents like this are refused")
    }

    @Test func `attribute defaults of a DOCTYPE cost nothing`() throws {
        let defaults = (0..<5_000).map { "<!ATTLIST item a\($0) CDATA \"x\">" }.joined()
        let document = try DocumentParser().parse(
            Self.rss("", head: "<!DOCTYPE rss [\(defaults)]>"))
        #expect(document.entries.count == 1)
    }

    @Test(arguments: ["<a>", "<description><b><i>"])
    func `elements without end are refused for their depth`(text: String) {
        let error = #expect(throws: ParseError.self) {
            try DocumentParser().parse(Self.rss(Self.repeating(text)))
        }
        #expect(error?.description.contains("nested too deeply") == true)
    }

    @Test(arguments: [
        "&", "<", "&amp;", "&#38;", "&nope;", "]]>", "<!---->", "<?a?>", "<a/>", "</a>", "</a",
    ])
    func `any piece of mark-up may be repeated`(text: String) throws {
        let bytes = Self.rss("<description>\(Self.repeating(text))</description>")
        #expect(try DocumentParser().parse(bytes).entries.count == 1)
    }

    @Test(arguments: [
        "<", "<a ", "<a b='", "<a b=\"<a b=\"", "<!--", "<!-- -- ", "<!", "&", "&a", "<script>",
        "<blockquote>", "<div>", "<pre>", "<p>", "</p>", "<b><p>", "\u{200D}", "😀\u{200D}",
        "e\u{301}",
    ])
    func `any piece of HTML may be repeated`(text: String) throws {
        let bytes = Self.rss("<description><![CDATA[\(Self.repeating(text))]]></description>")
        #expect(try DocumentParser().parse(bytes).entries.count == 1)
    }

    @Test(arguments: [
        "<p>", "<b><p>", "<div>", "<a href='", "&", "<", "<table><tr><td>", "</p>", "<!--",
        "<font><a>",
    ])
    func `a page of any repeated piece ends`(text: String) {
        let page = Array("<article>words \(Self.repeating(text))".utf8)
        do {
            let document = try DocumentParser().parse(page, kind: .page)
            #expect(!document.entries.isEmpty)
        } catch {
            #expect(!error.description.isEmpty)
        }
    }

    @Test(arguments: ["[", "{\"a\":", "\"", "1", "-", "[[],"])
    func `any piece of JSON may be repeated`(text: String) {
        #expect(throws: ParseError.self) {
            try DocumentParser().parse(Array("[\(Self.repeating(text))".utf8))
        }
    }

    @Test func `a page of too many elements is refused`() {
        let error = #expect(throws: ParseError.self) {
            try DocumentParser().parse(
                Array(String(repeating: "<b><p>", count: 100_001).utf8), kind: .page)
        }
        #expect(
            error?.description
                == "line 1, column 600003: more than 200000 elements; documents like this are refused"
        )
    }

    @Test func `elements that each post leaves open take no post away`() throws {
        let posts = (1...300).map { "<article id='p\($0)'>Wpis \($0)</article><font><b>" }
        let document = try DocumentParser().parse(Array(posts.joined().utf8), kind: .page)
        #expect(document.entries.map(\.text) == (1...300).map { "Wpis \($0)" })
    }

    @Test func `a page that is nested too deeply is refused, not cut short`() {
        let error = #expect(throws: ParseError.self) {
            try DocumentParser().parse(
                Array("<article>words\(String(repeating: "<div>", count: 1_100))".utf8),
                kind: .page)
        }
        #expect(
            error?.description
                == "line 1, column 1: elements are nested too deeply; documents like this are refused"
        )
    }

    @Test func `problems are counted, not piled up`() throws {
        let item = "<description>\(Self.repeating("& ", size: 1_000))</description>"
        let problems = try DocumentParser().parse(Self.rss(item)).problems
        #expect(problems.count == 101)
        #expect(problems.last?.message == "400 more problems are not listed")
    }

    private func at(column: Int) -> TextPosition { TextPosition(line: 1, column: column) }
}
