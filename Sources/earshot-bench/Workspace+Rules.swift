import Foundation
import Pipeline

extension Workspace {
    /// Copies rules/ into a folder that is there and has none.
    func copyRules(to folder: String) throws {
        let (rules, copy) = (path + "/rules", folder + "/rules")
        guard FileManager.default.fileExists(atPath: rules) else { throw BenchError.missing(rules) }
        guard !FileManager.default.fileExists(atPath: copy) else { throw BenchError.taken(copy) }
        try FileManager.default.copyItem(atPath: rules, toPath: copy)
    }
}
