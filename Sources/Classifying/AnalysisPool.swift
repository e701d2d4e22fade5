import Synchronization

/// What entries are analysed in, kept for those that follow: as many as there are tasks at once.
final class AnalysisPool: Sendable {
    // Unchecked: whoever takes one has it alone until it is given back.
    private struct Free: @unchecked Sendable {
        let analysis: Analysis
    }

    private let free = Mutex<[Free]>([])

    /// One that nobody else has until it is given back.
    ///
    /// - Parameter vocabulary: That which a new one begins with.
    func take(_ vocabulary: Vocabulary) -> Analysis {
        free.withLock { $0.popLast() }?.analysis ?? Analysis(vocabulary)
    }

    func giveBack(_ analysis: Analysis) {
        // What a very long text took is given back to the system.
        guard !analysis.isLarge else { return }
        let given = Free(analysis: analysis)
        free.withLock { $0.append(given) }
    }
}
