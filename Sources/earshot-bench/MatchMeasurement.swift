import Matching
import Model

/// What it cost to look for names in posts, in a process of its own; the keys are those that the
/// peers print.
struct MatchMeasurement: Codable {
    let peer: String
    let keywords: Int
    let mb: Double
    let lines: Int
    /// Posts in which a name stands.
    let postsHit: Int
    /// Names that stand in the posts, those that overlap as well.
    let hits: Int
    /// User and system time for the index.
    let buildSeconds: Double
    /// User and system time for all posts.
    let cpuSeconds: Double

    var megabytesPerSecond: Double { mb / max(cpuSeconds, 1e-6) }

    enum CodingKeys: String, CodingKey {
        case peer, keywords, mb, lines, hits
        case postsHit = "posts_hit"
        case buildSeconds = "build_s"
        case cpuSeconds = "cpu_s"
    }

    /// Looks for each name in each post, by the matcher of a run.
    static func ours(_ names: [String], in posts: [EntryText]) -> MatchMeasurement {
        let brands = names.enumerated().map { number, name in
            Brand(
                // The peers look for names as they are written.
                id: Brand.ID("name-\(number)"), name: name, names: [name],
                isFoundWithoutAccents: false,
                place: FileLocation(file: "names.txt", line: number + 1))
        }
        let building = Meter()
        let matcher = MentionMatcher(brands: brands)
        let buildSeconds = building.reading.cpuSeconds
        let matching = Meter()
        var hits = 0
        var postsHit = 0
        for post in posts {
            let found = matcher.findings(in: post).count
            hits += found
            if found > 0 { postsHit += 1 }
        }
        return MatchMeasurement(
            peer: "earshot", keywords: names.count,
            mb: Double(posts.reduce(0) { $0 + $1.text.utf8.count + 1 }) / 1e6,
            lines: posts.count, postsHit: postsHit, hits: hits, buildSeconds: buildSeconds,
            cpuSeconds: matching.reading.cpuSeconds)
    }
}
