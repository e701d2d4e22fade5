import Foundation
import Model

/// Posts and names to look for in them: `text.txt` and a `kw_<count>.txt` for each count of names.
struct MatchCorpus {
    let path: String

    var posts: LineFile { LineFile(path: path + "/text.txt") }

    func names(_ count: Int) -> LineFile { LineFile(path: "\(path)/kw_\(count).txt") }

    /// Names that stand in no post, as many as the most has more than the least where there are so many:
    /// those of the most from their last letter to their first.
    func absentNames(least: Int, most: Int) throws -> [String] {
        var seen = Set<String>()
        for post in try posts.lines() {
            for word in post.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                seen.insert(String(word))
            }
        }
        return try names(most).lines()
            .map { name in name.split(separator: " ").map { String($0.reversed()) } }
            .filter { words in !words.contains { seen.contains($0.lowercased()) } }
            .prefix(most - least).map { $0.joined(separator: " ") }
    }

    /// Writes generated ones.
    func write(megabytes: Double, counts: [Int], seed: UInt64) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        var generator = SyntheticPosts(seed: seed)
        for count in counts { try names(count).write(generator.names(count)) }
        var lines: [String] = []
        var size = 0
        while Double(size) < megabytes * 1e6 {
            let post = generator.next(number: lines.count).text
            lines.append(post)
            size += post.utf8.count + 1
        }
        try posts.write(lines)
    }
}
