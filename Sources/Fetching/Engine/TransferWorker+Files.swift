import Foundation
import Model

// What blocks, and therefore happens on threads of its own: files, and asking name servers.

extension TransferWorker {
    /// Reads on a thread of its own, as a file system may be slow; files take turns, so there is
    /// one such thread at most.
    func read(_ file: FeedFile, _ key: Int) {
        Thread.detachNewThread { [mailbox] in
            let start = ContinuousClock.now
            let result = Result { () throws(FetchFailure) in try file.read() }
            mailbox.post(.fileRead(key, result, took: .now - start))
        }
    }

    func finishFile(
        _ key: Int, _ result: Result<[UInt8], FetchFailure>, _ duration: Duration
    ) {
        // One that was cancelled meanwhile has its result.
        guard let job = jobs[key] else { return }
        switch result {
        case .failure(let failure): end(job, .failed(failure))
        case .success(let body):
            job.add(FetchTiming(duration: duration, decodedBytes: body.count))
            end(
                job,
                .document(
                    PollAnswer.Document(body: body, url: nil, contentType: nil, validators: nil)))
        }
    }

    /// Finds out what libcurl does not tell: whether a name does not exist, or nobody could say.
    func checkName(_ host: String, _ job: Job) {
        leave(job)
        switch nameChecks.next {
        case .ask:
            nameChecks.began()
            Thread.detachNewThread { [mailbox, key = job.key] in
                mailbox.post(.nameChecked(key, isServed: NameServers.canSay(whereIs: host)))
            }
        case .assume(let isServed): endNameless(job, isServed: isServed)
        }
    }

    func finishNameCheck(_ key: Int, isServed: Bool) {
        nameChecks.ended(isServed: isServed)
        if let job = jobs[key] { endNameless(job, isServed: isServed) }
    }

    // MARK: - Private

    private func endNameless(_ job: Job, isServed: Bool) {
        let fault: TransferFault = isServed ? .nameNotFound : .noNameServer
        end(job, .failed(FetchFailure(fault, host: job.host ?? "")))
    }
}
