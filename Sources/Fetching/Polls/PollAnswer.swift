import Hashing
import Model

/// What a poll brought, before it is compared with what was there last time.
///
/// The comparison hashes the body, up to 10 MB of it: work for whoever takes the result, not for
/// the thread all transfers share.
enum PollAnswer: Sendable {
    case document(Document)
    case notModified(Validators?, AnswerHints)
    case failed(FetchFailure)

    struct Document: Sendable {
        let body: [UInt8]
        let url: String?
        let contentType: String?
        let validators: Validators?
        var hints = AnswerHints()
    }

    /// Bytes of body it keeps in memory.
    var sizeInBytes: Int {
        if case .document(let document) = self { document.body.count } else { 0 }
    }

    /// - Parameter lastHash: of the last body that was parsed and stored.
    func result(comparedWith lastHash: String?) -> FetchResult {
        switch self {
        case .document(let document):
            let hash = ContentHash.hex(document.body)
            if hash == lastHash { return .notModified(document.validators, document.hints) }
            return .fetched(
                FetchedDocument(
                    body: document.body, url: document.url, contentType: document.contentType,
                    validators: document.validators, bodyHash: hash, hints: document.hints))
        case .notModified(let validators, let hints): return .notModified(validators, hints)
        case .failed(let failure): return .failed(failure)
        }
    }
}
