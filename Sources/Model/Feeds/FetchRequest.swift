package import Foundation

/// One document to fetch for a feed, and what we hold of it.
package struct FetchRequest: Hashable, Sendable {
    /// What is asked for, which decides how it is asked for.
    package enum Purpose: Hashable, Sendable {
        /// The feed's document, or a further one of the same kind.
        case feed
        /// A web page, which is asked for at a slower pace and never against robots.txt.
        case page
    }

    package let feed: Feed
    /// The feed's own unless it has moved, or a document that the feed leads to is meant.
    package let address: Feed.Address
    package let purpose: Purpose
    /// Whether the feed's document led to this one, so that it counts to the same poll.
    package let isFurther: Bool
    /// As stored with the last complete parse; `nil` asks for the whole document.
    package let validators: Validators?
    /// Hash of the last body that was parsed and stored, and of a page how it was read.
    package let bodyHash: String?
    /// Shows the feed's own origin who asks; sent to no other.
    package let credentials: Credentials?

    package init(
        feed: Feed, address: Feed.Address? = nil, purpose: Purpose? = nil, isFurther: Bool = false,
        validators: Validators? = nil, bodyHash: String? = nil, credentials: Credentials? = nil
    ) {
        self.feed = feed
        self.address = address ?? feed.address
        self.purpose = purpose ?? (feed.source.kind == .feed ? .feed : .page)
        self.isFurther = isFurther
        self.validators = validators
        self.bodyHash = bodyHash
        self.credentials = credentials
    }
}

/// One header line that shows a server who asks.
package struct Credentials: Hashable, Sendable, CustomStringConvertible {
    package let headerLine: String

    package init(headerLine: String) {
        self.headerLine = headerLine
    }

    /// Never the line itself, which would end up in a log.
    package var description: String { "(hidden)" }
}

/// What a server gave to recognise its document by (RFC 9110 §8.8), byte for byte.
///
/// They belong to the address that sent them and are sent to no other.
package struct Validators: Hashable, Sendable, Codable {
    package let url: String
    package let etag: String?
    package let lastModified: String?

    package init(url: String, etag: String?, lastModified: String?) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// What a poll brought.
package enum FetchResult: Sendable {
    case fetched(FetchedDocument)
    /// 304, or the same bytes as last time. Validators where the answer carried some.
    case notModified(Validators?, AnswerHints)
    case failed(FetchFailure)
}

/// A document as it came, decompressed and whole.
package struct FetchedDocument: Sendable {
    package let body: [UInt8]
    /// Where it was in the end, after redirects.
    package let url: String?
    /// The Content-Type header, parameters included.
    package let contentType: String?
    package let validators: Validators?
    /// SHA-256, lower-case hex, and of a page how it is read behind it; `nil` where the validators are
    /// enough to recognise it by.
    package let bodyHash: String?
    package let hints: AnswerHints

    package init(
        body: [UInt8], url: String?, contentType: String?, validators: Validators?,
        bodyHash: String?, hints: AnswerHints = AnswerHints()
    ) {
        self.body = body
        self.url = url
        self.contentType = contentType
        self.validators = validators
        self.bodyHash = bodyHash
        self.hints = hints
    }
}

/// What an answer says on when and where to ask next.
package struct AnswerHints: Hashable, Sendable {
    /// For how long the document counts as fresh (RFC 9111 §4.2), in seconds; `nil` if not stated.
    package var freshForSeconds: Int?
    /// Where permanent redirects (301, 308) lead from the address that was asked first; redirects
    /// of other kinds behind them are left out.
    package var movedTo: String?
    /// Only what is new since the validators sent (226, RFC 3229): what is missing is not gone.
    package var isDelta: Bool
    /// The owner says that the document is not to be kept, or not for mining.
    package var isReserved: Bool
    /// What the server's clock said as it answered; `nil` if not stated.
    package var serverTime: Date?

    package init(
        freshForSeconds: Int? = nil, movedTo: String? = nil, isDelta: Bool = false,
        isReserved: Bool = false, serverTime: Date? = nil
    ) {
        self.freshForSeconds = freshForSeconds
        self.movedTo = movedTo
        self.isDelta = isDelta
        self.isReserved = isReserved
        self.serverTime = serverTime
    }
}

/// Why a feed brought nothing, and what its operator can do.
package struct FetchFailure: Error, Hashable, Sendable, Codable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// The address itself is wrong or not one we call.
        case badAddress = "bad_address"
        /// A private or reserved network address that is not allowed.
        case refusedAddress = "refused_address"
        case dns
        /// No name server could be asked, which says nothing of the name.
        case nameServers = "name_servers"
        case connect, tls, timeout
        /// The transfer broke off, or ended short of its announced length.
        case interrupted
        case tooLarge = "too_large"
        case redirects
        /// An HTTP status that is not a success.
        case status
        /// A page that keeps programs out came instead of the document.
        case botWall = "bot_wall"
        /// The owner's robots.txt forbids it.
        case robots
        /// What the owner's robots.txt says is not known at present.
        case robotsUnavailable = "robots_unavailable"
        /// A file that is missing or cannot be read.
        case file
        /// The secret that shows the publisher who asks is missing, or cannot be sent; nothing was
        /// asked.
        case secret
        /// A document came that cannot be read as a feed or page.
        case unreadable
        /// Not asked in this run, through no fault of the feed: its host rests, or its share of a
        /// run is used up.
        case postponed
        /// The run was ended first.
        case cancelled
    }

    package let kind: Kind
    /// One line: what happened, and what to do.
    package let message: String
    package let status: Int?
    /// How long the server asks us to stay away, in seconds; of a postponed request, how long its
    /// host still rests.
    package let retryAfterSeconds: Int?
    /// Whether, of a postponed request, the host asks for longer pauses than a run has time for: it
    /// will ask for them again.
    package var isForLongPauses = false
    /// Where the document is that could not be read; `nil` where none is kept.
    package var kept: KeptPlace?

    package init(
        kind: Kind, message: String, status: Int? = nil, retryAfterSeconds: Int? = nil
    ) {
        self.kind = kind
        self.message = message
        self.status = status
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// Whether the feed was not asked at all, so that nothing is known of it that was not before.
    package var isWithoutRequest: Bool { kind == .postponed || kind == .cancelled }

    /// Whether the whole poll is left to the next run, since that may get the further document that
    /// this run did not ask for.
    package var endsPoll: Bool { isWithoutRequest && !isForLongPauses }

    /// What is kept of it: whether it ends a poll is asked while that lasts.
    private enum CodingKeys: String, CodingKey {
        case kind, message, status, retryAfterSeconds, kept
    }
}

/// Where a document that could not be read is kept as it came.
package struct KeptPlace: Hashable, Sendable, Codable {
    /// In the workspace of whoever fetched it: `unreadable/town-paper.document`.
    package let file: String
    /// Its host name: crawlers on several machines may share an archive.
    package let machine: String

    package init(file: String, machine: String) {
        self.file = file
        self.machine = machine
    }
}
