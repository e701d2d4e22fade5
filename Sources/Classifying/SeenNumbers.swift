/// Numbers that have been met, from 0 up; it takes four bytes for each up to the largest.
struct SeenNumbers {
    /// By number, the round in which it was last met.
    private var rounds: [UInt32] = []
    private var round: UInt32 = 1

    /// - Returns: Whether the number is new.
    mutating func insert(_ number: Int) -> Bool {
        if number >= rounds.count {
            rounds.append(contentsOf: repeatElement(0, count: number + 1 - rounds.count))
        }
        guard rounds[number] != round else { return false }
        rounds[number] = round
        return true
    }

    mutating func removeAll() {
        if round == .max {
            rounds = []
            round = 0
        }
        round += 1
    }
}
