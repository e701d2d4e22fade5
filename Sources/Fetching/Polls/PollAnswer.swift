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

    /// What the poll brought, compared with what is held.
    ///
    /// A body is hashed where its server does not let us recognise it otherwise: it gives no
    /// validators, or sent the whole document in spite of those we showed. Of a page it always is, as
    /// no server knows how that is read.
    func result(of request: FetchRequest) -> FetchResult {
        switch self {
        case .document(let document):
            let isRecognised =
                document.validators != nil && request.validators == nil && request.bodyHash == nil
                && request.reading == nil
            let hash = isRecognised ? nil : request.mark(of: document.body)
            if let hash, hash == request.bodyHash {
                return .notModified(document.validators, document.hints)
            }
            return .fetched(
                FetchedDocument(
                    body: document.body, url: document.url, contentType: document.contentType,
                    validators: document.validators, bodyHash: hash, hints: document.hints))
        case .notModified(let validators, let hints): return .notModified(validators, hints)
        case .failed(let failure): return .failed(failure)
        }
    }
}
