import Foundation

/// The secret behind the pseudonyms of authors.
///
/// 32 random bytes in a file of the workspace that only its owner can read: never in the archive, and
/// so in no backup of it.
struct PseudonymKey {
    let path: String

    /// Reads the key, or makes one where there is none.
    ///
    /// - Parameter isNeeded: whether there are pseudonyms that another key could not continue.
    func read(isNeeded: Bool) throws(RunError) -> Data {
        if let key = try ifThere() { return key }
        guard !isNeeded else {
            throw .badInput(
                "\(path): the key of the authors' pseudonyms is gone; restore it, or, if it is lost "
                    + "for good, begin new pseudonyms by `earshot doctor --new-key`")
        }
        return try make()
    }

    /// Reads the key; `nil` where there is none.
    func ifThere() throws(RunError) -> Data? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let key: Data
        do {
            key = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw .badInput(
                "\(path): cannot be read (\(error.reason)); give the user of this run the right "
                    + "to read it")
        }
        guard key.count == Self.sizeInBytes else {
            throw .badInput("\(path): a key has 32 bytes, this file \(key.count); restore it")
        }
        return key
    }

    // MARK: - Private

    private static let sizeInBytes = 32

    private func make() throws(RunError) -> Data {
        var generator = SystemRandomNumberGenerator()
        let key = Data(
            (0..<Self.sizeInBytes).map { _ in UInt8.random(in: 0...255, using: &generator) })
        try WholeFile(path: path).write(key, permissions: 0o600)
        return key
    }
}
