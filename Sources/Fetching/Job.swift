import Model

/// One request on its way through the engine, with what it has cost so far.
struct Job: Sendable {
    enum Work: Sendable {
        case poll(Poll)
        case file(FeedFile)
        /// Over before it began.
        case failed(FetchFailure)
    }

    let request: FetchRequest
    var work: Work
    let channel: ResultChannel
    var timing = FetchTiming()

    init(
        _ request: FetchRequest, workspace: String, limits: TransferLimits,
        for channel: ResultChannel
    ) {
        self.request = request
        self.channel = channel
        switch request.feed.address {
        case .url(let url):
            do throws(WebAddress.Refusal) {
                work = .poll(try Poll(request, url: url, maximumRedirects: limits.redirects))
            } catch {
                work = .failed(FetchFailure(error, isRedirect: false))
            }
        case .file(let path):
            work = .file(
                FeedFile(
                    path: path.hasPrefix("/") ? path : "\(workspace)/\(path)",
                    maximumSizeInBytes: request.feed.limits.maximumSizeInBytes))
        }
    }

    /// Where it waits for its turn.
    var line: HostSchedule.Line {
        switch work {
        case .poll(let poll): .host(poll.address.host)
        case .file, .failed: .files
        }
    }

    /// What is left of the feed's own time.
    var timeLeft: Duration {
        request.feed.limits.timeout - timing.duration
    }

    mutating func add(_ cost: FetchTiming) {
        timing.duration += cost.duration
        timing.wireBytes += cost.wireBytes
        timing.decodedBytes += cost.decodedBytes
        timing.phases = cost.phases
        timing.status = cost.status
    }
}
