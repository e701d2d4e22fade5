import Foundation
import Model

/// The folder `erasures/`, with a receipt of each erasure.
///
/// It stands beside the archive and not in it, so that it outlives the archive: in an archive that
/// comes back from a backup, every erasure that it has missed is carried out.
struct ErasureLog: Sendable {
    let path: String

    /// By id, so by the time at which they were asked for; of one second in no particular order.
    func erasures() throws(RunError) -> [Erasure] {
        let names = try names()
        var erasures: [Erasure] = []
        for name in names.sorted() where Self.isReceipt(name) {
            let file = path + "/" + name
            do {
                let bytes = try Data(contentsOf: URL(filePath: file))
                erasures.append(try ContractJSON.decode(Erasure.self, from: bytes))
            } catch {
                // Without it what was erased might be taken in again.
                throw .badInput("\(file): no receipt that can be read; restore it from a backup")
            }
        }
        return erasures
    }

    /// The files of the receipts: others than before tell that somebody was erased meanwhile.
    func receipts() throws(RunError) -> Set<String> { Set(try names().filter(Self.isReceipt)) }

    /// What is to be told while erasures are not finished; `nil` where all are.
    func unfinishedNote() throws(RunError) -> String? {
        let count = try erasures().count { $0.finishedAt == nil }
        guard count > 0 else { return nil }
        let those = "\(count.counted("erasure")) \(count == 1 ? "is" : "are")"
        return "\(path): \(those) not finished, and bytes of what was erased may still be in the "
            + "archive, as where somebody was reading it or the disk had no room for a copy of it; "
            + "see to that, and run again"
    }

    /// An id that no other has.
    func freshID(kind: Erasure.Kind, now: Date) -> String {
        let moment = ContractJSON.timestamp(now).filter { $0 != ":" && $0 != "-" }
        let id = "\(moment)-\(kind.rawValue)"
        for number in 1... {
            let candidate = number == 1 ? id : "\(id)-\(number)"
            let file = path + "/" + candidate + ".json"
            if !FileManager.default.fileExists(atPath: file) { return candidate }
        }
        preconditionFailure("a folder is finite")
    }

    /// Removes receipts that a killed process has left half-written; only under the run lock.
    func removeLeftovers() throws(RunError) {
        try OutputFolder(path: path).removeLeftovers()
    }

    func save(_ erasure: Erasure) throws(RunError) {
        _ = try OutputFolder(path: path).write(json: erasure, to: erasure.id + ".json")
    }

    /// All that was ever erased must not come back.
    func suppression() throws(RunError) -> Suppression {
        try erasures().reduce(into: Suppression()) { $0.merge($1.suppression) }
    }

    // MARK: - Private

    private func names() throws(RunError) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .badInput("\(path): cannot be read (\(error.reason))")
        }
    }

    private static func isReceipt(_ name: String) -> Bool { name.hasSuffix(".json") }
}
