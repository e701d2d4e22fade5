import Foundation
import Model
import Pipeline
import Testing

struct ThreadTitlesTests {
    private func entry(_ id: Entry.ID, _ title: String?, at hour: Double, to: String? = nil)
        -> Entry
    {
        Entry(
            id: id, title: title, published: Date(timeIntervalSince1970: hour * 3_600),
            inReplyTo: to)
    }

    @Test func `only the first post of a thread says what the title says`() {
        let entries = [
            entry("3", "Zefirnet nie działa?", at: 3), entry("2", "Zefirnet nie działa?", at: 2),
            entry("1", "Zefirnet nie działa?", at: 1), entry("4", "Nowa taryfa", at: 4),
            entry("5", nil, at: 5),
        ]
        let titles = ThreadTitles(of: entries)
        #expect(entries.map(titles.isOwnTitle) == [false, false, true, true, true])
    }

    @Test(arguments: [
        ("Re: Zasięg", false), ("Operatorzy • Re: Zasięg", false), ("ODP: Zasięg", false),
        ("Atb: Pārklājums", false), ("Reklama Zefirnetu", true), ("Operatorzy • Zasięg", true),
    ])
    func `a reply is known by its title`(title: String, isOwn: Bool) {
        let reply = entry("1", title, at: 1)
        #expect(ThreadTitles(of: [reply]).isOwnTitle(of: reply) == isOwn)
    }

    @Test func `an entry that answers another is a reply whatever its title`() {
        let reply = entry("1", "Zasięg", at: 1, to: "https://forum.example/t/1")
        #expect(!ThreadTitles(of: [reply]).isOwnTitle(of: reply))
    }
}
