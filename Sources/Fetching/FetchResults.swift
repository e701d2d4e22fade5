package import Model

/// The results of many requests, in the order they finish.
///
/// Taken by one task. Asking for the next result lets go of the last one: until then its body
/// counts as in flight, and when too many bytes are, transfers wait. Leaving the loop early, or
/// letting go of the sequence, ends all transfers; so does cancelling the task, which still
/// receives a result for each request, `.failed(.cancelled)` for those that were not done.
package struct FetchResults: AsyncSequence, Sendable {
    package typealias Element = (request: FetchRequest, result: FetchResult, timing: FetchTiming)

    private let batch: Batch

    init(_ channel: ResultChannel, of engine: TransferEngine) {
        batch = Batch(channel: channel, engine: engine)
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(batch: batch)
    }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let batch: Batch

        package func next() async -> Element? {
            let delivery = await withTaskCancellationHandler {
                await batch.channel.next()
            } onCancel: {
                batch.end()
            }
            guard let delivery else { return nil }
            let result = delivery.answer.result(of: delivery.request)
            return (delivery.request, result, delivery.timing)
        }
    }

    /// The consumer's hold on the transfers.
    fileprivate final class Batch: Sendable {
        let channel: ResultChannel
        private let engine: TransferEngine

        init(channel: ResultChannel, engine: TransferEngine) {
            self.channel = channel
            self.engine = engine
        }

        deinit { end() }

        func end() {
            if !channel.isDone { engine.cancel(channel) }
        }
    }
}
