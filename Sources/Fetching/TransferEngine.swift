import Foundation
import Model
import Synchronization

/// The one place transfers are made: a thread of its own that runs libcurl, and the way to it.
///
/// The thread ends with the engine.
final class TransferEngine: Sendable {
    private let mailbox: Mailbox
    private let budget: BodyBudget
    private let limits: TransferLimits

    init(_ settings: FetchSettings, limits: TransferLimits) throws(FetchError) {
        guard settings.userAgent.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else {
            throw .badUserAgent(settings.userAgent)
        }
        let policy = try AddressPolicy(settings)
        try CurlLibrary.start()
        let loop = try EpollLoop()
        let mailbox = Mailbox(loop: loop)
        let budget = BodyBudget(limit: settings.maximumBodyBytesInFlight) { loop.wake() }
        self.mailbox = mailbox
        self.budget = budget
        self.limits = limits
        let thread = Thread {
            let worker = TransferWorker(
                settings: settings, limits: limits, policy: policy, mailbox: mailbox,
                budget: budget)
            worker.run()
        }
        thread.name = "fetching"
        thread.start()
    }

    deinit { mailbox.post(.stop) }

    func start(_ requests: [FetchRequest], workspace: String) -> ResultChannel {
        let channel = ResultChannel(expecting: requests.count, budget: budget)
        mailbox.post(
            .start(requests.map { Job($0, workspace: workspace, limits: limits, for: channel) }))
        return channel
    }

    /// Ends what is still to be done for the channel; each such request gets its result.
    func cancel(_ channel: ResultChannel) {
        mailbox.post(.cancel(ObjectIdentifier(channel)))
    }
}

/// What the engine's thread is told, in order.
final class Mailbox: Sendable {
    enum Message: Sendable {
        case start([Job])
        case cancel(ObjectIdentifier)
        case fileRead(Int, Result<[UInt8], FetchFailure>, took: Duration)
        case stop
    }

    let loop: EpollLoop
    private let messages = Mutex<[Message]>([])

    init(loop: EpollLoop) {
        self.loop = loop
    }

    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        loop.wake()
    }

    func takeAll() -> [Message] {
        messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
