import Model

/// One request on its way through the engine, with what it has cost so far.
struct Job: Sendable {
    enum Work: Sendable {
        case poll(Poll)
        /// Its origin's robots.txt has to be read first.
        case robots(RobotsPoll, before: Poll)
        case file(FeedFile)
        /// Over before it began.
        case failed(FetchFailure)
    }

    let request: FetchRequest
    var work: Work
    let channel: ResultChannel
    /// Certificates to trust in place of the system's.
    let certificateFile: String?
    /// Whether something has been asked for it.
    var hasBegun = false
    /// Whether its next request must not go over a kept connection.
    var needsNewConnection = false
    var timing = FetchTiming()

    init(
        _ request: FetchRequest, workspace: String, limits: TransferLimits,
        for channel: ResultChannel
    ) {
        self.request = request
        self.channel = channel
        func inWorkspace(_ path: String) -> String {
            path.hasPrefix("/") ? path : "\(workspace)/\(path)"
        }
        certificateFile = request.feed.terms.certificateFile.map(inWorkspace)
        switch request.address {
        case .url(let url):
            do throws(WebAddress.Refusal) {
                work = .poll(try Poll(request, url: url, maximumRedirects: limits.redirects))
            } catch {
                work = .failed(FetchFailure(error, isRedirect: false))
            }
        case .file(let path):
            work = .file(
                FeedFile(
                    path: inWorkspace(path),
                    maximumSizeInBytes: request.feed.limits.maximumSizeInBytes))
        }
    }

    /// The host that is asked next; `nil` for a file.
    var host: String? {
        switch work {
        case .poll(let poll): poll.address.host
        case .robots(let robots, _): robots.address.host
        case .file, .failed: nil
        }
    }

    /// What is left of the feed's own time.
    var timeLeft: Duration {
        request.feed.limits.timeout - timing.duration
    }

    mutating func add(_ cost: FetchTiming) {
        timing.wireBytes += cost.wireBytes
        // What robots.txt took is not the feed's.
        if case .robots = work { return }
        timing.duration += cost.duration
        timing.decodedBytes += cost.decodedBytes
        timing.phases = cost.phases
        timing.status = cost.status
    }
}
