import Foundation
import Model
import Synchronization
import Transferring

/// The one place transfers are made: a thread of its own that runs libcurl, and the way to it.
///
/// The thread ends with the engine.
final class TransferEngine: Sendable {
    private let mailbox: Mailbox
    let budget: BodyBudget
    let journal = HostJournal()
    let wishes = HostWishes()
    let stalls = StallRecord()

    /// - Parameters:
    ///   - memory: what earlier runs learnt of hosts.
    ///   - start: the moment of the run; `nil` for the present.
    ///   - sharesHosts: whether other crawlers ask the same hosts.
    init(
        _ settings: FetchSettings, limits: TransferLimits, memory: HostMemory, start: Date?,
        sharesHosts: Bool
    ) throws(FetchError) {
        guard settings.userAgent.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else {
            throw .badUserAgent(settings.userAgent)
        }
        let policy = try AddressPolicy(settings)
        try Self.startLibrary()
        try DescriptorLimit.raise(for: settings)
        let loop = try Self.eventLoop()
        let mailbox = Mailbox(loop: loop)
        let budget = BodyBudget(
            limit: settings.maximumBodyBytesInFlight, mostAnswers: limits.answersWaiting,
            mostWaiting: limits.bodyBytesWaiting
        ) { loop.wake() }
        self.mailbox = mailbox
        self.budget = budget
        let thread = Thread { [journal, stalls, wishes] in
            CurlLibrary.prepareThread()
            let book = HostBook(
                terms: HostTerms(settings), memory: memory, journal: journal,
                clock: RunClock(start: start))
            let worker = TransferWorker(
                settings: settings, limits: limits, policy: policy, book: book,
                mailbox: mailbox, budget: budget, stalls: stalls,
                wishes: sharesHosts ? wishes : nil)
            worker.run()
        }
        thread.name = "fetching"
        thread.start()
    }

    deinit { mailbox.post(.stop) }

    /// - Parameter deadline: nothing starts after it; what has begun comes to its end.
    func start(
        _ requests: [FetchRequest], workspace: String, deadline: ContinuousClock.Instant?
    ) -> ResultChannel {
        let channel = ResultChannel(
            requests: requests, workspace: workspace, budget: budget, deadline: deadline)
        mailbox.post(.start(channel))
        return channel
    }

    /// Lets a host that was wanted be asked.
    func open(_ host: String, _ permit: HostPermit) {
        mailbox.post(.opened(host, permit))
    }

    /// Ends what is still to be done for the channel; each such request gets its result.
    func cancel(_ channel: ResultChannel) {
        mailbox.post(.cancel(ObjectIdentifier(channel)))
    }

    // MARK: - Private

    private static func startLibrary() throws(FetchError) {
        do throws(CurlError) {
            try CurlLibrary.start()
        } catch {
            throw FetchError(error)
        }
    }

    private static func eventLoop() throws(FetchError) -> EpollLoop {
        do throws(CurlError) {
            return try EpollLoop()
        } catch {
            throw FetchError(error)
        }
    }
}

/// What the engine's thread is told, in order.
final class Mailbox: Sendable {
    enum Message: Sendable {
        case start(ResultChannel)
        case cancel(ObjectIdentifier)
        case fileRead(Int, Result<[UInt8], FetchFailure>, took: Duration)
        /// Whether a name server could say where the host is, or that it is nowhere.
        case nameChecked(Int, isServed: Bool)
        case opened(String, HostPermit)
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
