import Fetching
import Foundation
import Model

extension FetchSettings {
    /// For a server on this machine, without pauses.
    static var loopback: FetchSettings {
        FetchSettings(pausePerHost: .zero, allowedNetworks: ["127.0.0.0/8", "::1/128"])
    }
}

extension FetchRequest {
    /// SHA-256 of `<rss/>`.
    static let hashOfSample = "b8a3805e669decf7180d8c7f4af5d4706d615d0678c424bd1c6b853def3bf3d2"

    static func url(
        _ url: String, limits: Feed.Limits = .standard, validators: Validators? = nil,
        bodyHash: String? = nil, kind: Source.Kind = .feed,
        robots: RobotsPolicy = .ignore(reason: "the test is about the document alone")
    ) -> FetchRequest {
        let source = Source(id: "sample", name: "Sample", kind: kind)
        return FetchRequest(
            feed: Feed(
                id: Feed.ID(url), source: source, address: .url(url), limits: limits,
                terms: Feed.Terms(robots: robots)),
            validators: validators, bodyHash: bodyHash)
    }

    static func file(_ path: String, limits: Feed.Limits = .standard, bodyHash: String? = nil)
        -> FetchRequest
    {
        let source = Source(id: "sample", name: "Sample")
        return FetchRequest(
            feed: Feed(
                id: Feed.ID(path), source: source, address: .file(path: path), limits: limits),
            bodyHash: bodyHash)
    }
}

extension Feed.Limits {
    static func seconds(_ seconds: Double) -> Feed.Limits {
        Feed.Limits(
            timeout: .seconds(seconds), maximumSizeInBytes: 10_000_000, maximumEntries: 2_000)
    }

    static func bytes(_ count: Int) -> Feed.Limits {
        Feed.Limits(timeout: .seconds(30), maximumSizeInBytes: count, maximumEntries: 2_000)
    }
}

extension Fetcher {
    /// The result of a single request.
    func result(of request: FetchRequest) async -> (result: FetchResult, timing: FetchTiming)? {
        for await (_, result, timing) in results(of: [request]) { return (result, timing) }
        return nil
    }
}

extension FetchResult {
    var document: FetchedDocument? {
        if case .fetched(let document) = self { document } else { nil }
    }

    var text: String? {
        document.map { String(decoding: $0.body, as: UTF8.self) }
    }

    var failure: FetchFailure? {
        if case .failed(let failure) = self { failure } else { nil }
    }

    var isNotModified: Bool {
        if case .notModified = self { true } else { false }
    }
}
