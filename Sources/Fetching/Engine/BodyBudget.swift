import Synchronization

/// How many bytes of bodies lie in memory and how many answers wait, and whether there is room for
/// more.
///
/// Growing bodies are counted by the engine, finished ones until their consumer has taken them. Answers
/// count as well, even without a body: what has been asked but not stored is lost with its process, and
/// has to be asked once more.
final class BodyBudget: Sendable {
    private let limit: Int
    private let mostAnswers: Int
    private let mostWaiting: Int
    private let onRoom: @Sendable () -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: of bodies, in bytes.
    ///   - mostAnswers: that may wait for their consumer while more is asked for.
    ///   - mostWaiting: of the bodies of these, in bytes.
    ///   - onRoom: called when something is given back after somebody found no room.
    init(
        limit: Int, mostAnswers: Int, mostWaiting: Int = .max,
        onRoom: @escaping @Sendable () -> Void
    ) {
        self.limit = max(1, limit)
        self.mostAnswers = max(1, mostAnswers)
        self.mostWaiting = max(1, mostWaiting)
        self.onRoom = onRoom
    }

    /// Whether another transfer may start.
    func hasRoom() -> Bool {
        state.withLock { state in
            let hasRoom =
                state.growing + state.finished < limit && state.finished < mostWaiting
                && state.answers < mostAnswers
            state.isShort = state.isShort || !hasRoom
            return hasRoom
        }
    }

    /// Whether a body may take in another piece, of which libcurl makes 16 KiB at most.
    ///
    /// - Parameter isFavoured: whether the body goes before all others. It may in any case when
    ///   no consumer has one left to take, as nothing else would ever make room.
    func mayGrow(isFavoured: Bool) -> Bool {
        state.withLock { state in
            let hasRoom = state.growing + state.finished < limit
            state.isShort = state.isShort || !hasRoom
            return hasRoom || (isFavoured && state.finished == 0)
        }
    }

    /// What lies in memory now, in bytes, and how many answers wait.
    var held: (growing: Int, finished: Int, answers: Int) {
        state.withLock { ($0.growing, $0.finished, $0.answers) }
    }

    func grow(by count: Int) {
        state.withLock { $0.growing += count }
    }

    /// A body has ended to grow, and is let go unless it is kept for a consumer.
    func endGrowth(_ count: Int) {
        giveBack { $0.growing -= count }
    }

    /// An answer is whole, and waits for its consumer.
    ///
    /// - Parameter count: bytes of its body.
    func keep(_ count: Int) {
        state.withLock { state in
            state.finished += count
            state.answers += 1
        }
    }

    /// A consumer is done with answers whose bodies come to so many bytes.
    func consume(_ count: Int, answers: Int) {
        giveBack { state in
            state.finished -= count
            state.answers -= answers
        }
    }

    // MARK: - Private

    private struct State {
        var growing = 0
        var finished = 0
        var answers = 0
        /// Whether somebody found no room since something was last given back.
        var isShort = false
    }

    private func giveBack(_ change: (inout State) -> Void) {
        let isAwaited = state.withLock { state in
            change(&state)
            defer { state.isShort = false }
            return state.isShort
        }
        if isAwaited { onRoom() }
    }
}
