import Reporting

/// The terms of a report, which are words of its posts but do not say of which ones.
///
/// If posts were removed from a report, only those terms stay that the rest of it still says, in
/// whatever case form: a term is shown in the form of one post.
struct ReportTerms {
    /// Stems of words, and of each with the next one, as terms are made of them.
    private let said: Set<String>

    /// - Parameter report: without those posts.
    init(saidIn report: JSONTree) {
        var said: Set<String> = []
        Self.collect(from: report, into: &said)
        self.said = said
    }

    /// The report without the terms that nothing in it says any more, and without topics that were
    /// told by no others.
    func kept(in report: JSONTree) -> JSONTree {
        switch report {
        case .null, .bool, .whole, .number, .string: return report
        case .list(let items): return .list(items.map { kept(in: $0) })
        case .object(let members):
            var kept: [String: JSONTree] = [:]
            for (key, member) in members { kept[key] = self.kept(member, under: key) }
            return .object(kept)
        }
    }

    // MARK: - Private

    private static func collect(from tree: JSONTree, into said: inout Set<String>) {
        switch tree {
        case .null, .bool, .whole, .number, .string: break
        case .list(let items): for item in items { collect(from: item, into: &said) }
        case .object(let members):
            for text in [tree["title"]?.string, tree["text"]?.string].compactMap(\.self) {
                let words = words(of: text)
                said.formUnion(words)
                said.formUnion(pairs(of: words))
            }
            for member in members.values { collect(from: member, into: &said) }
        }
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
            .map { TermStem.stem(of: String($0)) }
    }

    private static func pairs(of words: [String]) -> [String] {
        zip(words, words.dropFirst()).map { "\($0) \($1)" }
    }

    private func kept(_ member: JSONTree, under key: String) -> JSONTree {
        switch (key, member) {
        case ("terms", .list(let terms)):
            .list(terms.filter { $0.string.map(isSaid) ?? true })
        case ("recurring", .object(let lists)): .object(lists.mapValues(topics))
        default: kept(in: member)
        }
    }

    private func topics(_ list: JSONTree) -> JSONTree {
        guard case .list(let topics) = kept(in: list) else { return list }
        return .list(topics.filter { $0["terms"] != .list([]) })
    }

    private func isSaid(_ term: String) -> Bool {
        let words = Self.words(of: term)
        return words.count > 1
            ? Self.pairs(of: words).allSatisfy(said.contains) : words.allSatisfy(said.contains)
    }
}
