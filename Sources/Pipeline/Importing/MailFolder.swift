import Foundation
import Model
import Parsing

/// The mails of a folder in the form `Maildir`: a file each, in `cur` and `new`.
///
/// What `tmp` holds is not delivered yet, and neither drafts nor what was thrown away is there to be read
/// (the flags `D` and `T` behind a file's name).
struct MailFolder {
    /// Below the folder, in the order of their names.
    let names: [String]
    let path: String
    /// Folders of mails within it, which are not read: somebody's own mails, or what they took for spam, may be there.
    let folders: [String]
    /// In bytes, as far as files tell it.
    let size: Int

    /// - Returns: `nil` for what is no such folder.
    /// - Throws: `RunError.badInput` for one that cannot be read.
    init?(path: String) throws(RunError) {
        guard Self.isOne(path) else { return nil }
        self.path = path
        do {
            folders = try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { Self.isOne("\(path)/\($0)") }.sorted()
        } catch {
            throw .badInput("\(path): cannot be read (\(error.reason))")
        }
        var names: [String] = []
        var size = 0
        for part in Self.parts {
            do {
                for name in try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(part)") {
                    guard !name.hasPrefix("."), !Self.isLetGo(name) else { continue }
                    names.append("\(part)/\(name)")
                    size += FileState(path: "\(path)/\(part)/\(name)")?.sizeInBytes ?? 0
                }
            } catch {
                throw .badInput("\(path)/\(part): cannot be read (\(error.reason))")
            }
        }
        self.names = names.sorted()
        self.size = size
    }

    /// The beginning of a mail, with all that people read of it in most; of one that is longer than a mail
    /// may be, a byte more than that.
    ///
    /// - Throws: `RowProblem` where it cannot be read, or a mail program has moved it meanwhile.
    func mail(_ name: String) throws(RowProblem) -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: "\(path)/\(name)") else {
            throw RowProblem("cannot be read; import the folder again")
        }
        do {
            // A byte more shows that there is more.
            return [UInt8](try file.read(upToCount: MailboxReader.usualMaximum + 1) ?? Data())
        } catch {
            throw RowProblem("cannot be read (\(error.reason))")
        }
    }

    // MARK: - Private

    private static let parts = ["cur", "new"]

    private static func isOne(_ path: String) -> Bool {
        parts.allSatisfy { FileState(path: "\(path)/\($0)")?.kind == .folder }
    }

    /// Whether its flags, `1700000000.host:2,DS`, say that it is a draft or thrown away.
    private static func isLetGo(_ name: String) -> Bool {
        guard let flags = name.firstRange(of: ":2,") else { return false }
        return name[flags.upperBound...].contains { $0 == "D" || $0 == "T" }
    }
}
