import Foundation
import Model
import Reporting

/// The files that lead to the reports of every day: `index.json`, its page and the feed of news.
struct IndexFiles: Sendable {
    let output: OutputFolder

    static let name = "index.json"

    /// Takes in a digest, which is written already.
    func write(with digest: Digest, named name: String) throws(RunError) -> [WrittenFile] {
        var index = try earlierIndex(without: name)
        index.enter(digest, named: name)
        return try write(index, Origin(digest))
    }

    /// Makes them again of the digests that are there, where there were any.
    func renew() throws(RunError) {
        guard output.holds(Self.name) else { return }
        let (index, origin) = try indexOfDigests(without: nil)
        _ = try write(index, origin)
    }

    /// Leaves out the days whose digests have been removed; the others stay as they are.
    func leaveOutRemoved() throws(RunError) {
        guard output.holds(Self.name) else { return }
        let index = try earlierIndex(without: nil)
        let kept = index.filtered { output.holds("digests/\($0).json") }
        guard kept.days.count < index.days.count || kept.digests.count < index.digests.count else {
            return
        }
        _ = try write(kept, try origin(of: kept))
    }

    // MARK: - Private

    /// What a digest has that the index does not keep of it.
    private struct Origin {
        var language = ReportLanguage.english
        var timeZone = "UTC"

        init() {}

        init(_ digest: Digest) {
            language = digest.origin.language
            timeZone = digest.window.timeZone
        }
    }

    /// The origin of the latest day's digest that is still there; where there are no days, that of the
    /// latest other digest.
    private func origin(of index: ReportIndex) throws(RunError) -> Origin {
        for name in index.days.map(\.day) + index.digests.map(\.name) {
            let bytes = try output.read("digests/\(name).json")
            // One of another version says nothing; the one before it may.
            guard let digest = try? ContractJSON.decode(Digest.self, from: bytes) else { continue }
            return Origin(digest)
        }
        return Origin()
    }

    /// - Parameter origin: of a digest in the index; the language is that of the latest day, where there
    ///   are any.
    private func write(_ index: ReportIndex, _ origin: Origin) throws(RunError) -> [WrittenFile] {
        let index = index.filtered { output.holds("digests/\($0).json") }
        let language = index.days.first?.language ?? origin.language
        let page: String
        let news: String
        do throws(ReportingError) {
            page = try IndexPage.html(of: index, in: language)
            news = try NewsFeed.atom(of: index, in: language, timeZone: origin.timeZone)
        } catch {
            throw .bug(error.description)
        }
        return [
            try output.write(json: index, to: Self.name),
            try output.write(Data(page.utf8), to: "index.html"),
            try output.write(Data(news.utf8), to: "news.atom"),
        ]
    }

    /// The index as the last run left it; made of the digests themselves where there is none, or
    /// none that can be read.
    ///
    /// - Parameter name: of a digest that is entered anew, so that its file, which may be large, need
    ///   not be read.
    private func earlierIndex(without name: String?) throws(RunError) -> ReportIndex {
        guard output.holds(Self.name) else { return try indexOfDigests(without: name).index }
        let bytes = try output.read(Self.name)
        do {
            return try ContractJSON.decode(ReportIndex.self, from: bytes)
        } catch {
            // The digests have all that was in it.
            return try indexOfDigests(without: name).index
        }
    }

    private func indexOfDigests(without left: String?) throws(RunError)
        -> (index: ReportIndex, origin: Origin)
    {
        var index = ReportIndex()
        var origin = Origin()
        for file in try output.files().sorted()
        where file.hasPrefix("digests/") && file.hasSuffix(".json") {
            let name = String(file.dropFirst("digests/".count).dropLast(".json".count))
            guard name != left, DigestName.isName(name) else { continue }
            let bytes = try output.read(file)
            // One of another version, or written by somebody else, is no day of the index.
            guard let digest = try? ContractJSON.decode(Digest.self, from: bytes) else { continue }
            index.enter(digest, named: name)
            origin = Origin(digest)
        }
        return (index, origin)
    }
}
