import Foundation
import Pipeline

/// A folder of judged texts, and what of it is there.
struct QualityData {
    let folder: String

    /// One line of a set; what a set does not have is `nil`.
    struct Row: Decodable {
        let text: String
        let label: String
        let lang: String?
        let labels: [String]?
        /// Unicode scalars of `text`, end exclusive: what a target-level set asks about.
        let from: Int?
        let to: Int?
    }

    /// - Returns: the path; `nil`, once told, when the set is not there.
    func path(of set: String, in kind: String) throws -> String? {
        let path = "\(folder)/\(kind)/\(set).dev.jsonl"
        guard FileManager.default.fileExists(atPath: path) else {
            try Output.note("\(set) is passed over: no \(path)")
            return nil
        }
        return path
    }

    /// Empty, once told, when the set is not there.
    func rows(of set: String, in kind: String) throws -> [Row] {
        guard let path = try path(of: set, in: kind) else { return [] }
        let bytes = try Data(contentsOf: URL(filePath: path))
        return try bytes.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Row.self, from: $0)
        }
    }
}
