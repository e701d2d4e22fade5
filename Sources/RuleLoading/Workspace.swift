import Foundation
import Model

/// A file of the workspace as it was read.
package struct RuleFile: Hashable, Sendable {
    /// Relative to the workspace.
    package let path: String
    package let bytes: [UInt8]
}

/// The folder a user works in; its files go by their paths relative to it.
struct Workspace {
    private let root: String

    init(_ root: String) {
        self.root = root
    }

    /// The files of one ending that stand directly in a folder, by name; hidden ones are left out.
    ///
    /// - Parameters:
    ///   - slips: endings that somebody may have meant, so that the file is not passed over.
    ///   - example: the file to write where there is none.
    func files(
        in folder: String, ending: String, slips: [String], example: String,
        noting errors: inout [RuleError]
    ) -> [RuleFile] {
        guard let names = names(in: folder, example: example, noting: &errors) else { return [] }
        for name in names
        where slips.contains(where: name.lowercased().hasSuffix) || ending.isMeant(by: name) {
            let place = FileLocation(file: "\(folder)/\(name)")
            errors.append(RuleError(.wrongEnding(ending), at: place))
        }
        let right = names.filter { $0.hasSuffix(ending) }
        if right.isEmpty {
            let place = FileLocation(file: folder)
            errors.append(RuleError(.noFiles(example: example), at: place))
        }
        var files: [RuleFile] = []
        for name in right {
            if let file = errors.noting(try file("\(folder)/\(name)")) { files.append(file) }
        }
        return files
    }

    /// Names of what stands directly in a folder, sorted; `nil` once a mistake is noted.
    func names(
        in folder: String, example: String, noting errors: inout [RuleError]
    ) -> [String]? {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: absolutePath(of: folder))
                .filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            let mistake: Mistake =
                switch error.cause {
                case .ENOENT, .ENOTDIR: .missingFolder(firstFile: example)
                default: .unreadable(error.reason)
                }
            errors.append(RuleError(mistake, at: FileLocation(file: folder)))
            return nil
        }
    }

    /// - Parameter firstKey: how a missing file begins, where it is clear that it must be there.
    func file(_ path: String, firstKey: String? = nil) throws(RuleError) -> RuleFile {
        do {
            let content = try Data(contentsOf: URL(filePath: absolutePath(of: path)))
            return RuleFile(path: path, bytes: [UInt8](content))
        } catch {
            let missing = error.cause == .ENOENT ? firstKey.map(Mistake.missingFile) : nil
            throw RuleError(missing ?? .unreadable(error.reason), at: FileLocation(file: path))
        }
    }

    // MARK: - Private

    private func absolutePath(of path: String) -> String {
        WorkspacePath.resolved(path, in: root)
    }
}

extension Error {
    /// What the system says, where Foundation passes it on.
    fileprivate var cause: POSIXError.Code? {
        ((self as? CocoaError)?.underlying as? POSIXError)?.code
    }

    fileprivate var reason: String {
        switch cause {
        case .EISDIR: "it is a folder"
        case .EACCES, .EPERM: "permission denied"
        case .ENOENT: "it is a link to nothing"
        case .ELOOP: "it is a link that leads back to itself"
        default: localizedDescription
        }
    }
}

extension String {
    /// Whether a name ends in this ending, but for its case: `sources.YAML`.
    fileprivate func isMeant(by name: String) -> Bool {
        !name.hasSuffix(self) && name.lowercased().hasSuffix(self)
    }
}
