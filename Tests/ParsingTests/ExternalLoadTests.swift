import CLibXML2
import Foundation
import Model
import Parsing
import Synchronization
import Testing

/// Whatever a document names, libxml2 is never asked to load it.
///
/// In processes of their own, as the loader is one for all of a process.
struct ExternalLoadTests {
    @Test func `no document has libxml2 load anything`() async {
        await #expect(processExitsWith: .success) {
            try #require(!Hostile.documents.isEmpty)
            // The parser's own set-up comes first, so that it does not replace the counter.
            _ = try DocumentParser().parse(Array("<rss/>".utf8))
            ExternalLoads.count()
            for document in Hostile.documents { document.read() }
            for fixture in Fixture.all { _ = try? fixture.parse() }
            AdversarialDocument.forEach(size: 5_000) { _ = $0.times() }
            #expect(ExternalLoads.requests == 0)
            // The counter counts: told to load, libxml2 asks for all that the same documents name.
            for document in Hostile.documents where document.kind == .feed {
                let before = ExternalLoads.requests
                document.readLoadingAll()
                #expect(ExternalLoads.requests > before, "\(document.name)")
            }
        }
    }

    @Test func `what libxml2 is asked to load it is not given`() async {
        await #expect(processExitsWith: .success) {
            let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try Data("secret".utf8).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let bytes = Array(
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"\(file.absoluteString)\">]><a>&e;</a>".utf8)
            #expect(Hostile.textLoadingAll(bytes) == "secret")
            _ = try DocumentParser().parse(Array("<rss/>".utf8))
            #expect(Hostile.textLoadingAll(bytes) == "")
        }
    }
}

/// Counts what libxml2 asks for, by its loader or as a file.
private enum ExternalLoads {
    static let counter = Atomic(0)

    static var requests: Int { counter.load(ordering: .sequentiallyConsistent) }

    static func count() {
        unsafe xmlSetExternalEntityLoader { _, _, _ in
            ExternalLoads.counter.add(1, ordering: .sequentiallyConsistent)
            return nil
        }
        let table = unsafe xmlRegisterInputCallbacks(
            { _ in
                ExternalLoads.counter.add(1, ordering: .sequentiallyConsistent)
                return 0
            }, { _ in nil }, { _, _, _ in -1 }, { _ in 0 })
        #expect(table >= 0)
    }
}

/// A document that names what lies outside of it.
private struct Hostile {
    let name: String
    let kind: Source.Kind
    let bytes: [UInt8]

    private static let places = ["file:///etc/hostname", "http://127.0.0.1:9/x", "../x", "x.dtd"]

    static let documents: [Hostile] = places.flatMap { place in
        feeds.map { Hostile(name: "\($0) \(place)", kind: .feed, text: $1, place) }
            + [Source.Kind.page, .forum].map { kind in
                Hostile(name: "\(kind) \(place)", kind: kind, text: page, place)
            }
    }

    private static let feeds = [
        ("external DTD", "<!DOCTYPE rss SYSTEM \"@\">\(rss("x"))"),
        ("public DTD", "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"@\">\(rss("x"))"),
        ("entity", "<!DOCTYPE rss [<!ENTITY e SYSTEM \"@\">]>\(rss("&e;"))"),
        (
            "entity in an attribute",
            "<!DOCTYPE rss [<!ENTITY % e SYSTEM \"@\"> %e;]>\(rss("<a b='&e;'/>"))"
        ),
        ("parameter entity", "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"@\"> %p;]>\(rss("x"))"),
        (
            "parameter entity within another",
            """
            <!DOCTYPE rss [<!ENTITY % p SYSTEM "@"><!ENTITY % q "<!ENTITY &#37; r SYSTEM '@'>"> \
            %q; %r; %p;]>\(rss("x"))
            """
        ),
        (
            "Atom",
            "<!DOCTYPE feed SYSTEM \"@\"><feed xmlns='http://www.w3.org/2005/Atom'>\(atom)</feed>"
        ),
        (
            "everything",
            """
            <?xml version="1.0"?><?xml-stylesheet href="@" type="text/xsl"?>\
            <!DOCTYPE rss SYSTEM "@" [<!NOTATION n SYSTEM "@"><!ENTITY u SYSTEM "@" NDATA n>\
            <!ENTITY e SYSTEM "@">]>\
            \(rss("&e;&u;<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='@'/>"))
            """
        ),
    ]

    private static func rss(_ item: String) -> String {
        """
        <rss xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a @" \
        xsi:noNamespaceSchemaLocation="@" xml:base="@"><channel><link>@</link><item>\
        <title>x</title>\(item)<enclosure url="@"/><description>&lt;img src="@"&gt;\
        </description></item></channel></rss>
        """
    }

    private static let atom = """
        <link rel="self" href="@"/><link rel="next" href="@"/><entry><id>1</id><title>x</title>\
        <content src="@" type="text/html"/></entry>
        """

    private static let page = """
        <!DOCTYPE html SYSTEM "@"><html><head><base href="@"><link rel="stylesheet" href="@">\
        <link rel="alternate" type="application/rss+xml" href="@"><meta http-equiv="refresh" \
        content="0; url=@"><script src="@"></script></head><body><article><p>Słowa na stronie</p>\
        <iframe src="@"></iframe><object data="@"></object><embed src="@"><img src="@">\
        </article></body></html>
        """

    private init(name: String, kind: Source.Kind, text: String, _ place: String) {
        self.name = name
        self.kind = kind
        bytes = Array(text.replacing("@", with: place).utf8)
    }

    /// In every way there is; an error is as good an end as any.
    func read() {
        let parser = DocumentParser()
        let url = "file:///etc/feed.xml"
        _ = try? parser.parse(bytes, url: url, kind: kind)
        // Not well-formed, so that libxml2 reads it once more, recovering.
        _ = try? parser.parse(Array(" &\n".utf8) + bytes, url: url, kind: kind)
        _ = try? parser.parse(bytes.dropLast(9) + Array("<a b='1' b='2'></x>".utf8), url: url)
        _ = try? parser.mainText(of: bytes, url: url, contentType: nil)
        _ = parser.feedLinks(in: bytes, url: url, contentType: nil)
    }

    func readLoadingAll() { _ = Self.textLoadingAll(bytes) }

    /// What libxml2 makes of a document when nothing is forbidden; `nil` if nothing.
    static func textLoadingAll(_ bytes: [UInt8]) -> String? {
        let options =
            XML_PARSE_NOENT.rawValue | XML_PARSE_DTDLOAD.rawValue | XML_PARSE_DTDATTR.rawValue
            | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_RECOVER.rawValue
        let document = unsafe bytes.withUnsafeBytes { bytes in
            unsafe xmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil,
                nil, Int32(options))
        }
        guard let document = unsafe document else { return nil }
        defer { unsafe xmlFreeDoc(document) }
        guard let text = unsafe xmlNodeGetContent(xmlDocGetRootElement(document)) else {
            return nil
        }
        defer { unsafe earshot_xml_free(text) }
        return unsafe String(cString: text)
    }
}
