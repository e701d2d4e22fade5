/// How far a copy is.
package struct CopyProgress: Sendable {
    package enum Stage: Sendable { case copying, comparing }

    package let stage: Stage
    /// Rows of the source that are through, and how many it has.
    package let rows: Int
    package let allRows: Int

    /// Counts rows, and says so now and then.
    struct Tally {
        private let stage: Stage
        private let allRows: Int
        private var rows = 0
        private var unsaid = 0
        private let say: (CopyProgress) -> Void

        init(_ stage: Stage, allRows: Int, _ say: @escaping (CopyProgress) -> Void) {
            self.stage = stage
            self.allRows = allRows
            self.say = say
        }

        mutating func add(_ count: Int) {
            rows += count
            unsaid += count
            guard unsaid >= Self.step else { return }
            unsaid = 0
            say(CopyProgress(stage: stage, rows: rows, allRows: allRows))
        }

        private static let step = 1_000
    }
}
