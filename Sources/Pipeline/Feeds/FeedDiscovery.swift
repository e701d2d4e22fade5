import Fetching
package import Foundation
package import Model
import Parsing
import RuleLoading

/// Finds the feeds of a site, as `earshot feeds discover` shows them.
///
/// Everything is asked for as in a run: under robots.txt, at the hosts' pace, with the same limits,
/// and not while a host wants to be left alone, or a crawler has it.
package struct FeedDiscovery: Sendable {
    private let fetcher: Fetcher
    private let settings: FetchSettings
    private let hosts: HostArchive?
    private let parser = DocumentParser()
    private let progress: @Sendable (_ tried: Int, _ all: Int) -> Void

    /// - Parameter progress: is told how many addresses have been tried, and of how many.
    /// - Throws: when `feeds/` is wrong, or a run is at work; where there is no `feeds/`, the
    ///   standard settings hold.
    package init(
        workspace: Workspace, now: Date,
        progress: @escaping @Sendable (_ tried: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(RunError) {
        self.progress = progress
        settings = FetchSettings(try Self.settings(workspace))
        hosts = try HostArchive(workspace: workspace, now: now)
        do {
            fetcher = try Fetcher(
                settings: settings, workspace: workspace.path,
                memory: hosts?.memory ?? HostMemory(), start: now,
                sharesHosts: hosts?.areShared ?? false)
        } catch {
            throw .cannotFetch(error.description)
        }
    }

    /// A feed that was fetched and read.
    package struct Found: Sendable, Encodable {
        package let url: String
        package let title: String?
        package let format: FeedInfo.Format
        package let language: LanguageCode?
        package let entries: Int
        package let newestEntryAt: Date?
        /// Whether the page itself names it, or it was tried at a usual place.
        package let isDeclared: Bool
    }

    /// What was found, and what was tried in vain.
    package struct Report: Sendable, Encodable {
        /// Whether there was anything at the address to look into.
        package let isPageRead: Bool
        package let found: [Found]
        package let failed: [Failed]
        /// Links of the page that were not tried, as it has too many.
        package var untried = 0

        /// How many addresses were asked, besides those that led to the same feed.
        private var tried: Int { found.count + failed.count }

        /// What was done, in a line: `3 addresses tried, 1 feed found; 12 more links of the page …`.
        package var summary: String {
            "\(tried.counted("address", "addresses")) tried, \(found.count.counted("feed")) found"
                + (untried == 0
                    ? ""
                    : "; \(untried.counted("more link")) of the page not tried: give the address of a "
                        + "feed, or of a page with fewer")
        }

        private enum CodingKeys: String, CodingKey {
            case isPageRead, found, failed
        }

        /// What was found as a feeds file has it.
        package var yaml: String {
            var ids: Set<String> = []
            let sources = found.map { feed in
                let name = feed.title ?? feed.url
                let id = FeedListWriter.freshID(for: name, avoiding: ids)
                ids.insert(id)
                return NewSource(id: Source.ID(id), name: name, url: feed.url)
            }
            return FeedListWriter.yaml(of: sources)
        }
    }

    package struct Failed: Sendable, Encodable {
        /// As it may be shown: what looks like a secret in it is left out.
        package let url: String
        package let reason: String

        init(url: String, reason: String) {
            self.url = url.withoutSecrets
            self.reason = reason
        }
    }

    /// - Parameter address: of a page, or of a feed itself.
    /// - Throws: `badInput` when it is none that can be asked; `store` when what was learnt of a
    ///   host cannot be stored.
    package func feeds(at address: String) async throws(RunError) -> Report {
        guard FeedAddress.isFetchable(address) else {
            throw .badInput(
                "'\(address.withoutSecrets)' cannot be asked; write a web address without a user "
                    + "or password, such as https://blog.example.org/")
        }
        guard let hosts, hosts.areShared else { return try await look(at: address) }
        return try await hosts.sharing(fetcher, settings) { () async throws(RunError) in
            try await look(at: address)
        }
    }

    // MARK: - Private

    private func look(at address: String) async throws(RunError) -> Report {
        let page = try await document(at: address, purpose: .page)
        switch page {
        case .failure(let failed):
            return Report(isPageRead: false, found: [], failed: [failed])
        case .success(let document):
            if let feed = found(document, at: document.url ?? address, isDeclared: true) {
                return Report(isPageRead: true, found: [feed], failed: [])
            }
            return try await feeds(offeredBy: document, at: address)
        }
    }

    /// Where most publishing systems put theirs; newspapers without a feed have a sitemap of news.
    private static let usualPlaces = [
        "/feed/", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/rss", "/feed.json",
        "/news-sitemap.xml", "/sitemap-news.xml",
    ]
    /// A page may name hundreds of comment feeds.
    private static let mostTried = 10

    private func feeds(offeredBy page: FetchedDocument, at address: String) async throws(RunError)
        -> Report
    {
        let base = page.url ?? address
        let links = parser.feedLinks(
            in: page.body, url: base, contentType: page.contentType)
        let places = links.isEmpty ? Self.places(at: base) : links.map { ($0.url, $0.isDeclared) }
        var found: [Found] = []
        var failed: [Failed] = []
        let tried = places.prefix(Self.mostTried)
        for (place, (url, isDeclared)) in tried.enumerated() {
            progress(place, tried.count)
            switch try await document(at: url, purpose: .feed) {
            case .failure(let failure): failed.append(failure)
            case .success(let document):
                if let feed = self.found(document, at: document.url ?? url, isDeclared: isDeclared)
                {
                    if !found.contains(where: { $0.url == feed.url }) { found.append(feed) }
                } else {
                    failed.append(Failed(url: url, reason: "is no feed"))
                }
            }
        }
        progress(tried.count, tried.count)
        return Report(
            isPageRead: true, found: found, failed: failed, untried: places.count - tried.count)
    }

    private static func places(at base: String) -> [(String, Bool)] {
        guard var parts = URLComponents(string: base) else { return [] }
        parts.query = nil
        parts.fragment = nil
        return usualPlaces.compactMap { path in
            parts.path = path
            return parts.string.map { ($0, false) }
        }
    }

    private func document(at url: String, purpose: FetchRequest.Purpose) async throws(RunError)
        -> Result<FetchedDocument, Failed>
    {
        let feed = Feed(
            id: "discovery", source: Source(id: "discovery", name: url), address: .url(url))
        let follow = FollowUp(fetcher: fetcher, deadline: nil)
        let fetched = await follow.fetch(FetchRequest(feed: feed, purpose: purpose))
        // At once: a host that wants to be left alone is to be so even if this ends here.
        try await hosts?.remember(fetcher.takeHostNews())
        switch fetched.result {
        case .fetched(let document): return .success(document)
        case .notModified: return .failure(Failed(url: url, reason: "answers without a document"))
        case .failed(let failure): return .failure(Failed(url: url, reason: failure.message))
        }
    }

    private func found(_ document: FetchedDocument, at url: String, isDeclared: Bool) -> Found? {
        do {
            let parsed = try parser.parse(
                document.body, url: document.url, contentType: document.contentType)
            return Found(
                url: url, title: parsed.feed.title, format: parsed.feed.format,
                language: parsed.feed.language, entries: parsed.entries.count,
                newestEntryAt: parsed.entries.compactMap { $0.published ?? $0.updated }.max(),
                isDeclared: isDeclared)
        } catch {
            // Most pages are no feeds, which is what is to be found out here.
            return nil
        }
    }

    private static func settings(_ workspace: Workspace) throws(RunError) -> FetchingSettings {
        guard FileManager.default.fileExists(atPath: workspace.path + "/feeds") else {
            return .standard
        }
        do {
            return try FeedListLoader.load(workspace: workspace.path).settings
        } catch {
            guard !error.isOfMissingFiles else { return .standard }
            throw .rules(error)
        }
    }
}

extension FeedDiscovery.Failed: Error {}
