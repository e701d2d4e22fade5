import Foundation
import Model

/// The page for a screen on the wall, which each run writes anew.
struct WallboardFile: Sendable {
    let output: OutputFolder

    func write(_ digest: Digest) throws(RunError) -> WrittenFile {
        try output.write(Data(try Reports.wallboard(of: digest).utf8), to: Self.name)
    }

    /// Makes it again of the latest day's digest, where there was one; removed where there is no
    /// digest left that this version can read, so that nothing erased stays on the wall.
    func renew() throws(RunError) {
        guard output.holds(Self.name) else { return }
        let days = try output.files().filter {
            $0.wholeMatch(of: /digests\/\d{4}-\d\d-\d\d\.json/) != nil
        }
        guard let latest = days.max() else {
            _ = try output.remove(Self.name)
            return
        }
        let bytes = try output.read(latest)
        let digest: Digest
        do {
            digest = try ContractJSON.decode(Digest.self, from: bytes)
        } catch {
            // Of another version: the next run writes one.
            _ = try output.remove(Self.name)
            return
        }
        _ = try write(digest)
    }

    // MARK: - Private

    private static let name = "wallboard.html"
}
