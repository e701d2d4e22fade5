import Fetching
import Model
import Parsing

/// Fetches the documents that a feed leads to: its further pages, and the pages of its entries.
struct FollowUp: Sendable {
    let fetcher: Fetcher
    let deadline: ContinuousClock.Instant?

    /// Why a page gave no text.
    struct Failure: Error {
        let reason: String
        /// It was not asked for: a later run may have it.
        var isPutOff = false
    }

    func fetch(_ request: FetchRequest) async -> FetchedFeed {
        for await element in fetcher.results(of: [request], deadline: deadline) {
            return FetchedFeed(element)
        }
        preconditionFailure("a request had no result")
    }

    struct FullText: Sendable {
        let text: String
        /// Whether the page has more.
        let isCut: Bool
        /// Whether the page seems to have come cut off, so that it may say more.
        var isCutOff = false
    }

    /// The words of an entry's own page.
    func text(of fetched: FetchedFeed, parser: DocumentParser) -> Result<FullText, Failure> {
        switch fetched.result {
        case .failed(let failure):
            return .failure(
                Failure(reason: failure.message, isPutOff: failure.mayPass))
        case .notModified:
            return .failure(
                Failure(reason: "the page answered 'not modified' to its first request"))
        case .fetched(let document):
            do {
                let page = try parser.mainText(
                    of: document.body, url: document.url, contentType: document.contentType)
                guard page.isArchivable, !document.hints.isReserved else {
                    return .failure(Failure(reason: "its owner reserves it from being kept"))
                }
                guard let text = page.text else {
                    return .failure(
                        page.isCutOff
                            ? Failure(reason: "the page ends too early", isPutOff: true)
                            : Failure(reason: "no text was found in the page"))
                }
                return .success(
                    FullText(text: text, isCut: page.isCut, isCutOff: page.isCutOff))
            } catch {
                return .failure(Failure(reason: error.description))
            }
        }
    }
}

extension FetchFailure {
    /// Whether the same page may well be had another time.
    fileprivate var mayPass: Bool {
        switch kind {
        case .postponed, .cancelled, .timeout, .interrupted, .connect, .dns, .nameServers, .tls,
            .robotsUnavailable:
            true
        case .status: status.map { $0 == 408 || $0 == 429 || $0 >= 500 } ?? false
        case .badAddress, .refusedAddress, .tooLarge, .redirects, .botWall, .robots, .file,
            .secret, .unreadable:
            false
        }
    }
}
