/// What a client asked the feed server for.
struct FeedRequest {
    /// Of `/N.xml`; `nil` for any other path.
    let feed: Int?
    /// Of `If-None-Match`; empty if it is not there.
    let etag: ArraySlice<UInt8>

    /// - Returns: `nil` for as long as the blank line at the end has not come. Requests that follow
    ///   before they are answered are not looked for, as no client of ours sends any.
    init?(_ bytes: [UInt8]) {
        guard bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) else { return nil }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        feed = Self.feed(in: lines[0])
        let name = "If-None-Match: ".utf8
        let line = lines.first { $0.starts(with: name) }
        etag = line.map { $0.dropFirst(name.count).dropLast() } ?? []
    }

    // MARK: - Private

    private static func feed(in line: ArraySlice<UInt8>) -> Int? {
        guard line.starts(with: "GET /".utf8) else { return nil }
        let path = line.dropFirst(5).prefix { $0 != UInt8(ascii: " ") }
        guard path.suffix(4).elementsEqual(".xml".utf8) else { return nil }
        return Int(String(decoding: path.dropLast(4), as: UTF8.self)).flatMap { $0 < 0 ? nil : $0 }
    }
}
