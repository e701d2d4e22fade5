import Foundation

/// The secret behind the pseudonyms of authors.
///
/// 32 random bytes in a file of the workspace that only its owner can read: never in the archive, and
/// so in no backup of it.
enum PseudonymKey {
    /// Reads the key, or makes one where there is none.
    static func read(_ path: String) throws(RunError) -> Data {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            return try make(descriptor, path: path)
        }
        do {
            let key = try Data(contentsOf: URL(filePath: path))
            guard key.count == 32 else {
                throw RunError.badInput(
                    "\(path): is not a key of 32 bytes; restore it, or delete it and give up the "
                        + "link between old and new pseudonyms")
            }
            return key
        } catch let error as RunError {
            throw error
        } catch {
            throw .badInput("\(path): cannot be read (\(error.localizedDescription))")
        }
    }

    // MARK: - Private

    private static func make(_ descriptor: Int32, path: String) throws(RunError) -> Data {
        defer { close(descriptor) }
        var generator = SystemRandomNumberGenerator()
        let key = Data((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
                .write(contentsOf: key)
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
        guard fsync(descriptor) == 0 else {
            throw .cannotWrite(path)
        }
        return key
    }
}
