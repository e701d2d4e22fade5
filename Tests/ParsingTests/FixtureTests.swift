import Foundation
import Model
import Testing

struct FixtureTests {
    @Test(arguments: Fixture.all)
    func `a document is read as the file beside it says`(fixture: Fixture) throws {
        let document = try fixture.parse()
        let json = String(
            decoding: try ContractJSON.encode(document, isPretty: true), as: UTF8.self)
        #expect(json + "\n" == fixture.expected)
    }

    @Test(arguments: Fixture.all)
    func `absent is absent, never empty`(fixture: Fixture) throws {
        for entry in try fixture.parse().entries {
            let texts = [
                entry.id.value, entry.link, entry.title, entry.summary, entry.content, entry.text,
                entry.comments, entry.inReplyTo,
            ]
            #expect(!texts.contains(""))
        }
    }

    @Test(arguments: Fixture.all)
    func `ids are unique in a document`(fixture: Fixture) throws {
        let ids = try fixture.parse().entries.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: Fixture.all.filter { $0.nextPage != nil })
    func `a next page is found`(fixture: Fixture) throws {
        #expect(try fixture.parse().feed.hints.next == fixture.nextPage)
    }

    @Test func `the fixtures are found`() {
        #expect(Fixture.all.count >= 200)
    }
}
