import Foundation
import Model

/// Lists the day's files; written last.
struct Manifest: Codable {
    static let name = "manifest.json"

    let day: String
    var files: [WrittenFile]

    /// Takes in files that were written since, in the place of what it said of them.
    static func add(_ files: [WrittenFile], in output: OutputFolder) throws(RunError) {
        try renew(in: output)
        guard var manifest = try present(in: output) else { return }
        let paths = Set(files.map(\.path))
        manifest.files = manifest.files.filter { !paths.contains($0.path) } + files
        _ = try output.write(json: manifest, to: name)
    }

    /// Brings sizes and hashes up to what the files are now, and leaves out those that have gone.
    static func renew(in output: OutputFolder) throws(RunError) {
        guard let old = try present(in: output) else { return }
        var new = old
        new.files = []
        for file in old.files where output.holds(file.path) {
            new.files.append(WrittenFile(path: file.path, bytes: try output.read(file.path)))
        }
        if new.files != old.files { _ = try output.write(json: new, to: name) }
    }

    // MARK: - Private

    /// `nil` where there is none, or one of another version: the next run writes one.
    private static func present(in output: OutputFolder) throws(RunError) -> Manifest? {
        guard output.holds(name) else { return nil }
        let bytes = try output.read(name)
        return try? ContractJSON.decode(Manifest.self, from: bytes)
    }
}
