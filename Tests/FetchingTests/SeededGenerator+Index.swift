import TestSupport

extension SeededGenerator {
    mutating func index(below count: Int) -> Int {
        Int(next() % UInt64(count))
    }
}
