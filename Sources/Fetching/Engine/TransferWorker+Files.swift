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
        guard jobs[key] != nil else { return }
        switch result {
        case .failure(let failure): end(key, .failed(failure))
        case .success(let body):
            jobs[key]?.add(FetchTiming(duration: duration, decodedBytes: body.count))
            end(
                key,
                .document(
                    PollAnswer.Document(body: body, url: nil, contentType: nil, validators: nil)))
        }
    }

    /// Finds out what libcurl does not tell: whether a name does not exist, or nobody could say.
    func checkName(_ host: String, _ key: Int) {
        leave(key)
        switch nameChecks.next {
        case .ask:
            nameChecks.began()
            Thread.detachNewThread { [mailbox] in
                mailbox.post(.nameChecked(key, isServed: NameServers.canSay(whereIs: host)))
            }
        case .assume(let isServed): endNameless(key, isServed: isServed)
        }
    }

    func finishNameCheck(_ key: Int, isServed: Bool) {
        nameChecks.ended(isServed: isServed)
        endNameless(key, isServed: isServed)
    }

    // MARK: - Private

    private func endNameless(_ key: Int, isServed: Bool) {
        guard let host = jobs[key]?.host else { return }
        let fault: TransferFault = isServed ? .nameNotFound : .noNameServer
        end(key, .failed(FetchFailure(fault, host: host)))
    }
}
