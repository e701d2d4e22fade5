import Foundation
import Model
import Storing
import TestSupport
import Testing

@Suite(.eachEngine)
struct SnapshotTests {
    private let archive: TestArchive

    init() throws {
        archive = try TestArchive()
    }

    @Test func `a snapshot stays as it was, whatever is written meanwhile`() async throws {
        let store = try archive.open()
        try await store.commit([.bringing(.saying("Zefirnet"), .saying("Kawka", id: "2"))])
        let reader = try archive.open(isReadOnly: true)
        let seen = try reader.withSnapshot { snapshot in
            try store.retag([(1, Tags.naming("kawka")), (2, .naming("kawka"))], rulesHash: "r2")
            var seen: [String] = []
            try snapshot.forEachEntry(in: 0..<Int64.max, from: nil, to: nil) { entry in
                let brands = try entry.tags.mentions.map(\.mention.brand.value)
                seen.append("\(entry.key) \(entry.text.text) \(entry.rulesHash) \(brands)")
            }
            return seen
        }
        #expect(seen == ["1 Zefirnet r1 [\"zefirnet\"]", "2 Kawka r1 [\"zefirnet\"]"])
        #expect(try store.isTagged(by: "r2") && store.outdatedCount(rulesHash: "r1") == 2)
    }

    @Test func `a snapshot reads what was said in a period, by key`() async throws {
        let store = try archive.open()
        try await store.commit([
            .bringing(
                .saying("a", id: "a", at: .hour(3)), .saying("b", id: "b", at: .hour(1)),
                .saying("c", id: "c", at: .hour(2)), .saying("d", id: "d", at: .hour(4)))
        ])
        let texts = try store.withSnapshot { snapshot in
            var texts: [String] = []
            let keys = try snapshot.keys
            for span in keys {
                try snapshot.forEachEntry(in: span, from: .hour(2), to: .hour(4)) { entry in
                    texts.append(entry.text.text)
                }
            }
            #expect(keys.reduce(0) { $0 + $1.count } == 4)
            let end = try #require(keys.last?.upperBound)
            #expect(try snapshot.entry(key: end - 1)?.text.text == "d")
            #expect(try snapshot.entry(key: end) == nil)
            return texts
        }
        #expect(texts == ["a", "c"])
    }

    @Test func `an empty archive has no keys`() throws {
        #expect(try archive.open().withSnapshot { try $0.keys.isEmpty })
    }
}
