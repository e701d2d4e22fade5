import Hashing
import Pipeline
import Testing

struct KeyFilterTests {
    private func keys(_ numbers: Range<Int>) -> [KeyFilter.Key] {
        numbers.map { KeyFilter.Key(ContentHash.hex(of: ["\($0)"])) }
    }

    @Test(arguments: [0, 100, 20_000])
    func `a key that came is known, however full it is`(size: Int) {
        var filter = KeyFilter(size: size)
        for key in keys(0..<10_000) { _ = filter.insert(key) }
        let forgotten = keys(0..<10_000).count { filter.insert($0) }
        #expect(forgotten == 0)
    }

    @Test func `memory does not grow with the keys, and few that did not come seem to have`() {
        var filter = KeyFilter(size: 20_000)
        #expect(filter.sizeInBytes == 32_768)
        let seeming = keys(0..<16_384).count { !filter.insert($0) }
        #expect(seeming < 16_384 / 200)
        #expect(filter.sizeInBytes == 32_768)
    }
}
