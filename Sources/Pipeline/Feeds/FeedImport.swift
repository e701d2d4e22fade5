import Foundation
package import Model
import Parsing
import RuleLoading

/// Takes the feeds of an OPML list over into a new file of `feeds/`.
package struct FeedImport: Sendable {
    private let workspace: Workspace

    package init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// What became of the list.
    package struct Report: Sendable, Encodable {
        /// The file that was written, relative to the workspace; `nil` when there was nothing new.
        package let file: String?
        package let imported: Int
        /// How many of these the list has commented out, so that they are switched off.
        package let switchedOff: Int
        package let skipped: [Skipped]
        /// What was repaired in the list.
        package let problems: [ParseProblem]
    }

    /// An outline that is not taken over, and why.
    package struct Skipped: Sendable, Encodable {
        package let name: String
        package let reason: String
    }

    /// - Parameters:
    ///   - bytes: an OPML document.
    ///   - name: what messages call it.
    ///   - file: name of the file in `feeds/` to write, which must not be there yet.
    /// - Throws: `badInput` when the list cannot be read or the file is there; `rules` when `feeds/`
    ///   is wrong already.
    package func run(_ bytes: [UInt8], named name: String, into file: String) throws(RunError)
        -> Report
    {
        guard file.hasSuffix(".yaml"), !file.contains("/"), !file.hasPrefix(".") else {
            throw .badInput(
                "'\(file)': write the name of a file in feeds/, such as taken-over.yaml")
        }
        let path = workspace.path + "/feeds/" + file
        guard !FileManager.default.fileExists(atPath: path) else {
            throw .badInput("feeds/\(file): is there already; name another by --into")
        }
        let document: OPMLDocument
        do {
            document = try OPMLReader.read(bytes)
        } catch {
            throw .badInput("\(name): \(error.description)")
        }
        var taken = Taken(known: try knownFeeds())
        for outline in document.outlines { taken.add(outline) }
        guard !taken.sources.isEmpty else {
            return Report(
                file: nil, imported: 0, switchedOff: 0, skipped: taken.skipped,
                problems: document.problems)
        }
        let title = document.title.map { "# Taken over from \"\($0.onOneLine)\".\n\n" } ?? ""
        let yaml = title + FeedListWriter.yaml(of: taken.sources)
        try WholeFile(path: path).write(Data(yaml.utf8), permissions: 0o640)
        return Report(
            file: "feeds/\(file)", imported: taken.sources.count,
            switchedOff: taken.sources.count { !$0.isEnabled }, skipped: taken.skipped,
            problems: document.problems)
    }

    // MARK: - Private

    private func knownFeeds() throws(RunError) -> [Feed] {
        guard FileManager.default.fileExists(atPath: workspace.path + "/feeds") else { return [] }
        do {
            return try FeedListLoader.load(workspace: workspace.path).listed
        } catch {
            // A folder without a file yet is no mistake here: this makes the first one.
            guard !error.isOfMissingFiles else { return [] }
            throw .rules(error)
        }
    }

    /// The sources so far, none of which stands anywhere twice.
    private struct Taken {
        private(set) var sources: [NewSource] = []
        private(set) var skipped: [Skipped] = []
        private let known: Set<String>
        /// By address, the places among the sources.
        private var places: [String: Int] = [:]
        private var ids: Set<String>

        init(known: [Feed]) {
            ids = Set(known.map(\.source.id.value))
            self.known = Set(
                known.compactMap { feed in
                    guard case .url(let url) = feed.address else { return nil }
                    return FeedAddress.sameForAllSpellings(of: url)
                })
        }

        mutating func add(_ outline: OPMLDocument.Outline) {
            let name = outline.text ?? outline.title ?? outline.xmlURL ?? "an outline"
            guard let url = outline.xmlURL?.trimmingCharacters(in: .whitespacesAndNewlines) else {
                return skip(name, "it has no xmlUrl")
            }
            guard FeedAddress.isFetchable(url) else {
                return skip(name, Self.refusal(of: url))
            }
            if let type = outline.type, Self.isOfAnotherReader(type) {
                return skip(
                    name,
                    "\(url.withoutSecrets) is no feed, but taken apart by its reader (\(type)); if it "
                        + "is a page, write it with kind: page and selectors")
            }
            let address = FeedAddress.sameForAllSpellings(of: url)
            guard !known.contains(address) else {
                return skip(name, "feeds/ has \(url.withoutSecrets) already")
            }
            let tags = outline.folder + outline.categories
            if let place = places[address] {
                // What lies in two folders stands in the list once in each.
                sources[place].add(tags: tags)
                return skip(name, "\(url.withoutSecrets) stands in the list twice")
            }
            places[address] = sources.count
            let id = FeedListWriter.freshID(for: name, avoiding: ids)
            ids.insert(id)
            sources.append(
                NewSource(
                    id: Source.ID(id), name: name, url: url,
                    site: outline.htmlURL.flatMap { FeedAddress.isFetchable($0) ? $0 : nil },
                    language: outline.language.flatMap { LanguageCode(tag: $0) }
                        .flatMap { $0.isISO639 ? $0 : nil },
                    tags: tags, isEnabled: !outline.isComment))
        }

        /// Whether a reader reads it by rules that stand in its own list, as FreshRSS says by the types
        /// `HTML+XPath`, `XML+XPath`, `JSON+DotNotation` and `HTML+XPath+JSON+DotNotation`.
        private static func isOfAnotherReader(_ type: String) -> Bool {
            let type = type.lowercased()
            return type.hasSuffix("+xpath") || type.hasSuffix("+dotnotation")
        }

        /// Without the password, which is not for a report.
        private static func refusal(of url: String) -> String {
            guard let parts = URLComponents(string: url) else {
                return "its xmlUrl is no web address"
            }
            return parts.user == nil && parts.password == nil
                ? "'\(url.withoutSecrets)' is no web address"
                : "'\(url.withoutSecrets)' has a password in it; write that as a secret under auth:"
        }

        private mutating func skip(_ name: String, _ reason: String) {
            skipped.append(Skipped(name: name.onOneLine, reason: reason.onOneLine))
        }
    }
}

extension String {
    fileprivate var onOneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ").withoutControls
    }
}
