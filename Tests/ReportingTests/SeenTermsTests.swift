import Model
import TestSupport
import Testing

@testable import Reporting

struct SeenTermsTests {
    @Test
    func `a hash is new once in each text`() {
        var seen = SeenHashes()
        for _ in 1...2 {
            seen.beginText()
            #expect([0, 7, .max, 7, 0, .max].map { seen.insert($0) } == Self.onceEach)
        }
    }

    @Test
    func `a text may have any number of them`() {
        var seen = SeenHashes()
        seen.beginText()
        let new = (0..<5_000).filter { seen.insert($0) }
        let again = (0..<5_001).filter { seen.insert($0) }
        #expect(new.count == 5_000)
        #expect(again == [5_000])
    }

    @Test(arguments: [12, 20, 32, 48])
    func `words made to share bits of their hashes are found as fast as others`(sharedBits: Int) {
        // By the lower bits alone, each of them would stand behind all others: 50 million looks.
        var seen = SeenHashes(factor: 0x9E37_79B9_7F4A_7C15)
        seen.beginText()
        var probes = 0
        for number in 0..<10_000 as Range<UInt64> {
            let hash = number << UInt64(sharedBits) | 7
            probes += seen.find(hash).probes
            _ = seen.insert(hash)
        }
        #expect(probes < 40_000)
    }

    @Test
    func `terms in reading order are those in the order of their hashes`() {
        var reader = TermReader()
        var seen = SeenTerms()
        let entry = HeardEntry.sample(
            1, "Zefirnet. Awaria sieci. Kolejna awaria! Sieci nie działają, sieć nie działa.",
            saying: [.init(of: "zefirnet", as: "Zefirnet")])
        let sorted = EntryTerms(entry, reader: &reader)
        for _ in 1...2 {
            let read = EntryTerms(entry, reader: &reader, seen: &seen)
            #expect(read.words.map(\.hash).sorted() == sorted.words.map(\.hash))
            #expect(read.phrases.map(\.hash).sorted() == sorted.phrases.map(\.hash))
            #expect(read.words.first.map(read.string) == "awaria")
            #expect(
                Set(read.words.map(read.string)) == Set(sorted.words.map(sorted.string)))
        }
    }

    // MARK: - Private

    private static let onceEach = [true, true, true, false, false, false]
}
