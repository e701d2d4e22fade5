import Foundation

/// All answers the server can give, made before it is asked.
struct FeedAnswers {
    private let answers: [Answer]

    init(documents: Int) {
        let end = Date(timeIntervalSince1970: 1_795_327_200)
        var feeds = SyntheticFeeds(seed: 20_261_122, end: end)
        answers = (0..<documents).map { number in
            Answer(document: feeds.document(number: number), etag: FetchLoad.etag(of: number))
        }
    }

    func answer(to request: FeedRequest) -> [UInt8] {
        guard let feed = request.feed else { return Self.notFound }
        let answer = answers[FetchLoad.document(of: feed) % answers.count]
        return request.etag.elementsEqual(answer.etag) ? answer.unchanged : answer.whole
    }

    // MARK: - Private

    private struct Answer {
        let etag: [UInt8]
        let whole: [UInt8]
        let unchanged: [UInt8]

        init(document: String, etag: String) {
            self.etag = Array(etag.utf8)
            whole = Array(
                """
                HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \(etag)\r\n\
                Content-Length: \(document.utf8.count)\r\n\r\n\(document)
                """.utf8)
            unchanged = Array("HTTP/1.1 304 Not Modified\r\nETag: \(etag)\r\n\r\n".utf8)
        }
    }

    private static let notFound = Array(
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8)
}
