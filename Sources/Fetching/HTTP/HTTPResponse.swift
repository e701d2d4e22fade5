/// One answer, whole.
struct HTTPResponse: Sendable {
    let status: Int
    let body: [UInt8]
    /// The headers that are looked at, by lower-case name; printable ASCII only.
    private let headers: [Header: String]
    /// Where a redirect leads, made absolute.
    let location: String?

    enum Header: String, CaseIterable, Sendable {
        case age
        case cacheControl = "cache-control"
        case cfMitigated = "cf-mitigated"
        case contentEncoding = "content-encoding"
        case contentType = "content-type"
        case date, etag, expires
        case im
        case lastModified = "last-modified"
        case location
        case retryAfter = "retry-after"
        case robotsTag = "x-robots-tag"
        case textMiningReservation = "tdm-reservation"

        var isList: Bool {
            [.cacheControl, .contentEncoding, .robotsTag, .im].contains(self)
        }
    }

    init(
        status: Int, body: [UInt8] = [], headers: [Header: String] = [:], location: String? = nil
    ) {
        self.status = status
        self.body = body
        self.headers = headers
        self.location = location
    }

    subscript(header: Header) -> String? { headers[header] }

    var contentType: String? { self[.contentType] }
    var etag: String? { self[.etag] }
    var lastModified: String? { self[.lastModified] }
    var retryAfter: String? { self[.retryAfter] }

    /// Whether the owner says in the head that the document is not to be kept: by the words that
    /// search engines know, or by the reservation of text mining (TDM Reservation Protocol §3.1).
    var isReserved: Bool {
        let words = self[.robotsTag]?.lowercased().split { !$0.isLetter } ?? []
        return words.contains { ["noarchive", "noai"].contains($0) }
            || self[.textMiningReservation] == "1"
    }

    /// Whether a 226 is made the way we asked for (RFC 3229 §10.5.2).
    var isFeedDelta: Bool {
        self[.im]?.lowercased().split(separator: ",").contains { $0.trimmingSpaces == "feed" }
            ?? false
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0 == " " }
        return start[
            ..<(start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.startIndex)]
    }
}
