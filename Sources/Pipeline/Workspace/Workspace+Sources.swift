package import Model
import RuleLoading

extension Workspace {
    /// What speaks against the id of a source that somebody gives, with those that may be meant.
    ///
    /// - Returns: `nil` for a source that is listed, was heard, or is one that a brand has, and where
    ///   `feeds/` cannot be read, which says nothing of it.
    package func doubt(ofSource given: String, _ rules: Rules) throws(RunError) -> String? {
        let id = Feed.ID(given).source
        // What is wrong there is for others to tell.
        guard let list = try? FeedListLoader.load(workspace: path) else { return nil }
        var known = Set(list.listed.map(\.source.id) + rules.brands.flatMap(\.sources))
        guard !known.contains(id) else { return nil }
        if let archive = try Archive.ifMade(self) {
            known.formUnion(try archive.sources().map(\.source))
        }
        guard !known.contains(id) else { return nil }
        let start = "there is no source '\(id)', and nothing was heard of one"
        let names = known.map(\.value).sorted()
        let near = Suggestion.all(near: id.value, in: names)
        guard near.isEmpty else {
            let meant = near.prefix(Self.shown).map { "'\($0)'" }.joined(separator: ", ")
            return "\(start); did you mean \(meant)?"
        }
        guard !names.isEmpty else { return start }
        let listed = names.prefix(Self.shown) + (names.count > Self.shown ? ["…"] : [])
        return "\(start); there are \(listed.joined(separator: ", "))"
    }

    /// A long list helps nobody who reads one line.
    private static let shown = 12
}
