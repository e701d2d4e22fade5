import Foundation
import Model
import Reporting

/// The page for a screen on the wall, and its figures for screens that draw their own: each run writes
/// them anew.
struct WallboardFile: Sendable {
    let output: OutputFolder

    func write(_ digest: Digest) throws(RunError) -> [WrittenFile] {
        [
            try output.write(json: Wallboard(digest), to: Self.jsonName),
            try output.write(Data(try Reports.wallboard(of: digest).utf8), to: Self.name),
        ]
    }

    /// Makes it again of the latest day's digest, where there was one; removed where there is no
    /// digest left that this version can read, so that nothing erased stays on the wall.
    func renew() throws(RunError) {
        guard output.holds(Self.name) || output.holds(Self.jsonName) else { return }
        let days = try output.files().filter {
            $0.wholeMatch(of: /digests\/\d{4}-\d\d-\d\d\.json/) != nil
        }
        guard let latest = days.max() else {
            try remove()
            return
        }
        let bytes = try output.read(latest)
        let digest: Digest
        do {
            digest = try ContractJSON.decode(Digest.self, from: bytes)
        } catch {
            // Of another version: the next run writes one.
            try remove()
            return
        }
        _ = try write(digest)
    }

    static let jsonName = "wallboard.json"

    // MARK: - Private

    private static let name = "wallboard.html"

    private func remove() throws(RunError) {
        for name in [Self.name, Self.jsonName] { _ = try output.remove(name) }
    }
}
