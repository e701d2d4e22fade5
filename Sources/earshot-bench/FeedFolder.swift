import Foundation

/// A folder in which each file is a document.
struct FeedFolder {
    let path: String

    /// A document, and the name of the file that holds it.
    struct Document {
        let name: String
        let bytes: [UInt8]
    }

    /// In the order of their names.
    func documents() throws -> [Document] {
        guard FileManager.default.fileExists(atPath: path) else { throw BenchError.missing(path) }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        let documents = try names.filter { !$0.hasPrefix(".") }.compactMap { name in
            let url = URL(filePath: path).appending(path: name)
            let values = try url.resourceValues(forKeys: [.isRegularFileKey])
            return values.isRegularFile == true
                ? Document(name: name, bytes: Array(try Data(contentsOf: url))) : nil
        }
        guard !documents.isEmpty else { throw BenchError.noDocuments(path) }
        return documents
    }

    /// Writes generated feeds, numbered from 0.
    func write(_ feeds: [String]) throws {
        let folder = URL(filePath: path)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, feed) in feeds.enumerated() {
            try Data(feed.utf8).write(
                to: folder.appending(path: String(format: "%04d.xml", number)))
        }
    }
}
