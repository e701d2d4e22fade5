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
        files += try IndexFiles(output: output).write(with: digest, of: day)
        _ = try output.write(json: Manifest(day: day, files: files), to: Manifest.name)
        return files
    }
}
