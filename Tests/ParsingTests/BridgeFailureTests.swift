import Model
import Parsing
import Testing

/// What a program says that makes feeds of other sites, and could not read one.
struct BridgeFailureTests {
    @Test func `what RSS-Bridge says of its own failure is no entry`() throws {
        let document = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>B</title><author><name>RSS-Bridge</name>
            </author><entry><title>Bridge returned error 404! (20786)</title><id>u1</id>
            <content type="html">https://network.example/zefirnet resulted in 404</content></entry>
            <entry><title>Zefirnet zmienia ceny</title><id>u2</id></entry></feed>
            """
        let parsed = try DocumentParser().parse(Array(document.utf8))
        #expect(parsed.entries.map(\.title) == ["Zefirnet zmienia ceny"])
        #expect(parsed.entries.map(\.authors) == [[]])
        #expect(
            parsed.problems.map(\.message) == [
                "'Bridge returned error 404! (20786)' is no entry: what makes this feed could not read "
                    + "its source; left out"
            ])
    }
}
