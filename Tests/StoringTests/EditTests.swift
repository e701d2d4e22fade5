import Foundation
import Grouping
import Model
import TestSupport
import Testing

@testable import Storing

/// What becomes of entries whose authors change them.
@Suite(.eachEngine)
struct EditTests {
    private let archive: TestArchive
    private let store: Store

    init() throws {
        archive = try TestArchive()
        store = try archive.open()
    }

    private func hear(_ entry: TaggedEntry) async throws {
        try await store.commit([.bringing(entry)])
        _ = try store.settleEntries()
    }

    @Test func `what an entry said before is kept, and when it was seen changed`() async throws {
        try await hear(.saying("Zefirnet działa", title: "Pierwszy"))
        try await hear(.saying("Zefirnet nie działa", title: "Drugi", at: .hour(2)))
        try await hear(.saying("Zefirnet znów działa", title: "Drugi", at: .hour(3)))
        let entry = try #require(try store.entry(sequence: 1))
        #expect(entry.text == "Zefirnet znów działa")
        #expect(entry.editedAt == .hour(3))
        let earlier = try store.earlierWordings(ofSequence: 1)
        #expect(earlier.map(\.version) == [1, 2])
        #expect(earlier.map(\.title) == ["Pierwszy", "Drugi"])
        #expect(earlier.map(\.text) == ["Zefirnet działa", "Zefirnet nie działa"])
        #expect(earlier.map(\.replacedAt) == [.hour(2), .hour(3)])
    }

    /// As an archive hands an entry over that it has seen changed.
    private func archived(_ texts: [String]) -> TaggedEntry {
        let last = texts.count - 1
        return TaggedEntry(
            entry: Entry(id: "1", text: texts[last]), contentHash: texts[last], author: nil,
            date: .hour(0), heardAt: .hour(0), reportedAt: .hour(0),
            signature: StorySignature(minima: [], linkKey: nil), tags: .naming("zefirnet"),
            rulesHash: "r1",
            earlier: texts.dropLast().enumerated().map { index, text in
                EarlierWording(
                    version: index + 1, title: nil, text: text,
                    replacedAt: .hour(Double(index + 1)))
            }, editedAt: last == 0 ? nil : .hour(Double(last)))
    }

    @Test func `edited twice between two hand-overs, an entry keeps what it said in between`()
        async throws
    {
        try await hear(archived(["a"]))
        try await hear(archived(["a", "b", "c"]))
        #expect(try store.earlierWordings(ofSequence: 1).map(\.text) == ["a", "b"])
        try await hear(archived(["a", "b", "c", "d", "e"]))
        let earlier = try store.earlierWordings(ofSequence: 1)
        #expect(earlier.map(\.text) == ["a", "b", "c", "d"])
        #expect(earlier.map(\.version) == [1, 2, 3, 4])
        #expect(earlier.map(\.replacedAt) == [.hour(1), .hour(2), .hour(3), .hour(4)])
        #expect(try store.entry(sequence: 1)?.text == "e")
    }

    @Test func `an edited entry is counted once, where it was`() async throws {
        try await hear(.saying("Zefirnet działa", at: .hour(1)))
        try await hear(.saying("Zefirnet nie działa", at: .hour(30)))
        #expect(try store.texts(reportedAfter: .hour(0), through: .hour(24)).count == 1)
        #expect(try store.texts(reportedAfter: .hour(24), through: .hour(48)).isEmpty)
    }

