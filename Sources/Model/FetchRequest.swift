/// One poll to make: the feed, and what we hold of it.
package struct FetchRequest: Hashable, Sendable {
    package let feed: Feed
    /// As stored with the last complete parse; `nil` asks for the whole document.
    package let validators: Validators?
    /// Hash of the last body that was parsed and stored.
    package let bodyHash: String?

    package init(feed: Feed, validators: Validators? = nil, bodyHash: String? = nil) {
        self.feed = feed
        self.validators = validators
        self.bodyHash = bodyHash
    }
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
    /// 304, or the same bytes as last time. New validators where the answer carried some.
    case notModified(Validators?)
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
    /// SHA-256, lower-case hex.
    package let bodyHash: String

    package init(
        body: [UInt8], url: String?, contentType: String?, validators: Validators?,
        bodyHash: String
    ) {
        self.body = body
        self.url = url
        self.contentType = contentType
        self.validators = validators
        self.bodyHash = bodyHash
    }
}

/// Why a feed brought nothing, and what its operator can do.
package struct FetchFailure: Error, Hashable, Sendable, Codable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// The address itself is wrong or not one we call.
        case badAddress = "bad_address"
        /// A private or reserved network address that is not allowed.
        case refusedAddress = "refused_address"
        case dns, connect, tls, timeout
        /// The transfer broke off, or ended short of its announced length.
        case interrupted
        case tooLarge = "too_large"
        case redirects
        /// An HTTP status that is not a success.
        case status
        /// A file that is missing or cannot be read.
        case file
        /// A document came that cannot be read as a feed or page.
        case unreadable
        /// The run was ended first.
        case cancelled
    }

    package let kind: Kind
    /// One line: what happened, and what to do.
    package let message: String
    package let status: Int?
    /// How long the server asks us to stay away, in seconds.
    package let retryAfterSeconds: Int?

    package init(
        kind: Kind, message: String, status: Int? = nil, retryAfterSeconds: Int? = nil
    ) {
        self.kind = kind
        self.message = message
        self.status = status
        self.retryAfterSeconds = retryAfterSeconds
    }
}
