import Fetching
import Model
import TestSupport
import Testing

/// Pages are read by selectors, which an operator corrects while the page stays as it is.
@Suite(.timeLimit(.minutes(5)))
struct PageReadingTests {
    private static func page(_ item: String, kind: Source.Kind = .page) -> Source {
        Source(id: "sample", name: "Sample", kind: kind, selectors: PageSelectors(item: item))
    }

    private func request(_ url: String, as source: Source, holding document: FetchedDocument? = nil)
        -> FetchRequest
    {
        FetchRequest(
            feed: Feed(id: "sample", source: source, address: .url(url)),
            validators: document?.validators, bodyHash: document?.bodyHash)
    }

    @Test(arguments: ["\"1\"", nil])
    func `a page is read again when it is to be read in another way, and only then`(etag: String?)
        async throws
    {
        let server = try LoopbackServer { request in
            guard let etag else { return .init(body: "<p>text".utf8) }
            return .document("<p>text".utf8, etag: etag, contentType: "text/html", to: request)
        }
        var settings = FetchSettings.loopback
        settings.pausePerPage = .zero
        let fetcher = try Fetcher(settings: settings, workspace: "/")
        let first = await fetcher.result(of: request(server.url("/"), as: Self.page("p")))
        let held = try #require(first?.result.document)
        #expect((held.validators == nil) == (etag == nil))

        let feed = Source(id: "sample", name: "Sample")
        for source in [Self.page("div"), Self.page("p", kind: .forum), feed] {
            let next = await fetcher.result(
                of: request(server.url("/"), as: source, holding: held))
            #expect(next?.result.text == "<p>text", "\(source)")
        }
        let last = await fetcher.result(
            of: request(server.url("/"), as: Self.page("p"), holding: held))
        #expect(last?.result.isNotModified == true)
    }
}
