import Foundation
import Hashing
package import Model
package import RuleLoading
package import Storing

/// The folder a user works in, and where in it things lie.
package struct Workspace: Sendable {
    /// Absolute, without a closing slash.
    package let path: String
    /// What has been heard: in a file of the folder's own, or on a server.
    package let archive: ArchiveLocation

    /// - Parameter server: where the archive is kept; `nil` for the folder.
    package init(path: String, server: ArchiveLocation? = nil) {
        let folder = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL.path(
            percentEncoded: false
        ).withoutClosingSlash
        self.path = folder
        archive = server ?? .file(path: Self.archivePath(in: folder))
    }

    /// - Parameter store: the address of the server that keeps the archive; `nil` for the folder.
    /// - Throws: `RunError.badInput` for what is no address.
    package init(path: String, store: String?) throws(RunError) {
        do throws(StoreError) {
            self.init(path: path, server: try store.map(ArchiveLocation.init(server:)))
        } catch {
            throw .badInput(error.description)
        }
    }

    /// Of an archive in the folder.
    package var archivePath: String { Self.archivePath(in: path) }
    package var outputPath: String { path + "/out" }
    var lockPath: String { path + "/run.lock" }
    var pseudonymKeyPath: String { path + "/.earshot-key" }
    var compiledRulesPath: String { path + "/.earshot-names" }

    /// Reads and checks feeds/ and rules/.
    ///
    /// - Throws: every mistake in either, together; then those that show only beside the other, or to
    ///   whoever reads pages.
    package func load() throws(RunError) -> Configuration {
        try check()
        var mistakes: [RuleErrors] = []
        var feeds: FeedList?
        var rules: LoadedRules?
        do throws(RuleErrors) { feeds = try FeedListLoader.load(workspace: path) } catch {
            mistakes.append(error)
        }
        do throws(RuleErrors) { rules = try RuleLoader.load(workspace: path) } catch {
            mistakes.append(error)
        }
        guard let feeds, let rules else { throw .rules(RuleErrors(merging: mistakes)) }
        mistakes = [
            RegionCheck.mistakes(in: rules.rules, feeds), SelectorCheck.mistakes(in: feeds),
        ].compactMap(\.self)
        guard mistakes.isEmpty else { throw .rules(RuleErrors(merging: mistakes)) }
        return Configuration(feeds: feeds, rules: CheckedRules(rules))
    }

    /// The rules folder that somebody names: itself, or that of the workspace it is.
    ///
    /// - Parameter path: Relative to the folder the command was given in, or absolute.
    package static func rulesFolder(at path: String) -> String {
        let folder = Workspace(path: path).path
        let inside = folder + "/rules"
        return FileManager.default.fileExists(atPath: inside) ? inside : folder
    }

    /// Reads and checks a rules folder alone, for commands that fetch nothing.
    ///
    /// - Parameter folder: relative to the workspace, or absolute.
    package func loadRules(folder: String = "rules") throws(RunError) -> CheckedRules {
        try check()
        do {
            return CheckedRules(
                try RuleLoader.load(workspace: path, folder: folder), folder: folder)
        } catch {
            throw .rules(error)
        }
    }

    /// Whether it is a folder at all, which a mistyped path seldom is.
    func check() throws(RunError) {
        let what: String
        switch FileState(path: path)?.kind {
        case .folder: return
        case nil: what = "there is no such folder"
        case .file, .link, .pipe, .characterDevice, .other: what = "is no folder"
        }
        throw .badInput("\(path): \(what); a workspace has feeds/ and rules/ in it")
    }

    // MARK: - Private

    private static func archivePath(in folder: String) -> String { folder + "/earshot.sqlite" }
}

extension Workspace {
    /// Says which name of a search does not exist, where one does not.
    ///
    /// - Parameter heard: sources that the archive knows, listed or not.
    package func checkNames(in search: EntrySearch, heard: [Feed.ID]) throws(RunError) {
        let configuration = try load()
        try check(search.brand?.value, among: configuration.rules.brands.map(\.id.value), "brand")
        try check(
            search.category?.value, among: configuration.rules.categories.map(\.id.value),
            "category")
        if let facet = search.facet {
            try check(
                facet.description, among: configuration.rules.facetValues.map(\.description),
                "value of a facet")
        }
        try check(
            search.team?.value, among: configuration.rules.routing.teams.map(\.id.value), "team")
        let sources = configuration.feeds.listed
        try check(
            search.feed?.value, among: Set(sources.map(\.id) + heard).map(\.value).sorted(),
            "source")
    }

    /// The brands of a kind, and the feeds of a region, that a search is to be of.
    ///
    /// - Throws: for a region that there is none of, with those there are.
    package func narrow(
        _ search: inout EntrySearch, to kind: Brand.Kind?, region: String?
    ) throws(RunError) {
        guard kind != nil || region != nil else { return }
        let configuration = try load()
        if let kind {
            search.brands = Set(
                configuration.rules.brands.filter { $0.kind == kind }.map(\.id))
        }
        guard let region else { return }
        try check(region, among: configuration.feeds.regions, "region")
        search.feeds = configuration.feeds.ids(inAnyOf: [region])
    }

    private func check(_ name: String?, among known: [String], _ kind: String) throws(RunError) {
        guard let name, !known.contains(name) else { return }
        throw .unknown("there is no \(kind) '\(name)'", known: known)
    }
}

extension Rules {
    /// All that facets can say, places last.
    var facetValues: [FacetValue] {
        facets.flatMap { facet in facet.values.map { FacetValue(facet.id, $0.id) } }
            + locations.map { FacetValue(.location, $0.id) }
    }
}

extension FeedList {
    /// Those that the sources state, in order.
    var regions: [String] { Set(listed.compactMap(\.source.region)).sorted() }

    /// The feeds of the sources in one of these regions.
    func ids(inAnyOf regions: [String]) -> Set<Feed.ID> {
        Set(listed.filter { regions.contains($0.source.region ?? "") }.map(\.id))
    }
}

/// What feeds/ and rules/ say.
package struct Configuration: Sendable {
    package let feeds: FeedList
    let checkedRules: CheckedRules

    package var rules: Rules { checkedRules.rules }
    package var rulesHash: String { checkedRules.hash }

    init(feeds: FeedList, rules: CheckedRules) {
        self.feeds = feeds
        checkedRules = rules
    }
}

/// The rules of a folder, checked, and the name that reports know them by.
package struct CheckedRules: Sendable {
    package let rules: Rules
    /// Names the rules and the program that reads them, in 16 hex digits: other tags can come only
    /// from another hash, and the same rules have the same in every folder.
    package let hash: String
    /// The whole hash, of which `hash` is the beginning.
    let fingerprint: String
    /// As it was asked for.
    package let folder: String

    init(_ loaded: LoadedRules, folder: String = "rules") {
        rules = loaded.rules
        self.folder = folder
        let parts = loaded.files.flatMap { [$0.path, String(decoding: $0.bytes, as: UTF8.self)] }
        fingerprint = ContentHash.hex(of: [ProgramVersion.current] + parts)
        hash = String(fingerprint.prefix(16))
    }
}

extension String {
    fileprivate var withoutClosingSlash: String {
        count > 1 && hasSuffix("/") ? String(dropLast()) : self
    }
}
