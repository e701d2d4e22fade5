import Foundation
import Model
import Reporting

/// The files of a day's reports.
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
        files += try IndexFiles(output: output).write(with: digest, named: day)
        files += try WallboardFile(output: output).write(digest)
        _ = try output.write(json: Manifest(day: day, files: files), to: Manifest.name)
        return files
    }

    /// Writes a digest of another period, or of a part, where the index leads to it.
    static func save(_ digest: Digest, to output: OutputFolder) throws(RunError) -> [WrittenFile] {
        let name = DigestName.name(of: digest)
        var files = [
            try output.write(json: digest, to: "digests/\(name).json"),
            try output.write(
                Data(try Reports.html(of: digest).utf8), to: "digests/\(name).html"),
        ]
        files += try IndexFiles(output: output).write(with: digest, named: name)
        try Manifest.add(files, in: output)
        return files
    }
}
