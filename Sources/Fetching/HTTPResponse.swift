/// One answer, whole.
struct HTTPResponse: Sendable {
    let status: Int
    let body: [UInt8]
    let contentType: String?
    let etag: String?
    let lastModified: String?
    let retryAfter: String?
    /// Where a redirect leads, made absolute.
    let location: String?

    init(
        status: Int, body: [UInt8] = [], contentType: String? = nil, etag: String? = nil,
        lastModified: String? = nil, retryAfter: String? = nil, location: String? = nil
    ) {
        self.status = status
        self.body = body
        self.contentType = contentType
        self.etag = etag
        self.lastModified = lastModified
        self.retryAfter = retryAfter
        self.location = location
    }
}