    @Test func `an entry that comes to name a brand is news`() async throws {
        try await hear(.saying("dzień dobry", at: .hour(1), tags: .naming()))
        try await hear(.saying("Zefirnet nie działa", at: .hour(30)))
        #expect(
            try store.texts(reportedAfter: .hour(24), through: .hour(48))
                == ["Zefirnet nie działa"])
    }

    @Test
    func
        `an entry that names a brand once more, in the words that it had, is counted where it was`()
        async throws
    {
        try await hear(.saying("Zefirnet nie działa", at: .hour(1)))
        try store.recordDigest(name: "monday", start: .hour(0), end: .hour(24))
        try await hear(.saying("Internet nie działa", at: .hour(30), tags: .naming()))
        #expect(try store.texts(reportedAfter: .hour(0), through: .hour(60)).isEmpty)
        try await hear(.saying("Zefirnet nie działa", at: .hour(54)))
        #expect(
            try store.texts(reportedAfter: .hour(0), through: .hour(24))
                == ["Zefirnet nie działa"])
        #expect(try store.texts(reportedAfter: .hour(24), through: .hour(60)).isEmpty)
        // In other words it is news.
        try await hear(.saying("Internet nie działa", at: .hour(78), tags: .naming()))
        try await hear(.saying("Zefirnet znowu nie działa", at: .hour(102)))
        #expect(
            try store.texts(reportedAfter: .hour(96), through: .hour(120))
                == ["Zefirnet znowu nie działa"])
    }

    /// The run that makes the digest polls first.
    @Test(arguments: [20.0, 24])
    func `an entry that named a brand between two digests alone is news once it does so again`(
        hour: Double
    ) async throws {
        try await hear(.saying("Zefirnet nie działa", at: .hour(1)))
        try await hear(.saying("Internet nie działa", at: .hour(hour), tags: .naming()))
        try store.recordDigest(name: "monday", start: .hour(0), end: .hour(24))
        try await hear(.saying("Zefirnet nie działa", at: .hour(30)))
        #expect(
            try store.texts(reportedAfter: .hour(24), through: .hour(48))
                == ["Zefirnet nie działa"])
    }

    @Test func `another link alone is no edit`() async throws {
        let text = "Zefirnet działa"
        try await hear(.saying(text, link: "https://a.example/1"))
        let moved = TaggedEntry(
            entry: Entry(id: "1", link: "https://a.example/2", text: text), contentHash: "other",
            author: nil, date: .hour(2), heardAt: .hour(2), reportedAt: .hour(2),
            signature: StorySignature(minima: [], linkKey: nil), tags: .naming("zefirnet"),
            rulesHash: "r1")
        try await hear(moved)
        let entry = try #require(try store.entry(sequence: 1))
        #expect(entry.link == "https://a.example/2")
        #expect(entry.editedAt == nil)
        #expect(try store.earlierWordings(ofSequence: 1).isEmpty)
    }

    @Test func `of an entry that changes at each poll the first wording and the latest are kept`()
        async throws
    {
        for hour in 0..<40 { try await hear(.saying("text \(hour)", at: .hour(Double(hour)))) }
        let versions = try store.earlierWordings(ofSequence: 1).map(\.version)
        #expect(versions == [1] + Array(17...39))
        #expect(try store.entry(sequence: 1)?.text == "text 39")
    }

    @Test func `an edited entry is of the page that it leads to now`() async throws {
        try await hear(.saying("Zefirnet działa", link: "https://a.example/1"))
        try await hear(.saying("Zefirnet nie działa", link: "https://a.example/2", at: .hour(1)))
        var keys: [String?] = []
        try store.forEachEntry(in: .all) { keys.append($0.linkKey) }
        #expect(keys == [StorySketcher.linkKey("https://a.example/2")])
    }

    @Test func `an entry that comes with what it said before keeps that`() async throws {
        try await hear(archived(["a", "b", "c"]))
        #expect(try store.earlierWordings(ofSequence: 1).map(\.text) == ["a", "b"])
    }

    /// As it is heard while its page cannot be had, or with it.
    private func entry(
        _ text: String, hash: String, at hour: Double, reportedAt reported: Double? = nil,
        tags: Tags
    ) -> TaggedEntry {
        TaggedEntry(
            entry: Entry(id: "1", text: text), contentHash: hash, author: nil,
            date: .hour(hour), heardAt: .hour(hour), reportedAt: .hour(reported ?? hour),
            signature: StorySignature(minima: [], linkKey: nil), tags: tags, rulesHash: "r1")
    }

    @Test func `an entry whose page names a brand, and is read later, is news then and no edit`()
        async throws
    {
        try await hear(
            entry("Awaria", hash: TaggedEntry.putOffMark + "a", at: 1, tags: .naming()))
        try await hear(entry("Zefirnet nie działa", hash: "a", at: 30, tags: .naming("zefirnet")))
        #expect(try store.texts(reportedAfter: .hour(0), through: .hour(24)).isEmpty)
        #expect(
            try store.texts(reportedAfter: .hour(24), through: .hour(48))
                == ["Zefirnet nie działa"])
        #expect(try store.entry(sequence: 1)?.editedAt == nil)
        #expect(try store.earlierWordings(ofSequence: 1).isEmpty)
    }

    @Test func `an entry that named a brand before its page could be read is counted once`()
        async throws
    {
        let put = TaggedEntry.putOffMark
        try await hear(entry("Zefirnet", hash: put + "a", at: 1, tags: .naming("zefirnet")))
        try await hear(entry("Zefirnet nie działa", hash: "a", at: 30, tags: .naming("zefirnet")))
        #expect(
            try store.texts(reportedAfter: .hour(0), through: .hour(24))
                == ["Zefirnet nie działa"])
        #expect(try store.texts(reportedAfter: .hour(24), through: .hour(48)).isEmpty)
    }

    @Test(arguments: [Tags.naming("zefirnet"), .naming()])
    func `an entry that is history stays it when its page can be read`(lead: Tags) async throws {
        let put = TaggedEntry.putOffMark
        try await hear(entry("Awaria", hash: put + "a", at: 100, reportedAt: 1, tags: lead))
        try await hear(entry("Zefirnet nie działa", hash: "a", at: 130, tags: .naming("zefirnet")))
        #expect(
            try store.texts(reportedAfter: .hour(0), through: .hour(24))
                == ["Zefirnet nie działa"])
        #expect(try store.texts(reportedAfter: .hour(24), through: .hour(148)).isEmpty)
    }

    /// An entry whose page names a brand, and then its edit, of which the page cannot be had so many times.
    private func hearPutOff(times: Int) async throws {
        try await hear(entry("Awaria w Zefirnecie", hash: "a", at: 1, tags: .naming("zefirnet")))
        for number in 1...times {
            let hour = Double(number) * 12
            try await hear(
                entry("Awarie", hash: TaggedEntry.putOffMark + "b", at: hour, tags: .naming()))
        }
    }

    @Test(arguments: 1...3)
    func `an edit whose page cannot be had waits for it, and the entry is counted once`(times: Int)
        async throws
    {
        try await hearPutOff(times: times)
        #expect(try store.entry(sequence: 1)?.text == "Awaria w Zefirnecie")
        #expect(try store.entry(sequence: 1)?.editedAt == nil)
        try await hear(entry("Awarie w Zefirnecie", hash: "b", at: 48, tags: .naming("zefirnet")))
        #expect(
            try store.texts(reportedAfter: .hour(0), through: .hour(23))
                == ["Awarie w Zefirnecie"])
        #expect(try store.texts(reportedAfter: .hour(23), through: .hour(72)).isEmpty)
        #expect(try store.entry(sequence: 1)?.editedAt == .hour(48))
        let earlier = try store.earlierWordings(ofSequence: 1)
        #expect(earlier.map(\.text) == ["Awaria w Zefirnecie"])
    }

    @Test func `an edit that names a brand waits once for its page, which may never come`()
        async throws
    {
        try await hear(entry("Awaria w sieci", hash: "a", at: 1, tags: .naming()))
        let edit = { (hour: Double) in
            self.entry(
                "Zefirnet", hash: TaggedEntry.putOffMark + "b", at: hour, tags: .naming("zefirnet"))
        }
        try await hear(edit(12))
        #expect(try store.entry(sequence: 1)?.text == "Awaria w sieci")
        try await hear(edit(30))
        #expect(
            try store.texts(reportedAfter: .hour(24), through: .hour(48)) == ["Zefirnet"])
        let earlier = try store.earlierWordings(ofSequence: 1)
        #expect(earlier.map(\.text) == ["Awaria w sieci"])
    }
}
