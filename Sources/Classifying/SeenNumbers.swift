/// Numbers that have been met: a list while they are few, as in a post, a set when a long text has many.
struct SeenNumbers {
    private var few: [Int] = []
    private var many: Set<Int> = []

    private static let fewest = 48

    /// - Returns: Whether the number is new.
    mutating func insert(_ number: Int) -> Bool {
        if many.isEmpty {
            guard !few.contains(number) else { return false }
            guard few.count == Self.fewest else {
                if few.isEmpty { few.reserveCapacity(Self.fewest) }
                few.append(number)
                return true
            }
            many = Set(few)
        }
        return many.insert(number).inserted
    }
}
