import Model
import Synchronization

/// Hands results from the engine to the one task that takes them.
///
/// What is delivered counts against the budget until the next result is asked for, or the channel
/// is let go.
final class ResultChannel: Sendable {
    /// One request's end, as the engine saw it.
    struct Delivery: Sendable {
        let request: FetchRequest
        let answer: PollAnswer
        let timing: FetchTiming
    }

    let requests: [FetchRequest]
    /// Folder that relative paths start at.
    let workspace: String
    /// Nothing starts after it.
    let deadline: ContinuousClock.Instant?
    private let budget: BodyBudget
    private let state: Mutex<State>

    init(
        requests: [FetchRequest], workspace: String, budget: BodyBudget,
        deadline: ContinuousClock.Instant?
    ) {
        self.requests = requests
        self.workspace = workspace
        self.budget = budget
        self.deadline = deadline
        state = Mutex(State(expected: requests.count))
    }

    deinit {
        let (bytes, answers) = state.withLock { state in
            let waiting = state.arrived.count + state.leaving.count
            return (state.bytesWaiting + state.bytesTaken, waiting + (state.isOneTaken ? 1 : 0))
        }
        budget.consume(bytes, answers: answers)
    }

    /// Whether all results have been taken.
    var isDone: Bool { state.withLock { $0.expected == 0 } }

    /// Called by the engine; the body has been counted as finished before.
    ///
    /// A consumer that waits goes on when `wakeConsumer` tells it to.
    func deliver(_ delivery: Delivery) {
        state.withLock { state in
            state.bytesWaiting += delivery.answer.sizeInBytes
            state.arrived.append(delivery)
        }
    }

    /// Hands over to a consumer that waits; what else there is it finds when it comes back.
    func wakeConsumer() {
        let ready = state.withLock { state -> (CheckedContinuation<Delivery?, Never>, Delivery?)? in
            guard let consumer = state.consumer else { return nil }
            state.consumer = nil
            guard case .goOn(let delivery) = state.nextOrWait(consumer) else { return nil }
            return (consumer, delivery)
        }
        if let (consumer, delivery) = ready { consumer.resume(returning: delivery) }
    }

    /// Waits for the next result; `nil` when all that were expected have been taken.
    func next() async -> Delivery? {
        if let bytes = state.withLock({ $0.giveUpTaken() }) { budget.consume(bytes, answers: 1) }
        return await withCheckedContinuation { consumer in
            if case .goOn(let delivery) = state.withLock({ $0.nextOrWait(consumer) }) {
                consumer.resume(returning: delivery)
            }
        }
    }

    // MARK: - Private

    private struct State {
        /// Results still to be taken.
        var expected: Int
        var arrived: [Delivery] = []
        /// In reverse, so that taking the first is cheap.
        var leaving: [Delivery] = []
        var consumer: CheckedContinuation<Delivery?, Never>?
        var bytesWaiting = 0
        var bytesTaken = 0
        /// Whether the consumer has one that it is not done with.
        var isOneTaken = false

        mutating func take(_ delivery: Delivery) {
            expected -= 1
            isOneTaken = true
            bytesTaken = delivery.answer.sizeInBytes
            bytesWaiting -= bytesTaken
        }

        /// Returns the bytes of the one that was taken last; `nil` where there is none.
        mutating func giveUpTaken() -> Int? {
            guard isOneTaken else { return nil }
            defer { (isOneTaken, bytesTaken) = (false, 0) }
            return bytesTaken
        }

        enum Next {
            /// With the next result; `nil` when there are no more.
            case goOn(Delivery?)
            /// The consumer is kept for later.
            case wait
        }

        mutating func nextOrWait(_ consumer: CheckedContinuation<Delivery?, Never>) -> Next {
            if expected == 0 { return .goOn(nil) }
            if leaving.isEmpty {
                leaving = arrived.reversed()
                arrived = []
            }
            guard let delivery = leaving.popLast() else {
                precondition(self.consumer == nil, "results are taken by one task at a time")
                self.consumer = consumer
                return .wait
            }
            take(delivery)
            return .goOn(delivery)
        }
    }
}
