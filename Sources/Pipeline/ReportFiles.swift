import Foundation
import Model
import Reporting

/// The files of a day's reports, and those that lead to the reports of every day.
struct ReportFiles: Sendable {
    let output: OutputFolder
    /// As the files are named: `2026-11-22`.
    let day: String

    /// Writes them all; the manifest goes last, so that who reads it finds every file it names.
    func write(_ digest: Digest, _ trends: Trends) throws(RunError) -> [WrittenFile] {
        var files = [
            try output.write(json: digest, to: "digests/\(day).json"),
            try output.write(
                Data(try Reports.html(of: digest).utf8), to: "digests/\(day).html"),
            try output.write(json: trends, to: "trends/\(day).json"),
            try output.write(
                Data(try Reports.html(of: trends).utf8), to: "trends/\(day).html"),
        ]
        files += try writeIndex(with: digest)
        _ = try output.write(json: Manifest(day: day, files: files), to: "manifest.json")
        return files
    }

    // MARK: - Private

    private static let indexName = "index.json"

    private func writeIndex(with digest: Digest) throws(RunError) -> [WrittenFile] {
        var index = try earlierIndex()
        index.enter(ReportIndex.Day(digest, day: day))
        let (page, news) = try pages(of: index, like: digest)
        return [
            try output.write(json: index, to: Self.indexName),
            try output.write(Data(page.utf8), to: "index.html"),
            try output.write(Data(news.utf8), to: "news.atom"),
        ]
    }

    private func pages(of index: ReportIndex, like digest: Digest) throws(RunError)
        -> (page: String, news: String)
    {
        let language = digest.origin.language
        do throws(ReportingError) {
            return (
                try IndexPage.html(of: index, in: language),
                try NewsFeed.atom(of: index, in: language, timeZone: digest.window.timeZone)
            )
        } catch {
            throw .bug(error.description)
        }
    }

    /// The index as the last run left it; made of the digests themselves where there is none, or
    /// none that can be read.
    private func earlierIndex() throws(RunError) -> ReportIndex {
        if let bytes = FileManager.default.contents(atPath: output.path + "/" + Self.indexName),
            let index = try? ContractJSON.decode(ReportIndex.self, from: bytes)
        {
            return index
        }
        let folder = output.path + "/digests"
        guard FileManager.default.fileExists(atPath: folder) else { return ReportIndex() }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .cannotWrite(path: folder, reason: error.reason)
        }
        let days = names.sorted().compactMap { name -> ReportIndex.Day? in
            guard name.hasSuffix(".json"),
                let bytes = FileManager.default.contents(atPath: folder + "/" + name),
                // One of another version, or written by somebody else, is no day of the index.
                let digest = try? ContractJSON.decode(Digest.self, from: bytes)
            else { return nil }
            return ReportIndex.Day(digest, day: String(name.dropLast(".json".count)))
        }
        var index = ReportIndex()
        for day in days { index.enter(day) }
        return index
    }
}

/// Lists the day's files; written last.
private struct Manifest: Encodable {
    let day: String
    let files: [WrittenFile]
}
