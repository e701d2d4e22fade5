import Model
import Storing

extension StoreCopy {
    /// How far a copy is.
    package struct Progress: Sendable {
        package enum Stage: Sendable { case copying, comparing }

        package let stage: Stage
        /// Rows of the source that are through, and how many it has.
        package let rows: Int
        package let allRows: Int

        init(_ progress: CopyProgress) {
            stage =
                switch progress.stage {
                case .copying: .copying
                case .comparing: .comparing
                }
            rows = progress.rows
            allRows = progress.allRows
        }
    }
}

extension StoreCopy.Progress {
    /// A line such as `copying: 240000 of 1000000 rows (24 %), 12000 rows/s, 1 min 3 s to go`.
    ///
    /// - Parameter first: the row at which the time began.
    package func line(since first: Int, in time: Duration) -> String {
        let share = allRows == 0 ? 100 : 100 * rows / allRows
        let word =
            switch stage {
            case .copying: "copying"
            case .comparing: "comparing"
            }
        let line = "\(word): \(rows) of \(allRows.counted("row")) (\(share) %)"
        let seconds = time / .seconds(1)
        guard rows > first, seconds > 0 else { return line }
        let rate = Double(rows - first) / seconds
        let left = Int(Double(allRows - rows) / rate)
        return line + ", \(Int(rate)) rows/s, \(left / 60) min \(left % 60) s to go"
    }
}
