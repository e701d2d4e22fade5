import Model
import Testing

struct BatchesTests {
    @Test(
        arguments: [
            ([], []), ([1, 2], [[1, 2]]), ([1, 2, 3, 4], [[1, 2], [3, 4]]),
            ([1, 2, 3], [[1, 2], [3]]),
        ] as [([Int], [[Int]])])
    func `batches keep the order, and the last one may be smaller`(all: [Int], batches: [[Int]]) {
        #expect(all.batches(of: 2).map { Array($0) } == batches)
        // A slice does not begin at zero.
        #expect(([0] + all).dropFirst().batches(of: 2).map { Array($0) } == batches)
    }
}
