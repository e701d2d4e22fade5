/// Takes the wall time of each stage and tells of its beginning.
struct Stopwatch {
    private(set) var millisecondsByStage: [String: Int] = [:]

    private let progress: @Sendable (RunProgress) -> Void
    private let clock = ContinuousClock()
    private var current: (stage: RunStage, since: ContinuousClock.Instant)?

    init(progress: @escaping @Sendable (RunProgress) -> Void) {
        self.progress = progress
    }

    /// Ends the stage before and begins this one.
    mutating func begin(_ stage: RunStage) {
        end()
        current = (stage, clock.now)
        progress(.stage(stage))
    }

    mutating func end() {
        guard let (stage, since) = current else { return }
        let milliseconds = Int((clock.now - since) / .milliseconds(1))
        millisecondsByStage[stage.rawValue, default: 0] += milliseconds
        current = nil
    }
}
